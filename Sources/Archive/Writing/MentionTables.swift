import EventData
import GRDB

/// Writes and deletes what leads from actors, regions and traits to articles, and back.
final class MentionTables {
  /// What an actor does in an article besides being mentioned: the bits of `mention.roles`.
  enum Role: Int {
    case speaks = 1
    case acts = 2
  }

  /// An actor, a region or a trait in one article.
  struct Part {
    var id: Int64
    /// Of an actor; so are the rest but for the mentions.
    var form: Int64 = 0
    var mentions = 0
    var statements = 0
    var roles = 0

    /// By ascending ids, each once: what an article lists twice is still one. The form is that of
    /// the first.
    static func each(_ parts: [Part]) -> [Part] {
      let order = parts.indices.sorted { (parts[$0].id, $0) < (parts[$1].id, $1) }
      var each: [Part] = []
      each.reserveCapacity(parts.count)
      for part in order.lazy.map({ parts[$0] }) {
        guard let last = each.last, last.id == part.id else {
          each.append(part)
          continue
        }
        each[each.count - 1].mentions += part.mentions
        each[each.count - 1].statements += part.statements
        each[each.count - 1].roles |= part.roles
      }
      return each
    }
  }

  /// What an article mentions, each once and by ascending ids.
  private struct Mentioned {
    var key: ArticleKey
    var actors: [Part]
    var regions: [Part]
    var traits: [Part]
  }

  private let db: Database
  private let names: Interner
  private let mention: BulkInsert
  private let regionMention: BulkInsert
  private let traitMention: BulkInsert
  private let facets: BulkInsert
  // Kept until ``flush()``: in the order of the tables they are written faster.
  private var mentioned: [Mentioned] = []

  init(_ db: Database, names: Interner) throws {
    self.db = db
    self.names = names
    mention = try BulkInsert(
      db, "INSERT OR FAIL INTO mention (actor, published, article, form, n, roles)", columns: 6)
    regionMention = try BulkInsert(
      db, "INSERT OR FAIL INTO region_mention (region, published, article, n)", columns: 4)
    traitMention = try BulkInsert(
      db, "INSERT OR FAIL INTO trait_mention (trait, published, article)", columns: 3)
    facets = try BulkInsert(db, "INSERT OR FAIL INTO article_facets (id, packed)", columns: 2)
  }

  /// - Parameters:
  ///   - actors: each once and by ascending ids, like `regions`; those that only speak or act have
  ///     no mentions.
  func insert(
    _ actors: [Part], _ regions: [Part], _ traits: [ArticleTrait], at key: ArticleKey
  ) throws {
    let traits = try traits.map(names.trait).sorted()
    for actor in actors { names.actors.count(actor, at: key) }
    for region in regions { names.count(region: region.id, by: 1) }
    for trait in traits { names.count(trait: trait, by: 1) }
    mentioned.append(
      Mentioned(
        key: key, actors: actors, regions: regions, traits: traits.map { Part(id: $0) }))
    let packed = PackedFacets(
      published: key.published, actors: actors.filter { $0.mentions > 0 }.map(\.id),
      regions: regions.map(\.id), traits: traits
    ).packed
    try facets.add(.integer(key.row), .blob(packed))
  }

  /// - Parameter others: actors that speak or act without being mentioned.
  func delete(_ key: ArticleKey, others: Set<Int64>) throws {
    try PreparedQuery(db, "UPDATE facet_state SET epoch = epoch + 1").run()
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "DELETE FROM article_facets WHERE id = ? RETURNING packed"),
      arguments: [key.row])
    guard let facets = try row?.unpack(at: 0, PackedFacets.init(packed:)) else {
      throw ArchiveError.corrupt("article \(key.row) has no facets")
    }
    for (table, column, rows) in [
      ("mention", "actor", others.union(facets.actors).sorted()),
      ("region_mention", "region", facets.regions), ("trait_mention", "trait", facets.traits),
    ] {
      let delete = try PreparedQuery(
        db, "DELETE FROM \(table) WHERE \(column) = ? AND published = ? AND article = ?")
      for row in rows { try delete.run(.integer(row), .init(key.published), .integer(key.row)) }
    }
    for actor in facets.actors { names.actors.count(actor, articles: -1) }
    for region in facets.regions { names.count(region: region, by: -1) }
    for trait in facets.traits { names.count(trait: trait, by: -1) }
  }

  func flush() throws {
    mentioned.sort { $0.key < $1.key }
    try write(\.actors, to: mention) { part, row in
      row.append(part.form)
      row.append(part.mentions)
      row.append(part.roles)
    }
    try write(\.regions, to: regionMention) { part, row in row.append(part.mentions) }
    try write(\.traits, to: traitMention) { _, _ in }
    mentioned.removeAll(keepingCapacity: true)
    for rows in [mention, regionMention, traitMention, facets] { try rows.flush() }
  }

  /// In the order of ids, dates and rows.
  ///
  /// - Parameter rest: appends what a row has behind these three.
  private func write(
    _ parts: (Mentioned) -> [Part], to table: BulkInsert, _ rest: (Part, inout CellBuffer) -> Void
  ) throws {
    let lines = mentioned.flatMap { article in parts(article).map { (article.key, $0) } }
    // As one number each they are sorted without comparing twice. Places keep the order of dates.
    let places = lines.indices.map { UInt64(bitPattern: lines[$0].1.id) << 24 | UInt64($0) }
    for place in places.sorted() {
      let (key, part) = lines[Int(place & 0xff_ffff)]
      try table.add { row in
        row.append(part.id)
        row.append(key.published)
        row.append(key.row)
        rest(part, &row)
      }
    }
  }
}
