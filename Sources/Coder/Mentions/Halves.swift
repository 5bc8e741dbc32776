/// “The North”, “the South’s army”: a state by what tells it from the other one of its name.
struct Halves {
  /// Whether the article names the country that is divided; nil until somebody asks.
  private var isDivided: Bool?

  /// The alias of the state that a word means alone; nil where it is a direction only.
  mutating func alias(at place: Int, _ document: Document, _ knowledge: Knowledge) -> Int? {
    guard place > 0, document.isOne(of: Self.directions, place),
      document.tags[place - 1] == .determiner, isDivided(document)
    else { return nil }
    let names = knowledge.names
    return names.next(0, document.tokens[place].word)
      .flatMap { names.next($0, knowledge.vocabulary.id(Self.country)) }
      .flatMap { names.value($0) }.map(Int.init)
  }

  private mutating func isDivided(_ document: Document) -> Bool {
    if let isDivided { return isDivided }
    let found = document.tokens.contains { Self.names.contains($0.hash) }
    isDivided = found
    return found
  }

  private static let country = "korea"
  private static let directions: WordSet = ["north", "south"]
  private static let names: WordSet = ["korea", "koreas", "korean", "koreans"]
}
