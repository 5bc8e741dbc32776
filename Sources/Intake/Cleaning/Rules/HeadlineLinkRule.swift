/// Takes out the headlines of other articles and clips that stand between paragraphs
/// without any mark.
///
/// What tells them from a subheading: they are whole clauses in the present tense and
/// without articles, as headlines are written, and they announce something else. The
/// words of a subheading come back in the part below it; of such a headline, at most
/// the names do.
struct HeadlineLinkRule: CleaningRule {
  static let id = "headline-link"

  static let words = 5...16
  /// How much of it the article may take up when it stands directly under the title,
  /// where a summary of the article may stand as well.
  static let mostUnderTitle = 0.5

  func verdict(on index: Int, of page: Page) -> Page.Verdict? {
    let block = page.blocks[index]
    guard page.isPunctuated, page.isOpenLine(index), Self.words.contains(block.words),
      block.beginsUpper, !block.isCapitals,
      // “2. …” is the second of several headings.
      page.bytes[block.range].first?.isASCIIDigit == false
    else { return nil }
    let text = page.text(index)
    guard Headlinese.isHeadline(text) else { return nil }
    let announced = Echo.announced(by: text)
    guard announced.count >= 2 else { return nil }
    if page.isHead(index) {
      guard let title = page.title, (title + 1...title + TitleFinder.reach).contains(index)
      else { return nil }
      let echo = Echo(of: announced, in: page, blocks: page.blocks.indices.dropFirst(index + 1))
      return echo.share < Self.mostUnderTitle ? .furniture(.relatedLink) : nil
    }
    // Nothing below: only the end of the page.
    guard let next = page.next(after: index) else { return .furniture(.relatedLink) }
    guard page.blocks[next].isProse else { return nil }
    let echo = Echo(of: announced, in: page, blocks: part(below: index, of: page))
    return echo.share == 0 ? .furniture(.relatedLink) : nil
  }

  /// The blocks down to the next line that may be a heading.
  private func part(below index: Int, of page: Page) -> Range<Int> {
    let end = page.blocks.indices.dropFirst(index + 1).first { below in
      page.isOpenLine(below) && page.blocks[below].words <= HeadingRule.mostWords
    }
    return (index + 1)..<(end ?? page.blocks.count)
  }
}
