import EventData
import GRDB

/// A statement, an event or a figure with the forms of its actors, which are not named yet.
struct Found<Finding: StoredFinding> {
  var id: Int64
  var finding: Finding
  var source: Int64?
  var target: Int64?
}

/// Reads what the coder found in articles.
final class StoredFindings {
  private let db: Database
  private let find: PreparedQuery
  private let findActor: PreparedQuery
  private var actors: [Int64: (row: Int64, reference: ActorReference)] = [:]
  /// The last article that was read: one kind of its findings is asked for after the other.
  private var last: (article: Int64, forms: [Int64], findings: PackedFindings)?
  /// The last article whose events were asked for one by one.
  private var lastEvents: (article: Int64, events: [Event])?

  init(_ db: Database) throws {
    self.db = db
    find = try PreparedQuery(db, "SELECT actors, packed FROM article_findings WHERE id = ?")
    findActor = try PreparedQuery(
      db,
      """
      SELECT f.actor, p.external_id, f.name, f.code
      FROM actor_form f CROSS JOIN actor p ON p.id = f.actor WHERE f.id = ?
      """)
  }

  /// In the order of the text.
  ///
  /// - Throws: ``ArchiveError/corrupt(_:)``, also where there is no such article.
  func found<Finding>(in article: Int64) throws -> [Found<Finding>] {
    let (forms, findings) = try read(article)
    func form(_ place: Int?) throws(ArchiveError) -> Int64? {
      guard let place else { return nil }
      guard forms.indices.contains(place) else { throw .corrupt("packed actor \(place)") }
      return forms[place]
    }
    let all: [(Finding, FoundPlaces)] = try findings.all()
    return try all.enumerated().map { place, found in
      Found(
        id: CodedRowID.id(article: article, place: place), finding: found.0,
        source: try form(found.1.source), target: try form(found.1.target))
    }
  }

  /// The same with their actors.
  func all<Finding: StoredFinding>(in article: Int64) throws -> [Finding] {
    try found(in: article).map(named)
  }

  func named<Finding>(_ found: Found<Finding>) throws -> Finding {
    var finding = found.finding
    finding.name(
      source: try found.source.map { try actor($0).reference },
      target: try found.target.map { try actor($0).reference })
    return finding
  }

  /// Nil where the article has no such finding.
  func sentence<Finding: StoredFinding>(of _: Finding.Type, _ id: Int64) throws -> Span? {
    let all: [Found<Finding>] = try found(in: CodedRowID.article(of: id))
    return all.first { $0.id == id }?.finding.sentence
  }

  /// An event of the ledger, by its row.
  func event(_ id: Int64) throws -> Event {
    let article = CodedRowID.article(of: id)
    if lastEvents?.article != article { lastEvents = (article, try all(in: article)) }
    let place = CodedRowID.number(of: id) - 1
    guard let events = lastEvents?.events, events.indices.contains(place) else {
      throw ArchiveError.corrupt("no event \(place + 1) of article \(article)")
    }
    return events[place]
  }

  /// Whom an article names.
  func forms(in article: Int64) throws -> [Int64] { try read(article).forms }

  /// How many findings of each kind there are.
  func counts(in article: Int64) throws -> [Int] {
    let findings = try read(article).findings
    return try FindingKind.allCases.map { try findings.count($0) }
  }

  func actor(_ form: Int64) throws -> (row: Int64, reference: ActorReference) {
    if let known = actors[form] { return known }
    try findActor.run([.integer(form)]) { row in
      actors[form] = (
        Int64(row[0]),
        ActorReference(id: row.text(1) ?? "", name: row.text(2) ?? "", code: row.text(3) ?? "")
      )
      return false
    }
    guard let actor = actors[form] else { throw ArchiveError.corrupt("no actor form \(form)") }
    return actor
  }

  private func read(_ article: Int64) throws -> (forms: [Int64], findings: PackedFindings) {
    if let last, last.article == article { return (last.forms, last.findings) }
    var read: (forms: [Int64], findings: PackedFindings)?
    try find.run([.integer(article)]) { row in
      let forms = try row.withBytes(0) { bytes in
        var reader = PackedReader(bytes)
        return try reader.rows()
      }
      let packed = try row.withBytes(1) { try CompressedBytes.expand($0) }
      read = (forms, try PackedFindings(packed: packed))
      return false
    }
    guard let read else { throw ArchiveError.corrupt("article \(article) has no findings") }
    last = (article, read.forms, read.findings)
    return read
  }
}
