/// A way through the program for who sees it for the first time: a step is told until it was done.
package struct Tour: Hashable, Sendable {
  struct Step: Hashable, Sendable {
    /// What its key does, as it goes on behind the key.
    let text: String
    /// What ends it; any of them. The key of the first is told.
    let actions: [Action.ID]
  }

  private var place = 0

  package init() {}

  /// Nil at the end.
  var step: Step? { Self.steps.indices.contains(place) ? Self.steps[place] : nil }

  /// “2/11”.
  var position: String { "\(place + 1)/\(Self.steps.count)" }

  /// Who asks for all keys needs to be led no longer.
  mutating func note(_ action: Action.ID) {
    if action == .help {
      place = Self.steps.count
    } else if step?.actions.contains(action) == true {
      place += 1
    }
  }

  private static let steps = [
    Step(text: "goes down this list of made-up news", actions: [.down]),
    Step(text: "reads the article", actions: [.open]),
    Step(text: "goes to what somebody says in it", actions: [.nextStatement]),
    Step(text: "goes back", actions: [.escape, .back]),
    Step(text: "searches words, names and days; Esc leaves", actions: [.search, .find]),
    Step(
      text: "shows whether it escalates, and by what", actions: [.focus(EscalationPane.id)]),
    Step(text: "lists the evidence; once more, its sentence", actions: [.open]),
    Step(text: "lists who is in the news", actions: [.focus(ActorsPane.id)]),
    Step(text: "filters everything by one", actions: [.open]),
    Step(text: "shows all again", actions: [.escape]),
    Step(text: "lists all keys. Your own news: brink import FILE…", actions: [.help]),
  ]
}
