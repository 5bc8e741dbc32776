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
    let coded = item.coded
    let named = item.named
    let forms = try named.listed.map(names.form) + named.others.map(names.form)
    let regions = try coded.regions.map { try names.region($0.region) }
    try insertSpans(item, forms: forms, regions: regions, at: key)
    try insertFindings(item, forms, at: key)

    // An actor that the coder lists twice is still one actor in one article.
    var parts: [Int64: MentionTables.Part] = [:]
    for (form, found) in zip(forms, coded.actors) {
      parts[form.actor, default: .init(form: form.form)].mentions += found.mentions.count
    }
    func note(_ places: [Int?], _ role: MentionTables.Role) {
      for form in Set(places.compactMap(\.self)).sorted().map({ forms[$0] }) {
        parts[form.actor, default: .init(form: form.form)].roles |= role.rawValue
      }
    }
    note(named.speakers, .speaks)
    note(named.sources + named.targets, .acts)
    for case let speaker? in named.speakers {
      names.count(actor: forms[speaker].actor, statements: 1)
    }
    var counts: [Int64: Int] = [:]
    for (region, found) in zip(regions, coded.regions) {
      counts[region, default: 0] += found.mentions.count
    }
    try mentions.insert(parts, counts, item.traits, at: key)
    return forms
  }

  /// After ``flush()``.
  func delete(_ key: ArticleKey) throws {
    let stored = try StoredFindings(db)
    let found: [Found<EventData.Statement>] = try stored.found(in: key.row)
    for case let speaker? in found.map(\.source) {
      names.count(actor: try stored.actor(speaker).row, statements: -1)
    }
    let actors = try Set(stored.forms(in: key.row).map { try stored.actor($0).row })
    for table in ["article_findings", "article_coding"] {
      try PreparedQuery(db, "DELETE FROM \(table) WHERE id = ?").run(.integer(key.row))
    }
    try mentions.delete(key, others: actors)
  }

  func flush() throws {
    try mentions.flush()
    for rows in [coding, findings] { try rows.flush() }
  }

  // MARK: Rows

  private func insertSpans(
    _ item: PreparedImport, forms: [Interner.Form], regions: [Int64], at key: ArticleKey
  ) throws {
    let actorMentions = PackedMentions(
      zip(forms, item.coded.actors).map { .init(row: $0.form, mentions: $1.mentions) })
    let regionMentions = PackedMentions(
      zip(regions, item.coded.regions).map { .init(row: $0, mentions: $1.mentions) })
    try coding.add(
      .integer(key.row), .blob(item.sentences), .blob(actorMentions.packed),
      .blob(regionMentions.packed))
  }

  private func insertFindings(
    _ item: PreparedImport, _ forms: [Interner.Form], at key: ArticleKey
  ) throws {
    var actors = PackedWriter()
    actors.write(rows: forms.map(\.form))
    try findings.add(.integer(key.row), .blob(actors.bytes), .blob(item.findings))
  }
}
