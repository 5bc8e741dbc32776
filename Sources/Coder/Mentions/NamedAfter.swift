import Lexicons

/// Names of places that stand for people in an article: “Georgia Stevens … Georgia”.
struct NamedAfter {
  private var words: Set<Int32> = []

  /// The first and the last word of every full name of a person.
  init(_ resolution: Resolution, _ document: Document) {
    for mention in resolution.mentions {
      guard case .personName = mention.kind, mention.core.count > 1 else { continue }
      words.insert(document.tokens[mention.core.lowerBound].word)
      words.insert(document.tokens[mention.core.upperBound - 1].word)
    }
    words.remove(0)
  }

  /// Whether a name of one word is part of a person's name, too.
  func contains(_ core: Range<Int>, _ document: Document) -> Bool {
    core.count == 1 && words.contains(document.tokens[core.lowerBound].word)
  }
}
