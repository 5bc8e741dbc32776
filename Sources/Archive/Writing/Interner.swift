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
  private let index: SearchIndex
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
    index = SearchIndex(
      db, table: "actor_fts", columns: ["name", "affiliation", "role", "code"])
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
      of: name, find: "SELECT id FROM outlet WHERE name = ?",
      insert: "INSERT INTO outlet (name, articles) VALUES (?, 0)")
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
    let known = try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id FROM actor_form
          WHERE actor = ? AND name = ? AND kind IS ? AND affiliation IS ? AND role IS ? AND code = ?
          """),
      arguments: [
        actor, name.storable, kind?.rawValue, affiliation?.storable, role?.storable, code.storable,
      ])
    if let known { return Form(actor: actor, form: known) }

    try PreparedQuery(
      db,
      """
      INSERT INTO actor_form (actor, name, kind, affiliation, role, code)
      VALUES (?, ?, ?, ?, ?, ?)
      """
    ).run(
      .integer(actor), .text(name), .init(kind?.rawValue), .init(affiliation), .init(role),
      .text(code))
    let form = db.lastInsertedRowID
    index.add(form, [name, affiliation, role, code])
    try PreparedQuery(db, "UPDATE actor SET form = ? WHERE id = ? AND form = 0")
      .run(.integer(form), .integer(actor))
    return Form(actor: actor, form: form)
  }

  private func actor(_ externalID: String) throws -> Int64 {
    if let known = actors[externalID] { return known }
    let id = try id(
      of: externalID, find: "SELECT id FROM actor WHERE external_id = ?",
      insert: "INSERT INTO actor (external_id, form, articles, statements) VALUES (?, 0, 0, 0)")
    actors[externalID] = id
    return id
  }

  // MARK: Regions

  /// The gazetteer describes a region, not the article: the last description wins.
  func region(_ region: Region) throws -> Int64 {
    if let known = regions[region] { return known }
    try PreparedQuery(
      db,
      """
      INSERT INTO region (external_id, name, kind, country, latitude, longitude, articles)
      VALUES (?, ?, ?, ?, ?, ?, 0)
      ON CONFLICT (external_id) DO UPDATE SET name = excluded.name, kind = excluded.kind,
        country = excluded.country, latitude = excluded.latitude, longitude = excluded.longitude
      """
    ).run(
      .text(region.id), .text(region.name), .text(region.kind.rawValue), .init(region.country),
      .init(region.coordinate?.latitude), .init(region.coordinate?.longitude))
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
    try index.finish()
    try post(outletCounts, "UPDATE outlet SET articles = articles + ? WHERE id = ?")
    try post(regionCounts, "UPDATE region SET articles = articles + ? WHERE id = ?")
    let actor = try PreparedQuery(
      db,
      """
      UPDATE actor SET articles = articles + ?1, statements = statements + ?2,
        form = coalesce(
          (SELECT form FROM mention WHERE actor = ?3 ORDER BY published DESC, article DESC LIMIT 1),
          form)
      WHERE id = ?3
      """)
    for (id, count) in actorCounts.sorted(by: { $0.key < $1.key }) {
      try actor.run(.init(count.articles), .init(count.statements), .integer(id))
    }
  }

  private func post(_ counts: [Int64: Int], _ sql: String) throws {
    let update = try PreparedQuery(db, sql)
    for (id, change) in counts.sorted(by: { $0.key < $1.key }) where change != 0 {
      try update.run(.init(change), .integer(id))
    }
  }

  private func id(of name: String, find: String, insert: String) throws -> Int64 {
    let known = try Int64.fetchOne(db.cachedStatement(sql: find), arguments: [name.storable])
    if let known { return known }
    try PreparedQuery(db, insert).run(.text(name))
    return db.lastInsertedRowID
  }
}
