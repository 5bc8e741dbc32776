/// Keeps the subheadings, and says that they are none of the article's sentences.
struct HeadingRule: CleaningRule {
  static let id = "heading"

  static let mostWords = 14
  static let mostWordsOfQuestion = 10
  /// So many lines without a full stop are a list.
  static let list = 3

  func verdict(on index: Int, of page: Page) -> Page.Verdict? {
    let block = page.blocks[index]
    guard page.isPunctuated, index != page.title, !block.isLong,
      block.beginsUpper || isQuoted(index, page),
      !page.isHead(index)
    else { return nil }
    switch block.ending {
    case .none: guard block.words <= Self.mostWords else { return nil }
    case .question: guard isQuestion(index, of: page) else { return nil }
    default: return nil
    }
    return page.next(after: index) != nil && !isList(index, of: page) ? .heading : nil
  }

  /// A question of few words that no one is heard to ask.
  private func isQuestion(_ index: Int, of page: Page) -> Bool {
    let block = page.blocks[index]
    guard block.words <= Self.mostWordsOfQuestion else { return false }
    return page.bytes[block.range].last == UInt8(ascii: "?")
  }

  /// “- A heading between hyphens -”
  private func isQuoted(_ index: Int, _ page: Page) -> Bool {
    let bytes = page.bytes[page.blocks[index].range]
    return bytes.first == UInt8(ascii: "-") && bytes.last == UInt8(ascii: "-")
  }

  private func isList(_ index: Int, of page: Page) -> Bool {
    var run = 1
    var place = page.previous(before: index)
    while run < Self.list, let previous = place, previous != page.title,
      page.blocks[previous].isLine
    {
      run += 1
      place = page.previous(before: previous)
    }
    place = page.next(after: index)
    while run < Self.list, let next = place, page.blocks[next].isLine {
      run += 1
      place = page.next(after: next)
    }
    return run >= Self.list
  }
}
