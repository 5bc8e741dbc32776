import EventData

/// Which rules were tried on a sentence, and what was dropped.
extension Explainer {
  /// For each cue the rule that claimed it, or why none did; then what came too late.
  func rules(in sentence: Document.SentenceTokens) -> [String] {
    let finder = StatementFinder(knowledge: coder.knowledge, document: document)
    guard finder.mayReport(sentence) else { return ["  rules  none tried: no cue"] }
    var cues: [Cue] = []
    CueFinder(knowledge: coder.knowledge).find(in: sentence.tokens, document, into: &cues)
    var kept: [Attribution] = []
    var late: [String] = []
    for attribution in AttributionRules.standard.flatMap({
      $0.attributions(in: sentence, cues: cues, context)
    }) {
      if let earlier = kept.first(where: { $0.cue.overlaps(attribution.cue) }) {
        late.append(
          "  dropped  “\(document.text(attribution.cue))” of \(attribution.rule): "
            + "\(earlier.rule) has it")
      } else {
        kept.append(attribution)
      }
    }
    let unclaimed = cues.filter { cue in !kept.contains { $0.cue.overlaps(cue.group) } }
    return [
      "  rules  tried \(AttributionRules.standard.map { $0.id }.joined(separator: " "))"
    ]
      + kept.map { "  fired  \($0.rule) on “\(document.text($0.cue))”" }
      + unclaimed.map { "  dropped  cue “\(document.text($0.group))”: \(reason($0))" } + late
  }

  /// Why no rule makes a statement of a cue.
  private func reason(_ cue: Cue) -> String {
    if document.isInQuote(cue.verb.lowerBound) { return "it stands in a quotation" }
    if cue.isInfinitive { return "an infinitive says nothing yet" }
    if cue.isModal { return "what may or will be said is not said" }
    if cue.isPassive { return "a passive that names nobody who speaks" }
    return "no rule finds a source and what the frames of its verb allow"
  }

  /// Names and predicates of which nothing was made.
  func dropped(in sentence: Document.SentenceTokens) -> [String] {
    mentions(in: sentence.tokens) + predicates(in: sentence)
  }

  private func mentions(in sentence: Range<Int>) -> [String] {
    resolution.mentions.indices.compactMap { place in
      let mention = resolution.mentions[place]
      guard sentence.contains(mention.tokens.lowerBound), resolution.regionOfMention[place] < 0
      else { return nil }
      let entity = Int(resolution.entityOfMention[place])
      if entity >= 0, resolution.entities[entity].isShown { return nil }
      let reason = entity >= 0 ? hiding(resolution.entities[entity].actor) : nameless(mention.kind)
      return "  dropped  “\(document.text(mention.tokens))”: \(reason)"
    }
  }

  private func hiding(_ actor: PoliticalActor) -> String {
    switch actor.kind {
    case .state: "\(actor.name) neither speaks nor acts here"
    case .organisation, .group: "\(actor.name) does not speak, and no state tells who they are"
    case .person: "a single name, who does not speak"
    }
  }

  private func nameless(_ kind: FoundMention.Kind) -> String {
    switch kind {
    case .alias: "nothing of that name fits the words around it"
    case .placeName: "a place in no state that the article names"
    case .singleName: "one capitalised word that no full name explains"
    case .personName, .organisationName, .role: "nobody in particular"
    }
  }

  private func predicates(in sentence: Document.SentenceTokens) -> [String] {
    if document.paragraphs[sentence.paragraph].isHeading { return [] }
    let events = coded.events.filter { $0.sentence == document.span(sentence.tokens) }
    var predicates: [Predicate] = []
    FrameMatcher(context: context).find(in: sentence.tokens, into: &predicates)
    return predicates.compactMap { predicate in
      let span = document.span(predicate.verb)
      if events.contains(where: { $0.spans.contains(span) }) { return nil }
      return "  dropped  event “\(document.text(predicate.verb))” of \(predicate.frame.id): "
        + "no actor acts or is acted upon, or another event says the same"
    }
  }
}
