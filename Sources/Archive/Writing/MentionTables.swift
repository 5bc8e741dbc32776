import EventData
import GRDB

/// Writes and deletes what leads from actors, regions and traits to articles, and back.
final class MentionTables {
  /// What an actor does in an article besides being mentioned: the bits of `mention.roles`.
  enum Role: Int {
    case speaks = 1
    case acts = 2
  }

  /// An actor, or a region, in one article.
  struct Part {
    var form: Int64
    var mentions = 0
    var roles = 0
  }

  /// A row of any of the three tables: what is mentioned, and where.
  private struct Line {
    var id: Int64
    var key: ArticleKey
    var part = Part(form: 0)

    static func < (a: Line, b: Line) -> Bool {
      (a.id, a.key.published, a.key.row) < (b.id, b.key.published, b.key.row)
    }
  }

  private let db: Database
  private let names: Interner
  private let mention: BulkInsert
  private let regionMention: BulkInsert
  private let traitMention: BulkInsert
  private let facets: BulkInsert
  // Kept until ``flush()``: in the order of the tables they are written faster.
  private var mentions: [Line] = []
  private var regionMentions: [Line] = []
  private var traitMentions: [Line] = []

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
  ///   - parts: by actors; those that only speak or act have no mentions.
  ///   - regions: how often each is mentioned.
  func insert(
    _ parts: [Int64: Part], _ regions: [Int64: Int], _ traits: [ArticleTrait],
    at key: ArticleKey
  ) throws {
    let actors = parts.keys.sorted()
    for actor in actors {
      guard let part = parts[actor] else { continue }
      if part.mentions > 0 { names.count(actor: actor, articles: 1) }
      mentions.append(Line(id: actor, key: key, part: part))
    }
    let regionRows = regions.keys.sorted()
    for region in regionRows {
      names.count(region: region, by: 1)
      let part = Part(form: 0, mentions: regions[region] ?? 0)
      regionMentions.append(Line(id: region, key: key, part: part))
    }
    let traitRows = try traits.map(names.trait).sorted()
    for trait in traitRows {
      names.count(trait: trait, by: 1)
      traitMentions.append(Line(id: trait, key: key))
    }
    let packed = PackedFacets(
      published: key.published, actors: actors.filter { parts[$0]?.mentions != 0 },
      regions: regionRows, traits: traitRows
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
    for actor in facets.actors { names.count(actor: actor, articles: -1) }
    for region in facets.regions { names.count(region: region, by: -1) }
    for trait in facets.traits { names.count(trait: trait, by: -1) }
  }

  func flush() throws {
    for line in mentions.sorted(by: <) {
      try mention.add(
        .integer(line.id), .init(line.key.published), .integer(line.key.row),
        .integer(line.part.form), .init(line.part.mentions), .init(line.part.roles))
    }
    for line in regionMentions.sorted(by: <) {
      try regionMention.add(
        .integer(line.id), .init(line.key.published), .integer(line.key.row),
        .init(line.part.mentions))
    }
    for line in traitMentions.sorted(by: <) {
      try traitMention.add(.integer(line.id), .init(line.key.published), .integer(line.key.row))
    }
    mentions.removeAll(keepingCapacity: true)
    regionMentions.removeAll(keepingCapacity: true)
    traitMentions.removeAll(keepingCapacity: true)
    for rows in [mention, regionMention, traitMention, facets] { try rows.flush() }
  }
}
