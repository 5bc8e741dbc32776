import EventData

/// Whom an article names, each once: what statements and events say of actors, as places in one
/// list, so that whoever writes them looks up each actor once.
struct NamedActors: Sendable {
  /// Those that the article lists, in its order.
  let listed: [PoliticalActor]
  /// Those that only speak or act.
  let others: [ActorReference]
  /// Of each statement, event and event: places in `listed` and, after it, `others`.
  let speakers: [Int?]
  let sources: [Int?]
  let targets: [Int?]

  init(_ coded: CodedArticle) {
    listed = coded.actors.map(\.actor)
    // A reference means the article's own actor where it goes under the same name and code.
    var places: [ActorReference: Int] = [:]
    places.reserveCapacity(listed.count * 2)
    for (place, actor) in listed.enumerated() {
      let reference = ActorReference(actor)
      if places[reference] == nil { places[reference] = place }
    }
    var others: [ActorReference] = []
    let count = listed.count
    func place(_ reference: ActorReference?) -> Int? {
      guard let reference else { return nil }
      if let place = places[reference] { return place }
      let place = count + others.count
      places[reference] = place
      others.append(reference)
      return place
    }
    // By their places: a statement or an event copied is a dozen references counted.
    let (statements, events) = (coded.statements, coded.events)
    speakers = statements.indices.prefix(CodedRowID.limit).map { place(statements[$0].speaker) }
    sources = events.indices.prefix(CodedRowID.limit).map { place(events[$0].source) }
    targets = events.indices.prefix(CodedRowID.limit).map { place(events[$0].target) }
    self.others = others
  }
}
