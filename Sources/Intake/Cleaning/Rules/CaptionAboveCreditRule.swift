/// Takes out the caption of a picture whose credit stands on the next line.
struct CaptionAboveCreditRule: CleaningRule {
  static let id = "caption-above-credit"

  func verdict(on index: Int, of page: Page) -> Page.Verdict? {
    guard page.isOpenLine(index), page.isFurniture(index + 1, [.caption]),
      page.blocks[index].group == page.blocks[index + 1].group
    else { return nil }
    return .furniture(.caption)
  }
}
