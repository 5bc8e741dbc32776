/// Takes out the headline that stands below a label such as “Related article”.
struct RelatedLabelRule: CleaningRule {
  static let id = "related-label"

  /// A label is short; what is longer carries its link itself.
  static let longestLabel = 5

  func verdict(on index: Int, of page: Page) -> Page.Verdict? {
    guard page.isOpenLine(index), page.blocks[index].words >= 4, index > 0,
      // A number opens the items of a list or a chronicle.
      page.bytes[page.blocks[index].range].first?.isASCIIDigit == false,
      page.isFurniture(index - 1, [.relatedLink]),
      page.blocks[index - 1].words <= Self.longestLabel
    else { return nil }
    return .furniture(.relatedLink)
  }
}
