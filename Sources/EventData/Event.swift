/// A coded event: who did, threatened or denied what to whom.
///
/// What may be missing is an `Optional` by its long name: by the short one it would begin as nil,
/// and then the whole would be copied when it is made.
package struct Event: Hashable, Sendable {
  /// How real the event is, orthogonal to what it is.
  package enum Status: String, Sendable, CaseIterable {
    case occurred, decided, pledged, threatened, demanded, forecast, denied, negated, background
  }

  package var sentence: Span
  package var source: Optional<ActorReference>
  package var target: Optional<ActorReference>
  package var category: EventCategory
  /// Mode of PLOVER, as `troops`; nil where the category has none that fits.
  package var mode: Optional<String>
  /// CAMEO code, as `154`.
  package var cameo: String
  /// Goldstein score of the CAMEO code, −10 (conflict) to +10 (cooperation).
  package var goldstein: Double
  /// Id in the catalogue of escalation indicators, as `MP1`.
  package var indicator: Optional<String>
  package var status: Status
  /// Who says so: an actor, or the outlet.
  package var origin: Optional<String>
  package var region: Optional<String>
  package var date: Optional<EventDate>
  /// The id of the event frame that found it.
  package var rule: String
  package var spans: [Span]

  package init(
    sentence: Span, source: ActorReference?, target: ActorReference?, category: EventCategory,
    mode: String? = nil, cameo: String, goldstein: Double, indicator: String? = nil,
    status: Status, origin: String? = nil, region: String? = nil, date: EventDate? = nil,
    rule: String, spans: [Span]
  ) {
    self.sentence = sentence
    self.source = source
    self.target = target
    self.category = category
    self.mode = mode
    self.cameo = cameo
    self.goldstein = goldstein
    self.indicator = indicator
    self.status = status
    self.origin = origin
    self.region = region
    self.date = date
    self.rule = rule
    self.spans = spans
  }
}

/// The sixteen event types of PLOVER 2.0.
package enum EventCategory: String, Sendable, CaseIterable {
  case agree = "AGREE"
  case consult = "CONSULT"
  case support = "SUPPORT"
  case concede = "CONCEDE"
  case cooperate = "COOPERATE"
  case aid = "AID"
  case retreat = "RETREAT"
  case request = "REQUEST"
  case accuse = "ACCUSE"
  case reject = "REJECT"
  case threaten = "THREATEN"
  case sanction = "SANCTION"
  case protest = "PROTEST"
  case mobilize = "MOBILIZE"
  case coerce = "COERCE"
  case assault = "ASSAULT"

  /// Inlinable, as the coder asks for it several times for each predicate.
  @inlinable package static func == (one: EventCategory, other: EventCategory) -> Bool {
    unsafeBitCast(one, to: UInt8.self) == unsafeBitCast(other, to: UInt8.self)
  }
}

/// A day, a week, a month or a year: as exact as the text is.
package struct EventDate: Hashable, Sendable {
  package enum Precision: String, Sendable, CaseIterable { case day, week, month, year }

  /// The first day of the period.
  package var first: Day
  package var precision: Precision

  package init(first: Day, precision: Precision = .day) {
    self.first = first
    self.precision = precision
  }

  /// `2022-01-12`, `2022-W02`, `2022-01` or `2022`.
  package var iso: String {
    switch precision {
    case .day: first.iso
    case .week: first.isoWeek
    case .month: String(first.iso.prefix(7))
    case .year: String(first.iso.prefix(4))
    }
  }
}
