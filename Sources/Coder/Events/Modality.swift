import EventData

/// How real an event is, from the words around its predicate and who reports it.
struct Modality {
  let context: AttributionContext

  func status(
    of predicate: Predicate, in sentence: Range<Int>, reporting: Statement?
  ) -> Event.Status {
    if isBackground(sentence, around: predicate.verb.lowerBound) { return .background }
    if isNegated(predicate) { return .negated }
    if let reporting {
      switch reporting.act {
      case .deny: return .denied
      case .threaten where isHypothetical(predicate): return .threatened
      case .demand, .ask: return .demanded
      case .promise: return .pledged
      case .propose: return .forecast
      default: break
      }
    }
    for token in predicate.group where context.flags(token).contains(.modal) {
      return context.document.isOne(of: Self.intent, token) ? .pledged : .forecast
    }
    if context.tag(predicate.group.lowerBound) == .to {
      return infinitive(predicate, in: sentence)
    }
    if isConditional(predicate, in: sentence) { return .forecast }
    return predicate.frame.status
  }

  /// “will not”, “would not”, “cannot”: a refusal, where “did not” is none.
  func isRefusal(_ predicate: Predicate) -> Bool {
    predicate.group.contains { context.flags($0).contains(.modal) }
  }

  private func isHypothetical(_ predicate: Predicate) -> Bool {
    context.tag(predicate.group.lowerBound) == .to
      || context.tag(predicate.verb.lowerBound) == .gerund
      || predicate.group.contains { context.flags($0).contains(.modal) }
  }

  private func isNegated(_ predicate: Predicate) -> Bool {
    if predicate.group.contains(where: { context.flags($0).contains(.negation) }) { return true }
    let before = predicate.group.lowerBound - 1
    guard before >= 0 else { return false }
    if predicate.isNoun {
      // “no sign of a pullback”, “without a ceasefire”
      return (max(0, before - 4)...before).contains { place in
        context.flags(place).contains(.negation)
      }
    }
    return false
  }

  /// What the verb before an infinitive makes of it: “threatened to”, “agreed to”, “plans to”.
  private func infinitive(_ predicate: Predicate, in sentence: Range<Int>) -> Event.Status {
    var place = predicate.group.lowerBound - 1
    while place >= sentence.lowerBound, predicate.group.lowerBound - place < 7 {
      let entry = cueEntry(place)
      if entry >= 0 {
        switch context.knowledge.lexicons.cueVerbs[entry].act {
        case .threaten: return .threatened
        case .promise: return .pledged
        case .demand, .ask: return .demanded
        case .deny, .withhold: return .negated
        case .assert: return .decided
        default: return .forecast
        }
      }
      place -= 1
    }
    return .forecast
  }

  private func cueEntry(_ token: Int) -> Int {
    let word = Int(context.word(token))
    return word < context.knowledge.cueVerbOfWord.count
      ? Int(context.knowledge.cueVerbOfWord[word]) : -1
  }

  private func isConditional(_ predicate: Predicate, in sentence: Range<Int>) -> Bool {
    var place = predicate.group.lowerBound - 1
    while place >= sentence.lowerBound {
      if context.tag(place) == .comma { return false }
      if context.word(place) == context.knowledge.words.if { return true }
      place -= 1
    }
    return false
  }

  /// A year before the article's, or “since” one: history, not news.
  private func isBackground(_ sentence: Range<Int>, around token: Int) -> Bool {
    for place in sentence where context.kind(place) == .number {
      guard let year = YearReader.year(context.document, place) else { continue }
      guard let published = context.document.published?.year else {
        if isPastYear(place) { return true }
        continue
      }
      if year < published - (isPastYear(place) ? 0 : 1), abs(place - token) < 14 { return true }
    }
    return false
  }

  /// “in 2014”, “since 2008”.
  private func isPastYear(_ place: Int) -> Bool {
    guard place > 0 else { return false }
    return context.document.isOne(of: Self.yearPrepositions, place - 1)
  }

  private static let intent: WordSet = ["will", "'ll", "shall"]
  private static let yearPrepositions: WordSet = ["in", "since"]
}

/// Reads a number token as a year.
enum YearReader {
  static func year(_ document: Document, _ token: Int) -> Int? {
    let span = document.tokens[token]
    guard span.end - span.start == 4 else { return nil }
    var year = 0
    for byte in document.bytes[Int(span.start)..<Int(span.end)] {
      guard byte &- 0x30 < 10 else { return nil }
      year = year * 10 + Int(byte - 0x30)
    }
    return (1900...2100).contains(year) ? year : nil
  }
}
