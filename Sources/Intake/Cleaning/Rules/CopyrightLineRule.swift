/// Takes out notices of copyright: `©2031 Example News`, `Copyright 2031 …`.
///
/// A list may count its points with `(c)`, so that it and the word need a year.
struct CopyrightLineRule: CleaningRule {
  static let id = "copyright-line"

  func verdict(on index: Int, of page: Page) -> Page.Verdict? {
    let range = page.blocks[index].range
    guard range.count <= FurniturePatterns.longestLine,
      let first = page.bytes[range].first, [0xC2, 0x28, 0x43, 0x63].contains(first)
    else { return nil }
    let head = Folding.fold(String(decoding: page.bytes[range].prefix(60), as: UTF8.self))
    if head.starts(with: "\u{A9}".utf8) { return .furniture(.copyright) }
    let openings = ["(c)", "copyright"].map { Array($0.utf8) }
    guard openings.contains(where: { head.starts(with: $0) }) else { return nil }
    let numbers = head.prefix(30).split { !$0.isASCIIDigit }
    let hasYear = numbers.contains { number in
      number.count == 4 && (number.starts(with: "19".utf8) || number.starts(with: "20".utf8))
    }
    return hasYear ? .furniture(.copyright) : nil
  }
}
