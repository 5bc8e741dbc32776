import EventData
import GRDB

/// Writes and deletes what the coder found in an article.
final class CodingTables {
  private let db: Database
  private let names: Interner
  private let coding: PreparedQuery
  private let mention: PreparedQuery
  private let regionMention: PreparedQuery
  private let statement: PreparedQuery
  private let event: PreparedQuery
  private let figure: PreparedQuery

  init(_ db: Database, names: Interner) throws {
    self.db = db
    self.names = names
    coding = try PreparedQuery(
      db, "INSERT INTO article_coding (id, sentences, actors, regions) VALUES (?, ?, ?, ?)")
    mention = try PreparedQuery(
      db, "INSERT INTO mention (actor, published, article, form, n) VALUES (?, ?, ?, ?, ?)")
    regionMention = try PreparedQuery(
      db, "INSERT INTO region_mention (region, published, article, n) VALUES (?, ?, ?, ?)")
    statement = try PreparedQuery(
      db,
      """
      INSERT INTO statement (id, published, speaker, speaker_form, kind, act, addressee, via,
        is_inner, rule, spans)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    event = try PreparedQuery(
      db,
      """
      INSERT INTO event (id, published, source, source_form, target, target_form, category, mode,
        cameo, goldstein, indicator, status, origin, region, day, precision, rule, spans)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    figure = try PreparedQuery(
      db,
      """
      INSERT INTO figure (id, published, quantity, qualifier, unit, subject, is_stock, origin,
        spans)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
  }

  func insert(_ coded: CodedArticle, at key: ArticleKey) throws {
    let forms = try coded.actors.map { try names.form(of: $0.actor) }
    let regions = try coded.regions.map { try names.region($0.region) }
    try insertSpans(coded, forms: forms, regions: regions, at: key)
    try insertActors(zip(forms, coded.actors), at: key)
    try insertRegions(zip(regions, coded.regions), at: key)

    let references = References(coded.actors, forms: forms, names: names)
    for (place, statement) in coded.statements.prefix(CodedRowID.limit).enumerated() {
      let speaker = try statement.speaker.map(references.form)
      if let speaker { names.count(actor: speaker.actor, statements: 1) }
      try insert(statement, speaker: speaker, place: place, at: key)
    }
    for (place, event) in coded.events.prefix(CodedRowID.limit).enumerated() {
      try insert(
        event, source: try event.source.map(references.form),
        target: try event.target.map(references.form), place: place, at: key)
    }
    for (place, figure) in coded.figures.prefix(CodedRowID.limit).enumerated() {
      try insert(figure, place: place, at: key)
    }
  }

  func delete(_ key: ArticleKey) throws {
    for actor in try Int64.fetchAll(
      db.cachedStatement(sql: "DELETE FROM mention WHERE article = ? RETURNING actor"),
      arguments: [key.row])
    {
      names.count(actor: actor, articles: -1)
    }
    for region in try Int64.fetchAll(
      db.cachedStatement(sql: "DELETE FROM region_mention WHERE article = ? RETURNING region"),
      arguments: [key.row])
    {
      names.count(region: region, by: -1)
    }
    let ids = CodedRowID.range(ofArticle: key.row)
    for speaker in try Int64?.fetchAll(
      db.cachedStatement(sql: "DELETE FROM statement WHERE id BETWEEN ? AND ? RETURNING speaker"),
      arguments: [ids.lowerBound, ids.upperBound])
    {
      if let speaker { names.count(actor: speaker, statements: -1) }
    }
    for table in ["event", "figure"] {
      try PreparedQuery(db, "DELETE FROM \(table) WHERE id BETWEEN ? AND ?")
        .run(.integer(ids.lowerBound), .integer(ids.upperBound))
    }
    try PreparedQuery(db, "DELETE FROM article_coding WHERE id = ?").run(.integer(key.row))
  }

  // MARK: Mentions

  private func insertSpans(
    _ coded: CodedArticle, forms: [Interner.Form], regions: [Int64], at key: ArticleKey
  ) throws {
    let actorMentions = PackedMentions(
      zip(forms, coded.actors).map { .init(row: $0.form, mentions: $1.mentions) })
    let regionMentions = PackedMentions(
      zip(regions, coded.regions).map { .init(row: $0, mentions: $1.mentions) })
    try coding.run(
      .integer(key.row), .blob(PackedSentences.pack(coded.sentences)),
      .blob(actorMentions.packed), .blob(regionMentions.packed))
  }

  /// An actor that the coder lists twice is still one actor in one article.
  private func insertActors(
    _ actors: some Sequence<(Interner.Form, ActorMentions)>, at key: ArticleKey
  ) throws {
    var counts: [Int64: (form: Int64, n: Int)] = [:]
    for (form, mentions) in actors {
      counts[form.actor, default: (form.form, 0)].n += mentions.mentions.count
    }
    for (actor, count) in counts {
      names.count(actor: actor, articles: 1)
      try mention.run(
        .integer(actor), .init(key.published), .integer(key.row), .integer(count.form),
        .init(count.n))
    }
  }

  private func insertRegions(
    _ regions: some Sequence<(Int64, RegionMentions)>, at key: ArticleKey
  ) throws {
    var counts: [Int64: Int] = [:]
    for (region, mentions) in regions { counts[region, default: 0] += mentions.mentions.count }
    for (region, count) in counts {
      names.count(region: region, by: 1)
      try regionMention.run(
        .integer(region), .init(key.published), .integer(key.row), .init(count))
    }
  }

  // MARK: Statements, events, figures

  private func insert(
    _ statement: EventData.Statement, speaker: Interner.Form?, place: Int, at key: ArticleKey
  ) throws {
    try self.statement.run(
      .integer(CodedRowID.id(article: key.row, place: place)), .init(key.published),
      .init(speaker?.actor), .init(speaker?.form), .text(statement.kind.rawValue),
      .text(statement.act.rawValue), .init(statement.addressee), .init(statement.via),
      .init(statement.isInner), .text(statement.rule), .blob(StatementSpans(statement).packed))
  }

  private func insert(
    _ event: Event, source: Interner.Form?, target: Interner.Form?, place: Int,
    at key: ArticleKey
  ) throws {
    let spans = SentenceSpans(sentence: event.sentence, spans: event.spans)
    try self.event.run(
      .integer(CodedRowID.id(article: key.row, place: place)), .init(key.published),
      .init(source?.actor), .init(source?.form), .init(target?.actor), .init(target?.form),
      .text(event.category.rawValue), .init(event.mode), .text(event.cameo),
      .real(event.goldstein), .init(event.indicator), .text(event.status.rawValue),
      .init(event.origin), .init(event.region), .init(event.date?.first.number),
      .init(event.date?.precision.rawValue), .text(event.rule), .blob(spans.packed))
  }

  private func insert(_ figure: Figure, place: Int, at key: ArticleKey) throws {
    let spans = SentenceSpans(sentence: figure.sentence, spans: figure.spans)
    try self.figure.run(
      .integer(CodedRowID.id(article: key.row, place: place)), .init(key.published),
      .real(figure.quantity), .init(figure.qualifier), .text(figure.unit), .init(figure.subject),
      .init(figure.isStock), .init(figure.origin), .blob(spans.packed))
  }
}

/// Finds the form that a reference means: that of the article's own actor where it goes under the
/// same name and code.
private struct References {
  private var known: [ActorReference: Interner.Form]
  private let names: Interner

  init(_ actors: [ActorMentions], forms: [Interner.Form], names: Interner) {
    known = Dictionary(
      zip(actors.map { ActorReference($0.actor) }, forms), uniquingKeysWith: { first, _ in first })
    self.names = names
  }

  func form(_ reference: ActorReference) throws -> Interner.Form {
    try known[reference] ?? names.form(of: reference)
  }
}
