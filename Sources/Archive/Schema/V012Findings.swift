import EventData
import GRDB

/// Statements, events and figures packed, one row for an article in place of some fifty.
///
/// Their ids hold the article and the place in it, and lists go article by article: so they need
/// no rows of their own. What the ledger asks of many events at once stands in its entries.
enum V012Findings {
  static let sql = """
    -- Forms of actors in the order of `NamedActors`, and `PackedFindings`, compressed.
    CREATE TABLE article_findings (
      id INTEGER PRIMARY KEY, actors BLOB NOT NULL, packed BLOB NOT NULL) STRICT;

    ALTER TABLE ledger_entry ADD COLUMN source_form INTEGER;
    ALTER TABLE ledger_entry ADD COLUMN target_form INTEGER;
    ALTER TABLE ledger_entry ADD COLUMN region TEXT;
    -- As the text has it: `day` is when it counts.
    ALTER TABLE ledger_entry ADD COLUMN told_day INTEGER;
    ALTER TABLE ledger_entry ADD COLUMN is_accusation INTEGER NOT NULL DEFAULT 0;
    UPDATE ledger_entry SET (source_form, target_form, region, told_day, is_accusation) =
      (SELECT e.source_form, e.target_form, e.region, e.day, e.category = 'ACCUSE'
        FROM event e WHERE e.id = ledger_entry.id);
    """

  static func move(_ db: Database) throws {
    let compressor = Compressor()
    let insert = try PreparedQuery(
      db, "INSERT INTO article_findings (id, actors, packed) VALUES (?, ?, ?)")
    for id in try Int64.fetchAll(db, sql: "SELECT id FROM article ORDER BY id") {
      var former = FormerFindings(article: id)
      let packed = try former.pack(db)
      var actors = PackedWriter()
      actors.write(rows: former.forms)
      try insert.run(
        .integer(id), .blob(actors.bytes), .blob(compressor.compress(packed)))
    }
    for table in ["statement", "event", "figure"] { try db.execute(sql: "DROP TABLE \(table)") }
  }
}

/// The rows of an article on their way into one.
private struct FormerFindings {
  let article: Int64
  private(set) var forms: [Int64] = []
  private var places: [Int64: Int] = [:]

  init(article: Int64) {
    self.article = article
  }

  mutating func pack(_ db: Database) throws -> [UInt8] {
    PackedFindings.pack(try statements(db), try events(db), try figures(db))
  }

  /// Descending ids follow the text.
  private func rows(_ sql: String, _ db: Database) throws -> [Row] {
    let ids = CodedRowID.range(ofArticle: article)
    return try Row.fetchAll(
      db.cachedStatement(sql: sql + " WHERE id BETWEEN ? AND ? ORDER BY id DESC"),
      arguments: [ids.lowerBound, ids.upperBound])
  }

  private mutating func place(_ row: Row, _ column: Int) throws -> Int? {
    guard let form = try row.decode(Int64?.self, atIndex: column) else { return nil }
    if let place = places[form] { return place }
    forms.append(form)
    places[form] = forms.count - 1
    return forms.count - 1
  }

  private mutating func statements(
    _ db: Database
  ) throws -> [(EventData.Statement, FoundPlaces)] {
    let sql = "SELECT spans, kind, act, addressee, via, is_inner, rule, speaker_form FROM statement"
    return try rows(sql, db).map { row in
      let spans = try row.unpack(at: 0, StatementSpans.init(packed:))
      let statement = EventData.Statement(
        sentence: spans.sentence, speaker: nil, speakerSpan: spans.speaker, cueSpans: spans.cues,
        contentSpans: spans.contents, kind: try row.value(at: 1), act: try row.value(at: 2),
        addressee: try row.decode(String?.self, atIndex: 3),
        via: try row.decode(String?.self, atIndex: 4),
        isInner: try row.decode(Bool.self, atIndex: 5),
        rule: try row.decode(String.self, atIndex: 6))
      return (statement, FoundPlaces(source: try place(row, 7)))
    }
  }

  private mutating func events(_ db: Database) throws -> [(Event, FoundPlaces)] {
    let sql = """
      SELECT spans, category, mode, cameo, goldstein, indicator, status, origin, region, day,
        precision, rule, source_form, target_form FROM event
      """
    return try rows(sql, db).map { row in
      let spans = try row.unpack(at: 0, SentenceSpans.init(packed:))
      let date = try row.decode(Int?.self, atIndex: 9).map {
        EventDate(first: Day(number: $0), precision: try row.value(at: 10))
      }
      let event = Event(
        sentence: spans.sentence, source: nil, target: nil, category: try row.value(at: 1),
        mode: try row.decode(String?.self, atIndex: 2),
        cameo: try row.decode(String.self, atIndex: 3),
        goldstein: try row.decode(Double.self, atIndex: 4),
        indicator: try row.decode(String?.self, atIndex: 5), status: try row.value(at: 6),
        origin: try row.decode(String?.self, atIndex: 7),
        region: try row.decode(String?.self, atIndex: 8), date: date,
        rule: try row.decode(String.self, atIndex: 11), spans: spans.spans)
      return (event, FoundPlaces(source: try place(row, 12), target: try place(row, 13)))
    }
  }

  private func figures(_ db: Database) throws -> [(Figure, FoundPlaces)] {
    let sql = """
      SELECT spans, quantity, lower, qualifier, unit, subject, is_stock, origin FROM figure
      """
    return try rows(sql, db).map { row in
      let spans = try row.unpack(at: 0, SentenceSpans.init(packed:))
      let figure = Figure(
        sentence: spans.sentence, quantity: try row.decode(Double.self, atIndex: 1),
        lower: try row.decode(Double?.self, atIndex: 2),
        qualifier: try row.decode(String?.self, atIndex: 3),
        unit: try row.decode(String.self, atIndex: 4),
        subject: try row.decode(String?.self, atIndex: 5),
        isStock: try row.decode(Bool.self, atIndex: 6),
        origin: try row.decode(String?.self, atIndex: 7), spans: spans.spans)
      return (figure, FoundPlaces())
    }
  }
}
