/// Takes out a caption that ends in its credit, agency and photographer with a stroke between.
///
///     A convoy waits at the crossing near Velm. (Sample Press/Ana Example)
///
/// Captions are whole sentences in the present tense: only the credit tells them from news.
struct CreditedCaptionRule: CleaningRule {
  static let id = "credited-caption"

  /// What is longer is a paragraph that happens to end in brackets. In bytes.
  static let longest = 500
  static let mostCreditWords = 6

  func verdict(on index: Int, of page: Page) -> Page.Verdict? {
    let line = page.bytes[page.blocks[index].range]
    guard index != page.title, line.count <= Self.longest, line.last == UInt8(ascii: ")"),
      let open = line.lastIndex(of: UInt8(ascii: "("))
    else { return nil }
    let credit = String(decoding: line[(open + 1)...].dropLast(), as: UTF8.self)
    let sides = credit.split(separator: "/", omittingEmptySubsequences: false)
    let words = credit.split { $0 == " " || $0 == "/" }
    guard (2...3).contains(sides.count), (2...Self.mostCreditWords).contains(words.count),
      sides.allSatisfy({ $0.first?.isUppercase == true }),
      words.allSatisfy({ $0.first?.isLetter == true })
    else { return nil }
    return .furniture(.caption)
  }
}
