/// Takes out the name of the outlet where it stands alone at the top.
struct OutletLineRule: CleaningRule {
  static let id = "outlet-line"

  func verdict(on index: Int, of page: Page) -> Page.Verdict? {
    guard page.isHead(index), page.blocks[index].words <= 5,
      page.outlets.signed(page.text(index)) != nil
    else { return nil }
    return .furniture(.masthead)
  }
}
