import EventData

/// A coded event as its article tells it, with what the ledger asks of the article.
package struct CodedReport: Sendable {
  package var row: Int64
  /// Tells articles apart.
  package var article: Int64
  package var event: Event
  /// The day on which the article was published; nil when it is not known.
  package var published: Day?
  package var outlet: String?
  /// The actor that ``Event/origin`` names, where the article lists it.
  package var originCode: String?
  package var originKind: PoliticalActor.Kind?
  /// Where it happened, wide enough that two reports of one event agree on it.
  package var place: String?
  /// Tells sentences of the same words; see ``words(of:)``.
  package var words: Int64
  /// Tells copies of one text.
  package var text: Int64
  package var quantity: Double?
  package var unit: String?

  package init(
    row: Int64, article: Int64, event: Event, published: Day?, outlet: String?,
    originCode: String? = nil,
    originKind: PoliticalActor.Kind? = nil, place: String? = nil, words: Int64, text: Int64,
    quantity: Double? = nil, unit: String? = nil
  ) {
    self.row = row
    self.article = article
    self.event = event
    self.published = published
    self.outlet = outlet
    self.originCode = originCode
    self.originKind = originKind
    self.place = place
    self.words = words
    self.text = text
    self.quantity = quantity
    self.unit = unit
  }

  /// The day on which the event counts: its own; where the text gives a month or a year, the day
  /// of it that is nearest to the article; where it gives nothing, the day of the article.
  package var day: Day? {
    guard let date = event.date else { return published }
    guard let published else { return date.first }
    return min(max(published, date.first), date.last)
  }

  /// How many days before its article it happened; 0 where one of the two has no date.
  var age: Int {
    guard let date = event.date, let published else { return 0 }
    return max(0, date.last.distance(to: published))
  }
}

extension EventDate {
  /// The last day of the period.
  var last: Day {
    let (year, month, _) = first.components
    return switch precision {
    case .day: first
    case .week: first.advanced(by: 6)
    case .month:
      Day(year: year, month: month, day: Day.length(ofMonth: month, year: year)) ?? first
    case .year: Day(year: year, month: 12, day: 31) ?? first
    }
  }
}

/// Who stands behind an actor: presidents, ministries and armies act and speak for their state.
package enum Party {
  /// The state or body of a CAMEO code; the actor itself where the code names none.
  package static func key(code: String?, else name: String) -> String {
    guard let code, code.utf8.count >= 3, code.utf8.first != UInt8(ascii: "-") else { return name }
    let letters = code.utf8
    let head = number(letters.prefix(3))
    if bodies.contains(head) {
      // Some envoys or lawmakers of some body are no body.
      let isNamed =
        letters.count > 3 && !(letters.count == 6 && roles.contains(number(letters.suffix(3))))
      return isNamed ? String(code.prefix(9)) : name
    }
    if roles.contains(head) { return name }
    // Rebels of a state are not the state.
    let isApart = rebels.contains(number(letters.dropFirst(3).prefix(3)))
    let length = isApart ? 6 : 3
    return letters.count == length ? code : String(Substring(letters.prefix(length)))
  }

  package static func key(of actor: ActorReference?) -> String? {
    actor.map { key(code: $0.code, else: $0.id) }
  }

  /// The state or body that is meant, also by a part or a group of it: what lasts is one event,
  /// however a text describes whom it is about (“the breakaway republics”, “the two regions”).
  /// Nil where the code names none.
  static func state(of actor: ActorReference?) -> String? {
    guard let actor, let key = key(of: actor), key != actor.id else { return nil }
    let isBody = ["IGO", "NGO", "NGM"].contains(key.prefix(3))
    return isBody ? key : String(key.prefix(3))
  }

  // As numbers: an import asks for them some dozen times an article.
  private static let bodies = ["IGO", "NGO", "NGM"].map { number($0.utf8) }
  private static let rebels = ["REB", "SEP", "INS"].map { number($0.utf8) }

  /// The roles that a code can begin with when it names no state.
  private static let roles = [
    "GOV", "MIL", "REB", "SEP", "INS", "OPP", "PTY", "COP", "JUD", "SPY", "LEG", "BUS", "CRM",
    "CVL", "EDU", "ELI", "LAB", "MED", "REF", "RAD", "MOD", "UIG", "UNK", "SOC", "REL", "AGR",
  ].map { number($0.utf8) }

  /// Up to three letters as one number.
  private static func number(_ letters: some Sequence<UInt8>) -> UInt32 {
    letters.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
