import EventData

/// A coded event as the ledger reads it: one sentence of one article.
package struct LedgerEntry: Hashable, Sendable {
  /// Why a coded event has no effect.
  package enum Exclusion: String, Error, Sendable, CaseIterable {
    /// The catalogue does not know the indicator.
    case unknownIndicator = "unknown indicator"
    /// It did not happen.
    case notAsserted = "not asserted"
    /// Told as history.
    case background
    /// Said to one's own: an order to an army threatens nobody yet.
    case ownParty = "within one party"
    /// Neither the event nor its article has a date.
    case undated
    /// Taken out by a person.
    case dismissed
  }

  package var row: Int64
  /// Two entries of different links never tell of one event.
  package var link: Int64
  package var day: Day
  /// The text itself gives the day.
  package var isDated: Bool
  package var status: Event.Status
  package var origin: Origin
  package var words: Int64
  package var text: Int64
  /// How many times the usual size it is.
  package var size: Double?

  package init(
    row: Int64, link: Int64, day: Day, isDated: Bool, status: Event.Status, origin: Origin,
    words: Int64, text: Int64, size: Double?
  ) {
    self.row = row
    self.link = link
    self.day = day
    self.isDated = isDated
    self.status = status
    self.origin = origin
    self.words = words
    self.text = text
    self.size = size
  }

  /// The entry, or why the report has none.
  package static func reading(
    _ report: CodedReport, _ catalogue: IndicatorCatalogue
  ) -> Result<LedgerEntry, Exclusion> {
    Result { () throws(Exclusion) in try LedgerEntry(report, catalogue) }
  }

  /// - Throws: why the report has no effect. (A denial has one: it weakens what it denies.)
  package init(
    _ report: CodedReport, _ catalogue: IndicatorCatalogue
  ) throws(Exclusion) {
    let event = report.event
    guard let id = event.indicator, let indicator = catalogue[id] else { throw .unknownIndicator }
    if event.status == .background { throw .background }
    if event.status == .negated { throw .notAsserted }
    let (source, target) = (Party.key(of: event.source), Party.key(of: event.target))
    if indicator.track == .word, indicator.direction == .escalates, source != nil,
      source == target
    {
      throw .ownParty
    }
    // What somebody says or foresees, he says now, whatever it is about.
    let isUttered =
      indicator.track == .word
      || [.forecast, .pledged, .threatened, .demanded].contains(event.status)
    let isOld = report.age > catalogue.method.days("history.days")
    if isOld, !isUttered { throw .background }
    // A threat of next month counts from today on; talks that are set wait for their day.
    let isAhead =
      isUttered && indicator.direction == .escalates
      && report.published.map { report.day ?? $0 > $0 } ?? false
    guard let day = isOld || isAhead ? report.published : report.day else { throw .undated }
    self.init(
      row: report.row, link: Self.link(of: report, indicator), day: day,
      isDated: event.date != nil && !isOld && !isAhead, status: Self.status(of: event, indicator),
      origin: Origin(of: report, indicator), words: report.words, text: report.text,
      size: Self.size(of: report, indicator))
  }

  /// What two reports of one event have in common, besides the day.
  private static func link(of report: CodedReport, _ indicator: Indicator) -> Int64 {
    var parties = [Party.key(of: report.event.source), Party.key(of: report.event.target)]
    if indicator.isState { parties[1] = Party.state(of: report.event.target) }
    if parties[1] == parties[0] { parties[1] = nil }
    // Who met whom is one meeting, whoever is named first.
    let isMutual = report.event.category == .consult || report.event.category == .agree
    if isMutual { parties.sort { ($0 ?? "") < ($1 ?? "") } }
    var digest = Digest()
    digest.combine(indicator.id)
    for party in parties { digest.combine(party) }
    // Where a state calls up its own or declares an emergency is at home.
    digest.combine(indicator.family == .mobilisation ? nil : report.place)
    return digest.value
  }

  /// A threat that was uttered has been uttered, whatever comes of it.
  private static func status(of event: Event, _ indicator: Indicator) -> Event.Status {
    guard indicator.track == .word, event.status != .denied else { return event.status }
    let isOnlyWords = indicator.family == .threats || indicator.family == .information
    let isUttered = event.status == .threatened || event.status == .demanded
    return isOnlyWords || isUttered ? .occurred : event.status
  }

  private static func size(of report: CodedReport, _ indicator: Indicator) -> Double? {
    guard let quantity = report.quantity, quantity > 0, let unit = report.unit,
      let usual = indicator.quantities.first(where: { Unit.name(of: unit) == $0.name })?.usual
    else { return nil }
    return quantity / usual
  }
}

/// What figures count, in the words of the catalogue.
enum Unit {
  static func name(of unit: String) -> String {
    switch unit {
    case "soldiers", "personnel", "servicemen", "forces", "paratroopers", "marines", "fighters":
      "troops"
    case "deaths", "dead", "bodies", "victims": "killed"
    case "injured", "casualties": "wounded"
    case "people", "civilians", "residents", "diplomats", "staff", "families", "citizens",
      "nationals", "reservists", "men", "prisoners", "captives", "detainees", "refugees":
      "persons"
    case "USD", "EUR", "GBP": "usd"
    case "missiles", "launchers", "tanks", "drones", "vehicles", "rockets": "items"
    default: unit
    }
  }
}
