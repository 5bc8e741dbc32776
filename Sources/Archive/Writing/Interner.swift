import EventData
import GRDB

/// Gives outlets, actors and regions their integers, and keeps count of them until the end of
/// the transaction.
///
/// What it remembers lasts for one transaction: a rolled back row must not be remembered, and
/// another process may write between two.
final class Interner {
  /// An actor, and the form in which an article tells of it.
  struct Form: Hashable {
    var actor: Int64
    var form: Int64
  }

  private struct ActorCount {
    var articles = 0
    var statements = 0
  }

  private let db: Database
  private var outlets: [String: Int64] = [:]
  private var actors: [String: Int64] = [:]
  private var forms: [PoliticalActor: Form] = [:]
  private var references: [ActorReference: Form] = [:]
  private var regions: [Region: Int64] = [:]
  private var outletCounts: [Int64: Int] = [:]
  private var actorCounts: [Int64: ActorCount] = [:]
  private var regionCounts: [Int64: Int] = [:]

  init(_ db: Database) {
    self.db = db
  }

  func count(outlet: Int64, by change: Int) {
    outletCounts[outlet, default: 0] += change
  }

  func count(actor: Int64, articles: Int = 0, statements: Int = 0) {
    actorCounts[actor, default: ActorCount()].articles += articles
    actorCounts[actor, default: ActorCount()].statements += statements
  }

  func count(region: Int64, by change: Int) {
    regionCounts[region, default: 0] += change
  }

  func outlet(_ name: String) throws -> Int64 {
    if let known = outlets[name] { return known }
    let id = try id(
      find: "SELECT id FROM outlet WHERE name = ?", [name.storable],
      insert: "INSERT INTO outlet (name, articles) VALUES (?, 0)", [name.storable])
    outlets[name] = id
    return id
  }

  // MARK: Actors

  func form(of actor: PoliticalActor) throws -> Form {
    if let known = forms[actor] { return known }
    let form = try form(
      id: actor.id, name: actor.name, kind: actor.kind, affiliation: actor.affiliation,
      role: actor.role, code: actor.code)
    forms[actor] = form
    return form
  }

  /// The form of an actor that is named without being described, as the speaker of a statement
  /// whose article does not list it.
  func form(of reference: ActorReference) throws -> Form {
    if let known = references[reference] { return known }
    let form = try form(
      id: reference.id, name: reference.name, kind: nil, affiliation: nil, role: nil,
      code: reference.code)
    references[reference] = form
    return form
  }

  private func form(
    id: String, name: String, kind: PoliticalActor.Kind?, affiliation: String?, role: String?,
    code: String
  ) throws -> Form {
    let actor = try self.actor(id)
    let values: [(any DatabaseValueConvertible)?] = [
      actor, name.storable, kind?.rawValue, affiliation?.storable, role?.storable, code.storable,
    ]
    let known = try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id FROM actor_form
          WHERE actor = ? AND name = ? AND kind IS ? AND affiliation IS ? AND role IS ? AND code = ?
          """), arguments: StatementArguments(values))
    if let known { return Form(actor: actor, form: known) }

    try execute(
      """
      INSERT INTO actor_form (actor, name, kind, affiliation, role, code)
      VALUES (?, ?, ?, ?, ?, ?)
      """, values)
    let form = db.lastInsertedRowID
    try execute(
      "INSERT INTO actor_fts (rowid, name, affiliation, role, code) VALUES (?, ?, ?, ?, ?)",
      [form, name.storable, affiliation?.storable, role?.storable, code.storable])
    try execute("UPDATE actor SET form = ? WHERE id = ? AND form = 0", [form, actor])
    return Form(actor: actor, form: form)
  }

  private func actor(_ externalID: String) throws -> Int64 {
    if let known = actors[externalID] { return known }
    let id = try id(
      find: "SELECT id FROM actor WHERE external_id = ?", [externalID.storable],
      insert: "INSERT INTO actor (external_id, form, articles, statements) VALUES (?, 0, 0, 0)",
      [externalID.storable])
    actors[externalID] = id
    return id
  }

  // MARK: Regions

  /// The gazetteer describes a region, not the article: the last description wins.
  func region(_ region: Region) throws -> Int64 {
    if let known = regions[region] { return known }
    try execute(
      """
      INSERT INTO region (external_id, name, kind, country, latitude, longitude, articles)
      VALUES (?, ?, ?, ?, ?, ?, 0)
      ON CONFLICT (external_id) DO UPDATE SET name = excluded.name, kind = excluded.kind,
        country = excluded.country, latitude = excluded.latitude, longitude = excluded.longitude
      """,
      [
        region.id.storable, region.name.storable, region.kind.rawValue, region.country?.storable,
        region.coordinate?.latitude, region.coordinate?.longitude,
      ])
    let id = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM region WHERE external_id = ?"),
      arguments: [region.id.storable])
    guard let id else { throw ArchiveError.corrupt("region that was just written is not there") }
    regions[region] = id
    return id
  }

  // MARK: The end

  /// In order of the ids, so that the same import makes the same file.
  func finish() throws {
    for (outlet, change) in outletCounts.sorted(by: { $0.key < $1.key }) where change != 0 {
      try execute("UPDATE outlet SET articles = articles + ? WHERE id = ?", [change, outlet])
    }
    for (region, change) in regionCounts.sorted(by: { $0.key < $1.key }) where change != 0 {
      try execute("UPDATE region SET articles = articles + ? WHERE id = ?", [change, region])
    }
    for (actor, count) in actorCounts.sorted(by: { $0.key < $1.key }) {
      try execute(
        """
        UPDATE actor SET articles = articles + ?1, statements = statements + ?2,
          form = coalesce(
            (SELECT form FROM mention WHERE actor = ?3 ORDER BY published DESC, article DESC LIMIT 1),
            form)
        WHERE id = ?3
        """, [count.articles, count.statements, actor])
    }
  }

  private func id(
    find: String, _ key: StatementArguments, insert: String,
    _ values: [(any DatabaseValueConvertible)?]
  ) throws -> Int64 {
    if let known = try Int64.fetchOne(db.cachedStatement(sql: find), arguments: key) {
      return known
    }
    try execute(insert, values)
    return db.lastInsertedRowID
  }

  private func execute(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) throws {
    try db.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
  }
}

extension String {
  /// SQLite's TEXT ends at a NUL: one inside a name or a title becomes U+FFFD rather than cutting
  /// off the rest, and with it the difference between two ids.
  var storable: String {
    guard utf8.contains(0) else { return self }
    var scalars = UnicodeScalarView()
    scalars.append(contentsOf: unicodeScalars.lazy.map { $0 == "\0" ? "\u{FFFD}" : $0 })
    return String(scalars)
  }
}
