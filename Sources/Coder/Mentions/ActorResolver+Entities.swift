import EventData
import Lexicons

extension ActorResolver {
  mutating func assign(_ place: Int, _ entity: Int, rule: String) {
    resolution.entityOfMention[place] = Int32(entity)
    let mention = resolution.mentions[place]
    resolution.entities[entity].mentions.append(
      Mention(span: document.span(mention.tokens), rule: rule))
  }

  mutating func add(_ entity: Entity) -> Int {
    index[entity.actor.id] = resolution.entities.count
    resolution.entities.append(entity)
    return resolution.entities.count - 1
  }

  mutating func state(_ index: Int, isShown: Bool = true) -> Int {
    let state = knowledge.lexicons.states[index]
    let id = "state:" + state.code
    let entity =
      self.index[id]
      ?? add(
        Entity(
          actor: PoliticalActor(
            id: id, name: state.name, kind: .state, affiliation: state.name, code: state.code),
          isShown: false))
    if isShown { resolution.entities[entity].isShown = true }
    return entity
  }

  mutating func organisation(_ index: Int) -> Int {
    let organisation = knowledge.lexicons.organisations[index]
    let state = organisation.affiliation.flatMap { knowledge.stateOfCode[$0] }
    let id = "organisation:" + organisation.id
    return self.index[id]
      ?? add(
        Entity(
          actor: PoliticalActor(
            id: id, name: organisation.name,
            kind: organisation.isArmedGroup ? .group : .organisation,
            affiliation: state.map { knowledge.lexicons.states[$0].name },
            code: organisation.code)))
  }

  mutating func outlet(_ index: Int) -> Int {
    let outlet = knowledge.lexicons.outlets[index]
    let state = knowledge.stateOfCode[outlet.country]
    let id = "outlet:" + outlet.id
    return self.index[id]
      ?? add(
        Entity(
          actor: PoliticalActor(
            id: id, name: outlet.name, kind: .organisation,
            affiliation: state.map { knowledge.lexicons.states[$0].name },
            code: outlet.country + "JRN"),
          isShown: false))
  }
}
