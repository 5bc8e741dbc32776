/// Takes out addresses that stand alone on a line: at the top that of the article, below
/// links.
struct BareAddressRule: CleaningRule {
  static let id = "bare-address"

  func verdict(on index: Int, of page: Page) -> Page.Verdict? {
    guard page.bytes[page.blocks[index].range].starts(with: "http".utf8),
      WebAddress(page.text(index)) != nil
    else { return nil }
    return .furniture(page.isHead(index) ? .dateline : .relatedLink)
  }
}
