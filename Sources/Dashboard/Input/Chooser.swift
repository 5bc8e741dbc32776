/// A list to choose from, narrowed by what is typed.
struct Chooser: Sendable {
  enum Choice: Sendable {
    case link(BrowserAddress)
    case facet(Facet)
    /// A term of the filter language.
    case term(String)
  }

  struct Item: Sendable {
    let name: String
    /// At the right.
    var note = ""
    let choice: Choice
  }

  let title: String
  let items: [Item]
  /// Said in its place when there is nothing to choose from.
  var emptyNote = "There is nothing to choose from"

  /// Those that fit, the best first.
  func fitting(_ typed: String) -> [Item] {
    items.enumerated().compactMap { index, item in
      FuzzyMatch.score(typed, in: item.name).map { (item, $0, index) }
    }.sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.2 < $1.2 }.map(\.0)
  }
}
