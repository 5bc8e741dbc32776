/// Takes out headlines in capitals between paragraphs: links to other articles.
///
/// Subheadings in capitals are short.
struct CapitalsLinkRule: CleaningRule {
  static let id = "capitals-link"

  static let fewestWords = 7

  func verdict(on index: Int, of page: Page) -> Page.Verdict? {
    let block = page.blocks[index]
    guard page.isPunctuated, index != page.title, block.isCapitals, !block.isLong,
      block.words >= Self.fewestWords, block.ending != .stop
    else { return nil }
    return .furniture(.relatedLink)
  }
}
