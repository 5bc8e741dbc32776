import EventData
import GRDB

/// Gives actors and their forms their integers, and keeps count of the actors.
///
/// Those that the archive does not hold yet are kept and written all at once, with what they come
/// to: most of them are named in one article alone.
final class ActorTables {
  /// What comes to an actor in this transaction.
  private struct Gain {
    var articles = 0
    var statements = 0

    mutating func add(_ articles: Int, _ statements: Int) {
      self.articles += articles
      self.statements += statements
    }
  }

  /// An actor that is still to be written.
  private struct Fresh {
    var id: Int64
    var externalID: String
    /// The first in which it is told of, or that of its newest mention.
    var form: Int64
    var newest: ArticleKey?
    var gain = Gain()
  }

  private let db: Database
  private let find: PreparedQuery
  private let findForm: PreparedQuery
  private let rows: BulkInsert
  private let forms: BulkInsert
  private let index: SearchIndex
  /// Their ids follow each other.
  private var fresh: [Fresh] = []
  private var lastID: Int64
  private var lastForm: Int64
  private var gains: [Int64: Gain] = [:]

  init(_ db: Database) throws {
    self.db = db
    find = try PreparedQuery(db, "SELECT id FROM actor WHERE external_id = ?")
    findForm = try PreparedQuery(
      db,
      """
      SELECT id FROM actor_form
      WHERE actor = ? AND name = ? AND kind IS ? AND affiliation IS ? AND role IS ? AND code = ?
      """)
    rows = try BulkInsert(
      db, "INSERT OR FAIL INTO actor (id, external_id, form, articles, statements)", columns: 5)
    forms = try BulkInsert(
      db,
      "INSERT OR FAIL INTO actor_form (id, actor, name, kind, affiliation, role, code)",
      columns: 7)
    index = SearchIndex(
      db, table: "actor_fts", columns: ["name", "affiliation", "role", "code"])
    lastID = try PreparedQuery(db, "SELECT max(id) FROM actor").id([]) ?? 0
    lastForm = try PreparedQuery(db, "SELECT max(id) FROM actor_form").id([]) ?? 0
  }

  func id(_ externalID: String) throws -> Int64 {
    if let found = try find.id([.text(externalID)]) { return found }
    lastID += 1
    fresh.append(Fresh(id: lastID, externalID: externalID, form: 0))
    return lastID
  }

  /// Of an actor as ``id(_:)`` gave it.
  func form(
    of actor: Int64, name: String, kind: PoliticalActor.Kind?, affiliation: String?,
    role: String?, code: String
  ) throws -> Int64 {
    let place = place(of: actor)
    let values: [ColumnValue] = [
      .integer(actor), .text(name), .init(kind?.rawValue), .init(affiliation), .init(role),
      .text(code),
    ]
    if place == nil, let found = try findForm.id(values) { return found }
    lastForm += 1
    try forms.add([.integer(lastForm)] + values)
    index.add(lastForm, [name, affiliation, role, code])
    if let place, fresh[place].form == 0 { fresh[place].form = lastForm }
    return lastForm
  }

  /// What an article brings to an actor.
  func count(_ part: MentionTables.Part, at key: ArticleKey) {
    let articles = part.mentions > 0 ? 1 : 0
    guard articles > 0 || part.statements > 0 else { return }
    guard let place = place(of: part.id) else {
      return count(part.id, articles: articles, statements: part.statements)
    }
    fresh[place].gain.add(articles, part.statements)
    if articles > 0, fresh[place].newest.map({ $0 < key }) ?? true {
      fresh[place].newest = key
      fresh[place].form = part.form
    }
  }

  /// After ``flush()``.
  func count(_ actor: Int64, articles: Int = 0, statements: Int = 0) {
    gains[actor, default: Gain()].add(articles, statements)
  }

  private func place(of actor: Int64) -> Int? {
    guard let first = fresh.first?.id, actor >= first else { return nil }
    return Int(actor - first)
  }

  /// To be called before the tables are read.
  func flush() throws {
    for actor in fresh {
      try rows.add(
        .integer(actor.id), .text(actor.externalID), .integer(actor.form),
        .init(actor.gain.articles), .init(actor.gain.statements))
    }
    fresh.removeAll(keepingCapacity: true)
    try rows.flush()
    try forms.flush()
  }

  /// In order of the ids, so that the same import makes the same file.
  func finish() throws {
    try flush()
    try index.finish()
    let update = try PreparedQuery(
      db,
      """
      UPDATE actor SET articles = articles + ?1, statements = statements + ?2,
        form = coalesce(
          (SELECT form FROM mention WHERE actor = ?3 AND n > 0
            ORDER BY published DESC, article DESC LIMIT 1),
          form)
      WHERE id = ?3
      """)
    for (id, gain) in gains.sorted(by: { $0.key < $1.key }) {
      try update.run(.init(gain.articles), .init(gain.statements), .integer(id))
    }
  }
}
