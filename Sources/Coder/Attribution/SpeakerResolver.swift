import EventData

/// Turns the words of a source into an actor.
struct SpeakerResolver {
  let knowledge: Knowledge
  let document: Document

  /// Who spoke last in the text so far, and where.
  private var lastSpeaker: (entity: Int, sentence: Int)?

  init(knowledge: Knowledge, document: Document) {
    self.knowledge = knowledge
    self.document = document
  }

  /// The actor whom a source names; nil when the rules abstain.
  ///
  /// - Parameters:
  ///   - isInner: a speaker whom another one reports is not who “he” is in the next sentence.
  ///   - addressee: whom the speaker addresses, which is never the speaker.
  mutating func speaker(
    of source: Range<Int>, sentence: Int, isInner: Bool, besides addressee: Range<Int>?,
    in resolution: inout Resolution
  ) -> ActorReference? {
    if let members = members(of: source, in: resolution) {
      for member in members { show(member, as: source, in: &resolution) }
      let actors = members.map { resolution.entities[$0].actor }
      return ActorReference(
        id: actors[0].id, name: Self.list(actors.map(\.name)), code: actors[0].code)
    }
    let entity: Int?
    if source.count == 1,
      document.tags[source.lowerBound] == .pronoun
        || document.tags[source.lowerBound] == .possessive
    {
      let others = addressee.map { resolution.entities(in: $0).map(\.entity) } ?? []
      entity = antecedent(
        of: source.lowerBound, sentence: sentence, besides: others, in: resolution)
    } else {
      entity = named(source, in: &resolution)
    }
    guard let entity else { return nil }
    show(entity, as: source, in: &resolution)
    if !isInner { lastSpeaker = (entity, sentence) }
    return resolution.reference(entity)
  }

  private static func list(_ names: [String]) -> String {
    names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
  }

  /// Who speaks is an actor, even who is named by an adjective alone: “the Latvian said”.
  private func show(_ entity: Int, as source: Range<Int>, in resolution: inout Resolution) {
    resolution.entities[entity].isShown = true
    if resolution.entities[entity].mentions.isEmpty {
      resolution.entities[entity].mentions = [
        Mention(span: document.span(source), rule: "source")
      ]
    }
  }

  /// The actors of “the West and Russia”, “Norway, Latvia and Estonia”; nil for a phrase that is no
  /// such list.
  private func members(of source: Range<Int>, in resolution: Resolution) -> [Int]? {
    let name =
      source.first {
        let mention = Int(resolution.mentionOfToken[$0])
        return mention >= 0 && resolution.entityOfMention[mention] >= 0
      } ?? source.lowerBound
    // “an ally of Norway and Latvia”
    let isOfThem = source.before(name).contains { document.tokens[$0].flags.contains(.of) }
    guard !isOfThem,
      source.contains(where: { document.tokens[$0].word == knowledge.words.and })
    else { return nil }
    var members: [Int] = []
    for found in resolution.entities(in: source) where !members.contains(found.entity) {
      members.append(found.entity)
    }
    let commas = source.count { document.tags[$0] == .comma }
    // With a comma before “and”, or without.
    let isList = members.count == 2 || commas == members.count - 1 || commas == members.count - 2
    return members.count > 1 && isList ? members : nil
  }

  /// The mention that heads the phrase: the last one before its first preposition.
  private mutating func named(_ source: Range<Int>, in resolution: inout Resolution) -> Int? {
    if let amount = amount(of: source) {
      // “most of the rebels” are rebels, “more than forty countries” nobody in particular.
      return document.isOne(of: Self.than, amount)
        ? addUnknown(source, isName: false, to: &resolution)
        : named(amount + 1..<source.upperBound, in: &resolution)
    }
    var end = source.upperBound
    if let preposition = source.first(where: {
      document.tags[$0] == .preposition && resolution.mentionOfToken[$0] < 0
    }), preposition > source.lowerBound {
      // “a statement from the ministry”: papers speak for those who wrote them.
      if document.isOne(of: Self.papers, preposition - 1),
        document.isOne(of: Self.writers, preposition),
        let writer = named(preposition + 1..<source.upperBound, in: &resolution)
      {
        return writer
      }
      // “the office of the president” does what the president does.
      if document.isOne(of: Self.offices, preposition - 1),
        document.tokens[preposition].word == knowledge.words.of
      {
        return addUnknown(source, isName: false, to: &resolution)
      }
      end = preposition
    }
    if document.isOne(of: NounPhraseFinder.relating, end - 1) {
      // “a person familiar with the matter”: what the source knows is all that is known of it.
      return addUnknown(source, isName: false, to: &resolution)
    }
    let head = source.lowerBound..<end
    if let found = resolution.lastEntity(in: head),
      coversHead(resolution.mentions[found.mention], of: head)
    {
      return found.entity
    }
    let isName = document.tags[end - 1] == .name
    return addUnknown(head, isName: isName, to: &resolution)
  }

  /// The “of” or “than” behind a word that only says how many.
  private func amount(of source: Range<Int>) -> Int? {
    guard
      let joint = source.dropFirst().dropLast().prefix(4).first(where: {
        document.isOne(of: Self.joints, $0)
      })
    else { return nil }
    return document.isOne(of: Self.amounts, joint - 1) ? joint : nil
  }

  private static let papers: WordSet = [
    "statement", "statements", "communique", "letter", "memo", "message", "note", "report",
    "release",
    "declaration", "announcement", "post", "tweet", "notice", "bulletin",
  ]
  private static let writers: WordSet = ["from", "by"]
  private static let joints: WordSet = ["of", "than"]
  private static let than: WordSet = ["than"]
  private static let amounts: WordSet = [
    "more", "fewer", "less", "most", "many", "some", "several", "few", "half", "third", "thirds",
    "quarter", "part", "majority", "all", "none", "both", "dozens", "scores", "hundreds",
    "thousands", "number",
  ]

  /// Whether a mention reaches the last word of the phrase.
  private func coversHead(_ mention: FoundMention, of phrase: Range<Int>) -> Bool {
    mention.tokens.upperBound >= phrase.upperBound
      || (mention.tokens.upperBound..<phrase.upperBound).allSatisfy {
        document.tags[$0] == .apostrophe || document.tags[$0] == .hyphen
          || document.tags[$0] == .time
      }
  }

  /// Who a pronoun stands for: the last speaker, or the nearest earlier person who can
  /// be meant; nobody when neither is near.
  private func antecedent(
    of token: Int, sentence: Int, besides others: [Int], in resolution: Resolution
  ) -> Int? {
    let word = document.tokens[token].word
    let words = knowledge.words
    let gender: Character? =
      word == words.he || word == words.his
      ? "m" : word == words.she || word == words.her ? "f" : nil
    let wantsPerson = gender != nil
    func fits(_ entity: Int) -> Bool {
      if others.contains(entity) || resolution.entities[entity].mentions.isEmpty { return false }
      let kind = resolution.entities[entity].actor.kind
      if wantsPerson {
        let own = resolution.entities[entity].gender
        return kind == .person && (own == nil || own == gender)
      }
      if word == words.they || word == words.their { return kind == .group }
      if word == words.it || word == words.its { return kind == .organisation || kind == .state }
      return false
    }
    if let last = lastSpeaker, sentence - last.sentence <= 2, fits(last.entity) {
      return opener(between: last.sentence, and: sentence, fits, in: resolution) ?? last.entity
    }
    let own = document.sentences[sentence].tokens
    if let found = entities(in: own.lowerBound..<token, resolution).last(where: fits) {
      return found
    }
    // Who opens an earlier sentence is more likely to go on in the next than who is named last.
    for earlier in document.sentences[max(0, sentence - 2)..<sentence].reversed() {
      if let found = entities(in: earlier.tokens, resolution).first(where: fits) { return found }
    }
    return nil
  }

  /// Who opens a sentence after that of the last speaker: “Tarn visited Riga. He said …”.
  private func opener(
    between last: Int, and sentence: Int, _ fits: (Int) -> Bool, in resolution: Resolution
  ) -> Int? {
    for earlier in document.sentences[min(last + 1, sentence)..<sentence].reversed() {
      let first = earlier.tokens.lowerBound
      let found = resolution.entities(in: first..<min(first + 1, earlier.tokens.upperBound))
      if let entity = found.first?.entity, fits(entity) { return entity }
    }
    return nil
  }

  private func entities(in range: Range<Int>, _ resolution: Resolution) -> [Int] {
    resolution.entities(in: range).map(\.entity)
  }
}
