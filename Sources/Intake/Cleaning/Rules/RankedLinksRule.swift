/// Takes out a ranking of other articles: the numbered headlines below a label such as “Most read”.
///
///     Most read
///     1. Ferry runs aground off Port Tarnby
///     2. Why the harbour froze
///
/// Only what goes on counting from the label is part of it; a chronicle begins with a date.
struct RankedLinksRule: CleaningRule {
  static let id = "ranked-links"

  func verdict(on index: Int, of page: Page) -> Page.Verdict? {
    guard page.isOpenLine(index), index > 0, page.isFurniture(index - 1, [.relatedLink]),
      let rank = rank(of: index, page)
    else { return nil }
    let isNext =
      rank == 1
      ? page.blocks[index - 1].words <= RelatedLabelRule.longestLabel
      : self.rank(of: index - 1, page) == rank - 1
    return isNext ? .furniture(.relatedLink) : nil
  }

  /// The number with which a line begins: “3. …”, “3) …”.
  private func rank(of index: Int, _ page: Page) -> Int? {
    let line = page.bytes[page.blocks[index].range]
    let digits = line.prefix { $0.isASCIIDigit }
    guard (1...2).contains(digits.count), let mark = line.dropFirst(digits.count).first,
      mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
    else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
