import EventData

/// Somebody whom an article names, while it is being coded.
struct Entity {
  var actor: PoliticalActor
  /// What stands in the text, in order.
  var mentions: [Mention] = []
  /// `m`, `f`, or nil when not known.
  var gender: Character?
  /// Folded hash of the family name of a person, for later short names.
  var family: UInt64 = 0
  /// Roles and groups count as actors only where they speak or act, or are qualified.
  var isShown = true
}

/// Somewhere that an article names.
struct RegionEntity {
  var region: Region
  var mentions: [Mention] = []
}

/// Who and what an article names, by mention.
struct Resolution {
  var entities: [Entity] = []
  /// Places in ``entities`` by the hash of the actor's id; see ``ActorKey``.
  private(set) var index = HashIndex()
  var regions: [RegionEntity] = []
  var mentions: [FoundMention] = []
  /// The entity of each mention; -1 for none.
  var entityOfMention: [Int32] = []
  /// The region of each mention; -1 for none.
  var regionOfMention: [Int32] = []
  /// The mention that holds each token; -1 for none.
  var mentionOfToken: [Int32] = []

  /// - Parameter key: the hash of the actor's id.
  /// - Returns: The place in ``entities``.
  mutating func add(_ entity: consuming Entity, _ key: UInt64) -> Int {
    // Who is named once is often named again.
    entity.mentions.reserveCapacity(4)
    index.set(key, entities.count)
    entities.append(entity)
    return entities.count - 1
  }

  func reference(_ entity: Int) -> ActorReference {
    ActorReference(
      id: entities[entity].actor.id, name: entities[entity].actor.name,
      code: entities[entity].actor.code)
  }

  /// The last mention inside a range that stands for an entity.
  func lastEntity(in range: Range<Int>) -> (mention: Int, entity: Int)? {
    for token in range.reversed() where token < mentionOfToken.count {
      let mention = Int(mentionOfToken[token])
      if mention >= 0, entityOfMention[mention] >= 0 {
        return (mention, Int(entityOfMention[mention]))
      }
    }
    return nil
  }

  /// The entities that the mentions inside a range stand for, in order.
  func entities(in range: Range<Int>) -> [(mention: Int, entity: Int)] {
    var found: [(mention: Int, entity: Int)] = []
    var last: Int32 = -1
    for token in range where token < mentionOfToken.count {
      let mention = mentionOfToken[token]
      if mention >= 0, mention != last {
        last = mention
        if entityOfMention[Int(mention)] >= 0 {
          found.append((Int(mention), Int(entityOfMention[Int(mention)])))
        }
      }
    }
    return found
  }
}
