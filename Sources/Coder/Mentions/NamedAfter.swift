/// Names of places that stand for people in an article: “Georgia Stevens … Georgia”.
struct NamedAfter {
  private var words = HashIndex()

  /// The first and the last word of every full name of a person.
  init(_ resolution: Resolution, _ document: Document) {
    for mention in resolution.mentions {
      guard case .personName = mention.kind, mention.core.count > 1 else { continue }
      add(document.tokens[mention.core.lowerBound])
      add(document.tokens[mention.core.upperBound - 1])
    }
  }

  private mutating func add(_ token: Token) {
    if token.word != 0 { words.set(UInt64(token.word), 1) }
  }

  /// Whether a name of one word is part of a person's name, too.
  func contains(_ core: Range<Int>, _ document: Document) -> Bool {
    core.count == 1 && words[UInt64(document.tokens[core.lowerBound].word)] != nil
  }
}
