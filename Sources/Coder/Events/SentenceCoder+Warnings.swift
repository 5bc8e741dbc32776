import EventData

/// “Oslo warned that Riga would attack Latvia”: who warns of another's deed threatens nobody.
extension SentenceCoder {
  /// Whose deed a warning is about.
  enum Warning {
    /// What another side would do.
    case alarm
    /// “Oslo warned that Norway would strike Latvia”: what one's own side would do, to whom.
    case own(Argument?)
  }

  /// - Parameter source: who warns.
  /// - Returns: Nil for another predicate, and where the deed is nobody's who is named.
  func warning(
    _ predicate: Predicate, about deed: Predicate, from source: Argument?, in clause: Clause
  ) -> Warning? {
    guard Self.warnings.contains(predicate.frame.id), let source, source.isKnown,
      !deed.isNoun, deed.entry.isDeed,
      !deed.group.contains(where: { context.tag($0) == .to }) || isPrepared(deed, in: clause)
    else { return nil }
    let own = self.clause(of: deed, reporting(deed), before: Clause.tail(of: sentence, context))
    guard let (actor, target) = arguments.pairs(of: deed, in: own).first, let actor, actor.isKnown
    else { return nil }
    if actor.actor.body != source.actor.body { return .alarm }
    return actor.actor.id == source.actor.id ? nil : .own(target)
  }

  /// “warned that Riga was preparing to attack”, not “warned Riga not to attack”.
  private func isPrepared(_ deed: Predicate, in clause: Clause) -> Bool {
    clause.scope.before(deed.group.lowerBound).contains { context.tag($0) == .auxiliary }
  }

  private static let warnings: Set = ["warn", "warning-noun"]
}

extension Coding.Code {
  /// PLOVER and CAMEO have no warning against a third side: it is alleged what that would do.
  static let alarm = Self(category: .accuse, cameo: "112", mode: "allege", status: .occurred)
}
