/// Takes out a dateline that was broken off its paragraph: “Oslo EBN —” on a line of
/// its own.
struct LoneDatelineRule: CleaningRule {
  static let id = "lone-dateline"

  func verdict(on index: Int, of page: Page) -> Page.Verdict? {
    let block = page.blocks[index]
    guard block.words <= 6, block.beginsUpper, block.range.count <= 60 else { return nil }
    let text = page.bytes[block.range]
    let dashes = ["\u{2014}", "\u{2013}", "--", " -"].map { Array($0.utf8) }
    guard dashes.contains(where: { text.suffix($0.count).elementsEqual($0) }) else { return nil }
    // “– A heading between dashes –” is none.
    guard !dashes.contains(where: { text.starts(with: $0) }) else { return nil }
    return .furniture(.dateline)
  }
}
