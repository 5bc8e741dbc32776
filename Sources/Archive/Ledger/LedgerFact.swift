import Escalation
import EventData

/// What an article tells the ledger about one of its events with an indicator.
struct LedgerFact: Sendable {
  /// Of the event in the article's list.
  var index: Int
  /// Of its sentence: see ``TextWords/digest``.
  var words: Int64
  /// The country: two reports of one event name the town, the region or the coast of it.
  var place: String?
  /// The actor that ``Event/origin`` names, where the article lists it.
  var origin: PoliticalActor?
  /// The largest number of the sentence.
  var figure: Figure?
  /// Nil where no catalogue has read it yet.
  var reading: Result<LedgerEntry, LedgerEntry.Exclusion>?
  /// The place of its indicator in that catalogue.
  var indicator: Int?
}

extension LedgerFact {
  /// - Parameters:
  ///   - bytes: of the article's text.
  ///   - catalogue: nil where the ledger is to read them later.
  static func facts(
    of coded: CodedArticle, _ bytes: [UInt8], _ catalogue: IndicatorCatalogue?
  ) -> [LedgerFact] {
    var digests: [Span: Int64] = [:]
    var facts: [LedgerFact] = []
    for (index, event) in coded.events.prefix(CodedRowID.limit).enumerated()
    where event.indicator != nil {
      let words = digests[event.sentence] ?? TextWords(bytes.part(event.sentence)).digest
      digests[event.sentence] = words
      facts.append(
        LedgerFact(
          index: index, words: words, place: place(of: event, in: coded),
          origin: event.origin.flatMap { name in
            coded.actors.first { $0.actor.name == name || $0.actor.id == name }?.actor
          },
          figure: coded.figures.lazy.filter { $0.sentence == event.sentence }
            .max { $0.quantity < $1.quantity }))
    }
    if let catalogue { read(&facts, of: coded, catalogue) }
    return facts
  }

  /// What of it depends on no other article, as ``FreshReports`` reads it.
  private static func read(
    _ facts: inout [LedgerFact], of coded: CodedArticle, _ catalogue: IndicatorCatalogue
  ) {
    var found: [(report: CodedReport, entry: LedgerEntry)] = []
    var places: [Int] = []
    for place in facts.indices {
      let report = CodedReport(facts[place], of: coded)
      let reading = LedgerEntry.reading(report, catalogue)
      facts[place].reading = reading
      facts[place].indicator = report.event.indicator.flatMap(catalogue.place)
      guard case .success(let entry) = reading else { continue }
      found.append((report, entry))
      places.append(place)
    }
    let joined = LedgerEntry.joiningPairs(found, within: catalogue.method.days("link.days"))
    for (place, entry) in zip(places, joined) { facts[place].reading = .success(entry) }
  }

  private static func place(of event: Event, in coded: CodedArticle) -> String? {
    guard let name = event.region else { return nil }
    let region = coded.regions.first { $0.region.name == name || $0.region.id == name }?.region
    return region?.country ?? region?.id ?? name
  }
}

extension CodedReport {
  /// Of an article that has no row yet: rows tell its events apart, and nothing more.
  fileprivate init(_ fact: LedgerFact, of coded: CodedArticle) {
    self.init(
      row: CodedRowID.id(article: 0, place: fact.index), article: 0,
      event: coded.events[fact.index], published: coded.article.published?.day,
      outlet: coded.article.outlet, originCode: fact.origin?.code,
      originKind: fact.origin?.kind, place: fact.place, words: fact.words, text: 0,
      quantity: fact.figure?.quantity, unit: fact.figure?.unit)
  }
}
