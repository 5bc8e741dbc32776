import EventData

/// Finds whom a pronoun of a clause stands for.
struct PronounReader {
  let context: AttributionContext

  private var reader: ArgumentReader { ArgumentReader(context: context) }

  /// Who is meant: for “he” and “she” the nearest person before them in what is said, the
  /// speaker, or a person named shortly before; for “it” and “they” the speaker, or the
  /// first party that the sentence names. Who speaks by the verb itself was found with the
  /// statement.
  func antecedent(of pronoun: Int, in clause: Clause) -> Argument? {
    let document = context.document
    if clause.speaker == nil, let speaker = clause.cueSpeaker,
      context.flags(pronoun).contains(.subjectPronoun)
    {
      return speaker
    }
    if document.isOne(of: Self.personal, pronoun) {
      let said = clause.limits.before(pronoun)
      if let near = person(in: said, pronoun) { return near }
      if let speaker = clause.speaker { return speaker }
      return person(in: clause.sentence.before(pronoun), pronoun) ?? earlier(pronoun, clause)
    }
    if context.flags(pronoun).contains(.subjectPronoun), let speaker = clause.speaker {
      return subjectOfMainClause(before: pronoun, in: clause) ?? speaker
    }
    guard document.isOne(of: Self.collective, pronoun) else { return nil }
    return reader.arguments(in: clause.sentence.before(pronoun)).first(where: isParty)
  }

  /// Whose “its troops” and “our forces” are: of the first party before them in what is said, else
  /// the speaker's, else of the first party of the sentence.
  func owner(of possessive: Int, in clause: Clause) -> Argument? {
    if context.document.isOne(of: Self.own, possessive) { return clause.speaker }
    func party(in range: Range<Int>) -> Argument? {
      reader.arguments(in: range.before(possessive)).first { $0.isSide && !$0.isPlace }
    }
    guard let speaker = clause.speaker else { return party(in: clause.sentence) }
    return party(in: clause.limits) ?? speaker
  }

  /// “Oslo said Riga was arming while *it* weighed …”: whom the clause before is about.
  private func subjectOfMainClause(before pronoun: Int, in clause: Clause) -> Argument? {
    guard pronoun > clause.limits.lowerBound,
      context.knowledge.events.isAdjunct(context.word(pronoun - 1)),
      var verb = clause.limits.before(pronoun - 1).last(where: { context.tag($0).headsClause })
    else { return nil }
    while verb > clause.limits.lowerBound,
      context.tag(verb - 1) == .auxiliary || context.tag(verb - 1) == .adverb
    {
      verb -= 1
    }
    return SubjectFinder(context: context).subject(before: verb, in: clause.limits)
      .flatMap { reader.arguments(in: $0).last(where: isParty) }
  }

  private func isParty(_ found: Argument) -> Bool {
    !found.actor.id.hasPrefix(ActorKey.Prefix.person) && !found.isPlace
  }

  /// The last person whom a stretch names and the pronoun can mean.
  private func person(in range: Range<Int>, _ pronoun: Int) -> Argument? {
    let named = reader.arguments(in: range)
    return named.last {
      $0.actor.id.hasPrefix(ActorKey.Prefix.person) && accords($0, pronoun)
    } ?? named.last { $0.actor.id.hasPrefix(ActorKey.Prefix.group) }
  }

  private func earlier(_ pronoun: Int, _ clause: Clause) -> Argument? {
    let start = clause.sentence.lowerBound
    return person(in: max(0, start - Self.reach)..<start, pronoun)
  }

  private func accords(_ person: Argument, _ pronoun: Int) -> Bool {
    let entity = context.resolution.entities.first { $0.actor.id == person.actor.id }
    guard let gender = entity?.gender else { return true }
    return (gender == "f") == context.document.isOne(of: Self.female, pronoun)
  }

  /// How far back the sentences before are looked at, in tokens.
  private static let reach = 50
  private static let personal: WordSet = ["he", "she", "him", "her", "his"]
  private static let female: WordSet = ["she", "her"]
  private static let own: WordSet = ["our", "my"]
  private static let collective: WordSet = ["it", "they", "them", "its", "their"]
}
