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
    // By their places: an event copied is a dozen references counted.
    for index in coded.events.indices.prefix(CodedRowID.limit)
    where coded.events[index].indicator != nil {
      let sentence = coded.events[index].sentence
      let words = digests[sentence] ?? TextWords(bytes.part(sentence)).digest
      digests[sentence] = words
      facts.append(
        LedgerFact(
          index: index, words: words, place: place(of: coded.events[index].region, in: coded),
          origin: coded.events[index].origin.flatMap { actor($0, in: coded) },
          figure: coded.figures.indices.filter { coded.figures[$0].sentence == sentence }
            .max { coded.figures[$0].quantity < coded.figures[$1].quantity }
            .map { coded.figures[$0] }))
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

  private static func place(of region: String?, in coded: CodedArticle) -> String? {
    guard let region else { return nil }
    let found = coded.regions.indices.first {
      coded.regions[$0].region.name == region || coded.regions[$0].region.id == region
    }
    guard let found else { return region }
    return coded.regions[found].region.country ?? coded.regions[found].region.id
  }

  private static func actor(_ name: String, in coded: CodedArticle) -> PoliticalActor? {
    coded.actors.indices.first {
      coded.actors[$0].actor.name == name || coded.actors[$0].actor.id == name
    }.map { coded.actors[$0].actor }
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
