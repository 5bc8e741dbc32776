import EventData
import GRDB

/// Writes and deletes what the coder found in an article.
final class CodingTables {
  private let db: Database
  private let names: Interner
  private let mentions: MentionTables
  private let coding: BulkInsert
  private let findings: BulkInsert

  init(_ db: Database, names: Interner) throws {
    self.db = db
    self.names = names
    mentions = try MentionTables(db, names: names)
    coding = try BulkInsert(
      db, "INSERT OR FAIL INTO article_coding (id, sentences, actors, regions)", columns: 4)
    findings = try BulkInsert(
      db, "INSERT OR FAIL INTO article_findings (id, actors, packed)", columns: 3)
  }

  /// - Returns: the forms of the actors that it names, by their places in ``NamedActors``.
  func insert(_ item: PreparedImport, at key: ArticleKey) throws -> [Interner.Form] {
    let named = item.named
    let listed = named.listed
    let found = item.coded.regions
    // By their places: copied, each is half a dozen references counted.
    let forms =
      try listed.indices.map { try names.form(of: listed[$0]) } + named.others.map(names.form)
    let regions = try found.indices.map { try names.region(found[$0].region) }
    try insertSpans(item, forms: forms, regions: regions, at: key)
    try insertFindings(item, forms, at: key)
    let mentioned = found.indices.map {
      MentionTables.Part(id: regions[$0], mentions: found[$0].mentions.count)
    }
    try mentions.insert(
      parts(of: item, forms), MentionTables.Part.each(mentioned), item.traits, at: key)
    return forms
  }

  /// What each actor does in an article.
  private func parts(
    of item: PreparedImport, _ forms: [Interner.Form]
  ) -> [MentionTables.Part] {
    var parts = forms.map { MentionTables.Part(id: $0.actor, form: $0.form) }
    let actors = item.coded.actors
    for place in actors.indices { parts[place].mentions = actors[place].mentions.count }
    for case let place? in item.named.speakers {
      parts[place].statements += 1
      parts[place].roles |= MentionTables.Role.speaks.rawValue
    }
    for places in [item.named.sources, item.named.targets] {
      for case let place? in places { parts[place].roles |= MentionTables.Role.acts.rawValue }
    }
    return MentionTables.Part.each(parts)
  }

  /// After ``flush()``.
  func delete(_ key: ArticleKey) throws {
    let stored = try StoredFindings(db)
    let found: [Found<EventData.Statement>] = try stored.found(in: key.row)
    for case let speaker? in found.map(\.source) {
      names.actors.count(try stored.actor(speaker).row, statements: -1)
    }
    let actors = try Set(stored.forms(in: key.row).map { try stored.actor($0).row })
    for table in ["article_findings", "article_coding"] {
      try PreparedQuery(db, "DELETE FROM \(table) WHERE id = ?").run(.integer(key.row))
    }
    try mentions.delete(key, others: actors)
  }

  func flush() throws {
    try names.flush()
    try mentions.flush()
    for rows in [coding, findings] { try rows.flush() }
  }

  // MARK: Rows

  private func insertSpans(
    _ item: PreparedImport, forms: [Interner.Form], regions: [Int64], at key: ArticleKey
  ) throws {
    let actors = item.coded.actors
    let places = item.coded.regions
    try coding.add(
      .integer(key.row), .blob(item.sentences),
      .blob(PackedMentions.pack(actors.indices.lazy.map { (forms[$0].form, actors[$0].mentions) })),
      .blob(PackedMentions.pack(places.indices.lazy.map { (regions[$0], places[$0].mentions) })))
  }

  private func insertFindings(
    _ item: PreparedImport, _ forms: [Interner.Form], at key: ArticleKey
  ) throws {
    var actors = PackedWriter()
    actors.write(rows: forms.map(\.form))
    try findings.add(.integer(key.row), .blob(actors.bytes), .blob(item.findings))
  }
}
