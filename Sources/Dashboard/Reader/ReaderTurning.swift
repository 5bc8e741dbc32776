import EventData
import Terminal

/// Going from place to place in an article: hits of a search, mentions of an actor.
extension ReaderPane {
  package mutating func find(_ text: String, in view: PaneView) -> [PaneRequest]? {
    guard let document else { return [] }
    guard !text.isEmpty else {
      found = nil
      if let beforeFinding { stand = beforeFinding }
      beforeFinding = nil
      return []
    }
    if found == nil { beforeFinding = stand }
    found = TextSearch(text, in: document.article.text, from: found?.hit?.start ?? firstByte)
    showHit()
    return []
  }

  mutating func turnHit(by step: Int) -> [PaneRequest]? {
    guard found != nil else { return nil }
    let isRound = found?.turn(by: step) ?? false
    showHit()
    return isRound ? [.say(step > 0 ? "From the start again" : "From the end again")] : []
  }

  private mutating func showHit() {
    guard let hit = found?.hit else { return }
    look(at: hit)
  }

  /// To the next or the last mention of the actor that the filter names, or else of the one that
  /// has been followed, or else of the first that is mentioned from here on.
  mutating func turnMention(by step: Int, in view: PaneView) -> [PaneRequest] {
    guard let document else { return [] }
    let actors = document.mentions
    guard !actors.isEmpty else { return [.say("No actor is mentioned in this article")] }
    let from = marked?.start ?? firstByte
    let followed =
      actors.firstIndex { $0.actor.id == follows }
      ?? actors.firstIndex { view.scope.holds(actor: $0.actor.id) }
      ?? nearestActor(behind: from, in: actors)
    follows = actors[followed].actor.id
    let places = actors[followed].places
    let next =
      step > 0
      ? places.firstIndex { $0.start > from } : places.lastIndex { $0.start < from }
    let index = next ?? (step > 0 ? 0 : places.count - 1)
    look(at: places[index])
    let name = actors[followed].actor.name
    return [.say("\(name): mention \(index + 1) of \(places.count)")]
  }

  /// Follows the next actor of the article, in the order of their first mentions.
  mutating func turnActor(in view: PaneView) -> [PaneRequest] {
    guard let document, !document.mentions.isEmpty else {
      return [.say("No actor is mentioned in this article")]
    }
    let actors = document.mentions
    let index = actors.firstIndex { $0.actor.id == follows }.map { ($0 + 1) % actors.count } ?? 0
    follows = actors[index].actor.id
    look(at: actors[index].places[0])
    return [.say("\(actors[index].actor.name): mention 1 of \(actors[index].places.count)")]
  }

  private func nearestActor(behind byte: Int, in actors: [ReaderDocument.Mentioned]) -> Int {
    func distance(_ index: Int) -> Int {
      actors[index].places.first { $0.start >= byte }?.start ?? .max
    }
    return actors.indices.min { distance($0) < distance($1) } ?? 0
  }
}
