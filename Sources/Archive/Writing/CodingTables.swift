import EventData
import GRDB

/// Writes and deletes what the coder found in an article.
final class CodingTables {
  private let db: Database
  private let names: Interner
  private let mentions: MentionTables
  private let coding: BulkInsert
  private let statement: BulkInsert
  private let event: BulkInsert
  private let figure: BulkInsert

  init(_ db: Database, names: Interner) throws {
    self.db = db
    self.names = names
    mentions = try MentionTables(db, names: names)
    coding = try BulkInsert(
      db, "INSERT INTO article_coding (id, sentences, actors, regions)", columns: 4)
    statement = try BulkInsert(
      db,
      """
      INSERT INTO statement (id, published, speaker, speaker_form, kind, act, addressee, via,
        is_inner, rule, spans)
      """, columns: 11)
    event = try BulkInsert(
      db,
      """
      INSERT INTO event (id, published, source, source_form, target, target_form, category, mode,
        cameo, goldstein, indicator, status, origin, region, day, precision, rule, spans)
      """, columns: 18)
    figure = try BulkInsert(
      db,
      """
      INSERT INTO figure (id, published, quantity, lower, qualifier, unit, subject, is_stock,
        origin, spans)
      """, columns: 10)
  }

  func insert(_ item: PreparedImport, at key: ArticleKey) throws {
    let coded = item.coded
    let named = item.named
    let forms = try named.listed.map(names.form) + named.others.map(names.form)
    let regions = try coded.regions.map { try names.region($0.region) }
    try insertSpans(item, forms: forms, regions: regions, at: key)

    // An actor that the coder lists twice is still one actor in one article.
    var parts: [Int64: MentionTables.Part] = [:]
    for (form, found) in zip(forms, coded.actors) {
      parts[form.actor, default: .init(form: form.form)].mentions += found.mentions.count
    }
    func form(_ place: Int?, _ role: MentionTables.Role) -> Interner.Form? {
      guard let form = place.map({ forms[$0] }) else { return nil }
      parts[form.actor, default: .init(form: form.form)].roles |= role.rawValue
      return form
    }
    for (place, spans) in item.statements.enumerated() {
      let speaker = form(named.speakers[place], .speaks)
      if let speaker { names.count(actor: speaker.actor, statements: 1) }
      try insert(coded.statements[place], spans, speaker: speaker, place: place, at: key)
    }
    for (place, spans) in item.events.enumerated() {
      try insert(
        coded.events[place], spans, source: form(named.sources[place], .acts),
        target: form(named.targets[place], .acts), place: place, at: key)
    }
    for (place, spans) in item.figures.enumerated() {
      try insert(coded.figures[place], spans, place: place, at: key)
    }
    var counts: [Int64: Int] = [:]
    for (region, found) in zip(regions, coded.regions) {
      counts[region, default: 0] += found.mentions.count
    }
    try mentions.insert(parts, counts, item.traits, at: key)
  }

  /// After ``flush()``.
  func delete(_ key: ArticleKey) throws {
    let ids = CodedRowID.range(ofArticle: key.row)
    var actors: Set<Int64> = []
    for speaker in try Int64?.fetchAll(
      db.cachedStatement(sql: "DELETE FROM statement WHERE id BETWEEN ? AND ? RETURNING speaker"),
      arguments: [ids.lowerBound, ids.upperBound])
    {
      guard let speaker else { continue }
      names.count(actor: speaker, statements: -1)
      actors.insert(speaker)
    }
    for event in try Row.fetchAll(
      db.cachedStatement(
        sql: "DELETE FROM event WHERE id BETWEEN ? AND ? RETURNING source, target"),
      arguments: [ids.lowerBound, ids.upperBound])
    {
      for column in 0...1 {
        if let actor = try event.decode(Int64?.self, atIndex: column) { actors.insert(actor) }
      }
    }
    try PreparedQuery(db, "DELETE FROM figure WHERE id BETWEEN ? AND ?")
      .run(.integer(ids.lowerBound), .integer(ids.upperBound))
    try PreparedQuery(db, "DELETE FROM article_coding WHERE id = ?").run(.integer(key.row))
    try mentions.delete(key, others: actors)
  }

  func flush() throws {
    try mentions.flush()
    for rows in [coding, statement, event, figure] { try rows.flush() }
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

  private func insert(
    _ statement: EventData.Statement, _ spans: [UInt8], speaker: Interner.Form?, place: Int,
    at key: ArticleKey
  ) throws {
    try self.statement.add(
      .integer(CodedRowID.id(article: key.row, place: place)), .init(key.published),
      .init(speaker?.actor), .init(speaker?.form), .text(statement.kind.rawValue),
      .text(statement.act.rawValue), .init(statement.addressee), .init(statement.via),
      .init(statement.isInner), .text(statement.rule), .blob(spans))
  }

  private func insert(
    _ event: Event, _ spans: [UInt8], source: Interner.Form?, target: Interner.Form?, place: Int,
    at key: ArticleKey
  ) throws {
    try self.event.add(
      .integer(CodedRowID.id(article: key.row, place: place)), .init(key.published),
      .init(source?.actor), .init(source?.form), .init(target?.actor), .init(target?.form),
      .text(event.category.rawValue), .init(event.mode), .text(event.cameo),
      .real(event.goldstein), .init(event.indicator), .text(event.status.rawValue),
      .init(event.origin), .init(event.region), .init(event.date?.first.number),
      .init(event.date?.precision.rawValue), .text(event.rule), .blob(spans))
  }

  private func insert(
    _ figure: Figure, _ spans: [UInt8], place: Int, at key: ArticleKey
  ) throws {
    try self.figure.add(
      .integer(CodedRowID.id(article: key.row, place: place)), .init(key.published),
      .real(figure.quantity), .init(figure.lower), .init(figure.qualifier), .text(figure.unit),
      .init(figure.subject), .init(figure.isStock), .init(figure.origin), .blob(spans))
  }
}
