/// Takes out the title where a page repeats it below itself.
struct RepeatedTitleRule: CleaningRule {
  static let id = "repeated-title"

  func verdict(on index: Int, of page: Page) -> Page.Verdict? {
    guard let title = page.title, index > title, index <= title + TitleFinder.reach,
      page.blocks[index].words <= 40,
      TitleFinder.mayBeSame(
        page.bytes[page.blocks[index].range], page.bytes[page.blocks[title].range]),
      TitleFinder.isSame(page.text(index), page.text(title))
    else { return nil }
    return .furniture(.stray)
  }
}
