import EventData

/// What is denied, beside what was told or alleged.
extension SentenceCoder {
  /// Appends what is denied of the events before it, as `denied` by whoever denies it.
  ///
  /// - Parameters:
  ///   - first: the first event of the sentence.
  ///   - earlier: the first event of the sentence before.
  func deny(_ denial: Denial, _ events: inout [Event], from first: Int, earlier: Int) {
    let verb = context.document.span(denial.verb)
    let denier = fullName(of: denial.denier.actor)
    let told = events[first...].filter { $0.spans.allSatisfy { $0.end <= verb.start } }
    let candidates = denial.isTail ? told : events[earlier..<first] + told
    guard
      let denied = candidates.last(where: { isDeniable($0) && isOf(denial.denier, $0) })
        // “Riga said it had shot down a jet; Oslo denied it”
        ?? told.last(where: { isDeniable($0) && $0.origin != denier })
    else { return }
    for event in candidates where event.spans == denied.spans && event.source == denied.source {
      var answer = event
      answer.status = .denied
      answer.origin = denier
      answer.sentence = context.document.span(sentence)
      answer.spans = [verb]
      answer.rule = "denial"
      events.append(answer)
    }
  }

  /// Whether somebody of the denier's side is said to have done it.
  private func isOf(_ denier: Argument, _ event: Event) -> Bool {
    event.source?.body == denier.actor.body
  }

  /// A deed, or the plan of one.
  private func isDeniable(_ event: Event) -> Bool {
    switch event.status {
    case .denied, .negated, .background: return false
    default: break
    }
    switch event.category {
    case .assault, .mobilize, .aid, .coerce, .sanction: return true
    default: return false
    }
  }

  /// “Norway” for “Norwegian allegations”.
  func fullName(of actor: ActorReference) -> String {
    context.resolution.entities.first { $0.actor.id == actor.id }?.actor.name ?? actor.name
  }

  /// “has backed the rebels but denies that it provides arms”: to whom; nil of other deeds.
  func beneficiary(of predicate: Predicate, _ source: Argument?) -> Argument? {
    guard predicate.frame.category == .aid, let source else { return nil }
    return arguments.reader.arguments(in: sentence.before(predicate.group.lowerBound)).first {
      !$0.isPlace && $0.actor.body != source.actor.body
    }
  }
}
