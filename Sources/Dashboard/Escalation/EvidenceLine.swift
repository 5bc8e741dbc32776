import Archive
import EventData

/// One sentence behind a number, of an event or of a statement.
struct EvidenceLine: Sendable, Identifiable {
  /// What it adds to the number.
  enum Weight: Sendable {
    case points(Double)
    /// A further report of the event above.
    case further
    /// It counts as one.
    case one
  }

  let id: Int64
  let article: ArticleKey
  let span: Span
  let weight: Weight
  let day: Day?
  /// How real an event is; what a speaker does.
  let status: String
  let source: String?
  let target: String?
  let sentence: String
  let outlet: String?

  /// Sentences read at once.
  static let most = 500

  static func lines(
    of events: [EventShare], from archive: ArchiveReader
  ) throws(ArchiveError) -> [EvidenceLine] {
    let values = Dictionary(
      events.map { ($0.event, $0.value) }, uniquingKeysWith: { first, _ in first })
    var last: Int64?
    return try archive.evidence(of: events.map(\.event), most: most).map { row in
      defer { last = row.event }
      return EvidenceLine(
        row: row, points: row.event == last ? nil : row.event.flatMap { values[$0] })
    }
  }

  /// - Parameter points: nil for a further report of the same event.
  init(row: EvidenceRow, points: Double?) {
    self.init(
      id: row.id, article: row.article, span: row.span,
      weight: points.map { .points($0) } ?? .further, day: row.day, status: row.status.rawValue,
      source: row.source, target: row.target, sentence: row.sentence, outlet: row.outlet)
  }

  init(event row: EventRow) {
    self.init(
      id: row.id, article: row.article, span: row.event.sentence, weight: .one,
      day: row.event.date?.first ?? row.published?.day, status: row.event.status.rawValue,
      source: row.event.source?.name, target: row.event.target?.name, sentence: row.sentence,
      outlet: row.outlet)
  }

  init(statement row: StatementRow) {
    self.init(
      id: row.id, article: row.article, span: row.statement.extent, weight: .one,
      day: row.published?.day, status: row.statement.act.verb,
      source: row.statement.speaker?.name, target: row.statement.addressee,
      sentence: row.content, outlet: row.outlet)
  }

  private init(
    id: Int64, article: ArticleKey, span: Span, weight: Weight, day: Day?, status: String,
    source: String?, target: String?, sentence: String, outlet: String?
  ) {
    self.id = id
    self.article = article
    self.span = span
    self.weight = weight
    self.day = day
    self.status = status
    self.source = source
    self.target = target
    self.sentence = sentence
    self.outlet = outlet
  }
}
