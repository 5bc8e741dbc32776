/// Pairs quotation marks into quotes, paragraph by paragraph.
///
/// A mark that nothing closes runs to the end of its paragraph; where the next one
/// opens again it is one speech over several paragraphs. A closing mark that nothing
/// opened is passed over. Single marks count where they enclose two words or more.
struct QuoteFinder {
  func find(_ document: inout DocumentDraft) {
    document.quoteOfToken = Array(repeating: -1, count: document.tokens.count)
    var quoting = Array(repeating: false, count: document.paragraphs.count)
    for sentence in document.sentences where sentence.kinds.contains(.openQuote) {
      quoting[sentence.paragraph] = true
    }
    for (index, paragraph) in document.paragraphs.enumerated() where quoting[index] {
      var open: Int?
      var place = paragraph.tokens.lowerBound
      while place < paragraph.tokens.upperBound {
        let token = document.tokens[place]
        guard token.kind == .openQuote || token.kind == .closeQuote else {
          place += 1
          continue
        }
        let isSingle = token.shape.contains(.single)
        if token.kind == .openQuote {
          if let start = open {
            // Nested: a single mark inside a double one belongs to it.
            let outer = document.tokens[start].shape.contains(.single)
            if isSingle == outer, place > start + 1 { open = place }
          } else {
            open = place
          }
        } else if token.kind == .closeQuote, let start = open,
          document.tokens[start].shape.contains(.single) == isSingle
        {
          close(start..<place + 1, index, continues: false, &document)
          open = nil
        }
        place += 1
      }
      if let start = open, !document.tokens[start].shape.contains(.single) {
        let continues = opensAgain(after: index, document)
        close(start..<paragraph.tokens.upperBound, index, continues: continues, &document)
      }
    }
  }

  private func opensAgain(after paragraph: Int, _ document: DocumentDraft) -> Bool {
    guard paragraph + 1 < document.paragraphs.count,
      let first = document.paragraphs[paragraph + 1].tokens.first
    else { return false }
    return document.tokens[first].kind == .openQuote
  }

  private func close(
    _ range: Range<Int>, _ paragraph: Int, continues: Bool, _ document: inout DocumentDraft
  ) {
    let isSingle = document.tokens[range.lowerBound].shape.contains(.single)
    guard range.count > (isSingle ? 4 : 2) else { return }
    let index = Int32(document.quotes.count)
    for place in range { document.quoteOfToken[place] = index }
    document.quotes.append(
      Document.Quote(
        tokens: range, isSingle: isSingle, continues: continues, paragraph: paragraph))
  }
}
