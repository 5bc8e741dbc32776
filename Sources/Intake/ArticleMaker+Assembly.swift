import EventData

extension ArticleMaker {
  /// The article of a page: the title, an empty line, and what is no furniture, with an
  /// empty line between paragraphs.
  ///
  /// - Parameter given: the title that the input names; it stands first whether the text
  ///   repeats it or not.
  static func assemble(_ page: Page, title given: String?) -> Article {
    var text: [UInt8] = []
    var paragraphs = 0
    func append(_ bytes: ArraySlice<UInt8>) -> Span {
      if !text.isEmpty { text.append(contentsOf: [0x0A, 0x0A]) }
      let start = text.count
      text.append(contentsOf: bytes)
      paragraphs += 1
      return Span(start, text.count)
    }

    var furniture: [Furniture] = []
    var headings: [Span] = []
    var bodyStart = 0
    if let given { _ = append(Array(given.utf8)[...]) }
    for (index, block) in page.blocks.enumerated() {
      let isTitle = index == page.title
      if isTitle, let given {
        // It is replaced by the title that was given, and kept where it says more.
        if Folding.fold(page.text(index)) != Folding.fold(given) {
          furniture.append(Furniture(kind: .stray, text: page.text(index), before: paragraphs))
        }
        continue
      }
      switch page.verdicts[index] {
      case .furniture(let kind):
        let isAbove = given != nil && page.title.map { index < $0 } == true
        furniture.append(
          Furniture(kind: kind, text: page.text(index), before: isAbove ? 0 : paragraphs))
      case .heading:
        headings.append(append(page.bytes[block.range]))
      case .content, nil:
        _ = append(page.bytes[block.range])
      }
      if isTitle { bodyStart = text.count }
    }
    if let given { bodyStart = given.utf8.count }
    if bodyStart > 0 { bodyStart = min(bodyStart + 2, text.count) }
    return Article(
      id: "", text: CharacterDecoding.text(of: text), bodyStart: bodyStart,
      headings: headings, furniture: furniture)
  }
}
