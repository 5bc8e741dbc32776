/// Takes out lines that say when the article was published, and no more.
///
/// At the top the date may share its line with an author or an outlet. A bare day
/// between two paragraphs is left: it is the heading of a part of a chronicle.
struct DateLineRule: CleaningRule {
  static let id = "date-line"

  /// How many other words the line at the top may hold.
  static let company = 6
  static let longest = 120

  func verdict(on index: Int, of page: Page) -> Page.Verdict? {
    let range = page.blocks[index].range
    let bytes = page.bytes[range]
    guard range.count <= Self.longest,
      page.blocks[index].ending != .stop
        || page.blocks[index].words <= Self.company, Self.mayHoldDate(bytes)
    else { return nil }
    let text = page.text(index)
    let reading = DateReading(text)
    guard reading.isDateLike else { return nil }
    if reading.residue == 0 {
      let isChronicle = reading.label == nil && reading.date != nil && !page.isHead(index)
      return isChronicle ? nil : .furniture(.dateline)
    }
    let isByline =
      reading.label != nil || Self.isParted(text) || Folding.fold(text).starts(with: "by ".utf8)
    guard page.isHead(index), reading.residue <= Self.company, isByline,
      page.blocks[index].ending == .none
    else { return nil }
    return .furniture(.dateline)
  }

  /// A quick look, so that only few lines are read word by word.
  static func mayHoldDate(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains(where: \.isASCIIDigit) || bytes.suffix(4).elementsEqual(" ago".utf8)
  }

  /// Whether the line has signs that part the pieces of a byline.
  private static func isParted(_ text: String) -> Bool {
    ["|", "\u{B7}", "\u{2022}", "  ", " - ", " \u{2013} ", " \u{2014} "].contains { sign in
      text.contains(sign)
    }
  }
}

extension String {
  /// `contains` of the standard library takes characters; this needs no Foundation.
  fileprivate func contains(_ sign: String) -> Bool {
    let wanted = Array(sign.utf8)
    let bytes = Array(utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains { bytes[$0...].starts(with: wanted) }
  }
}
