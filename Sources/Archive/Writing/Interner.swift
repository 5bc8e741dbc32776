import EventData
import GRDB

/// The integers of outlets, actors, regions and traits that were met.
struct KnownNames: Sendable {
  var outlets: [String: Int64] = [:]
  var actors: [String: Int64] = [:]
  var forms: [PoliticalActor: Interner.Form] = [:]
  var references: [ActorReference: Interner.Form] = [:]
  var regions: [Region: Int64] = [:]
  var traits: [ArticleTrait: Int64] = [:]

  /// Some 300 bytes each.
  var isTooLarge: Bool { forms.count + references.count > 100_000 }
}

/// Gives outlets, actors and regions their integers, and keeps count of them until the end of
/// the transaction.
final class Interner {
  /// An actor, and the form in which an article tells of it.
  struct Form: Hashable, Sendable {
    var actor: Int64
    var form: Int64
  }

  let actors: ActorTables
  private let db: Database
  private(set) var known: KnownNames
  private let queries: InternerQueries
  private var outletCounts: [Int64: Int] = [:]
  private var regionCounts: [Int64: Int] = [:]
  private var traitCounts: [Int64: Int] = [:]

  init(_ db: Database, _ known: KnownNames) throws {
    self.db = db
    actors = try ActorTables(db)
    queries = try InternerQueries(db)
    self.known = known.isTooLarge ? KnownNames() : known
  }

  func count(outlet: Int64, by change: Int) {
    outletCounts[outlet, default: 0] += change
  }

  func count(region: Int64, by change: Int) {
    regionCounts[region, default: 0] += change
  }

  func count(trait: Int64, by change: Int) {
    traitCounts[trait, default: 0] += change
  }

  func trait(_ trait: ArticleTrait) throws -> Int64 {
    if let id = known.traits[trait] { return id }
    let id = try id(.text(trait.kind.rawValue), .text(trait.name), table: queries.trait)
    known.traits[trait] = id
    return id
  }

  func outlet(_ name: String) throws -> Int64 {
    if let id = known.outlets[name] { return id }
    let id = try id(.text(name), table: queries.outlet)
    known.outlets[name] = id
    return id
  }

  // MARK: Actors

  func form(of actor: PoliticalActor) throws -> Form {
    if let form = known.forms[actor] { return form }
    let form = try form(
      id: actor.id, name: actor.name, kind: actor.kind, affiliation: actor.affiliation,
      role: actor.role, code: actor.code)
    known.forms[actor] = form
    return form
  }

  /// The form of an actor that is named without being described, as the speaker of a statement
  /// whose article does not list it.
  func form(of reference: ActorReference) throws -> Form {
    if let form = known.references[reference] { return form }
    let form = try form(
      id: reference.id, name: reference.name, kind: nil, affiliation: nil, role: nil,
      code: reference.code)
    known.references[reference] = form
    return form
  }

  private func form(
    id: String, name: String, kind: PoliticalActor.Kind?, affiliation: String?, role: String?,
    code: String
  ) throws -> Form {
    let actor = try self.actor(id)
    return Form(
      actor: actor,
      form: try actors.form(
        of: actor, name: name, kind: kind, affiliation: affiliation, role: role, code: code))
  }

  private func actor(_ externalID: String) throws -> Int64 {
    if let id = known.actors[externalID] { return id }
    // Two ids that are stored as one are one.
    let id = try externalID.utf8.contains(0) ? actor(externalID.storable) : actors.id(externalID)
    known.actors[externalID] = id
    return id
  }

  // MARK: Regions

  /// The gazetteer describes a region, not the article: the last description wins.
  func region(_ region: Region) throws -> Int64 {
    if let id = known.regions[region] { return id }
    try queries.region.insert.run(
      .text(region.id), .text(region.name), .text(region.kind.rawValue), .init(region.country),
      .init(region.coordinate?.latitude), .init(region.coordinate?.longitude))
    guard let id = try queries.region.find.id([.text(region.id)]) else {
      throw ArchiveError.corrupt("region that was just written is not there")
    }
    known.regions[region] = id
    return id
  }

  // MARK: The end

  /// To be called before the tables are read.
  func flush() throws { try actors.flush() }

  /// In order of the ids, so that the same import makes the same file.
  func finish() throws {
    try actors.finish()
    try post(outletCounts, "UPDATE outlet SET articles = articles + ? WHERE id = ?")
    try post(regionCounts, "UPDATE region SET articles = articles + ? WHERE id = ?")
    try post(traitCounts, "UPDATE trait SET articles = articles + ? WHERE id = ?")
  }

  private func post(_ counts: [Int64: Int], _ sql: String) throws {
    let update = try PreparedQuery(db, sql)
    for (id, change) in counts.sorted(by: { $0.key < $1.key }) where change != 0 {
      try update.run(.init(change), .integer(id))
    }
  }

  private func id(_ key: ColumnValue..., table: InternerQueries.Table) throws -> Int64 {
    if let found = try table.find.id(key) { return found }
    try table.insert.run(key)
    return db.lastInsertedRowID
  }
}
