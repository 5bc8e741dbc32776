import EventData
import Foundation
import GRDB

/// Writes and deletes what the coder found in an article.
final class CodingTables {
  private let db: Database
  private let names: Interner

  init(_ db: Database, names: Interner) {
    self.db = db
    self.names = names
  }

  func insert(_ coded: CodedArticle, at key: ArticleKey) throws {
    let forms = try coded.actors.map { try names.form(of: $0.actor) }
    try insertMentions(coded, forms: forms, at: key)
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
    let range: StatementArguments = [ids.lowerBound, ids.upperBound]
    for speaker in try Int64?.fetchAll(
      db.cachedStatement(sql: "DELETE FROM statement WHERE id BETWEEN ? AND ? RETURNING speaker"),
      arguments: range)
    {
      if let speaker { names.count(actor: speaker, statements: -1) }
    }
    for table in ["event", "figure"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE id BETWEEN ? AND ?")
        .execute(arguments: range)
    }
  }

  // MARK: Mentions

  private func insertMentions(
    _ coded: CodedArticle, forms: [Interner.Form], at key: ArticleKey
  ) throws {
    let regions = try coded.regions.map { try names.region($0.region) }
    try execute(
      "INSERT OR REPLACE INTO article_coding (id, sentences, actors, regions) VALUES (?, ?, ?, ?)",
      [
        key.row, PackedSentences.pack(coded.sentences),
        PackedMentions(
          zip(forms, coded.actors).map { .init(row: $0.form, mentions: $1.mentions) }
        ).packed,
        PackedMentions(
          zip(regions, coded.regions).map { .init(row: $0, mentions: $1.mentions) }
        ).packed,
      ])
    // An actor that the coder lists twice is still one actor in one article.
    for (form, mentions) in zip(forms, coded.actors) {
      try execute(
        """
        INSERT INTO mention (actor, published, article, form, n) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (actor, published, article) DO UPDATE SET n = n + excluded.n
        """, [form.actor, key.published, key.row, form.form, mentions.mentions.count])
    }
    for actor in Set(forms.map(\.actor)) { names.count(actor: actor, articles: 1) }
    for (region, mentions) in zip(regions, coded.regions) {
      try execute(
        """
        INSERT INTO region_mention (region, published, article, n) VALUES (?, ?, ?, ?)
        ON CONFLICT (region, published, article) DO UPDATE SET n = n + excluded.n
        """, [region, key.published, key.row, mentions.mentions.count])
    }
    for region in Set(regions) { names.count(region: region, by: 1) }
  }

  // MARK: Statements, events, figures

  private func insert(
    _ statement: EventData.Statement, speaker: Interner.Form?, place: Int, at key: ArticleKey
  ) throws {
    try execute(
      """
      INSERT INTO statement (id, published, speaker, speaker_form, kind, act, addressee, via,
        is_inner, rule, spans)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        CodedRowID.id(article: key.row, place: place), key.published, speaker?.actor,
        speaker?.form, statement.kind.rawValue, statement.act.rawValue,
        statement.addressee?.storable, statement.via?.storable, statement.isInner,
        statement.rule.storable, StatementSpans(statement).packed,
      ])
  }

  private func insert(
    _ event: Event, source: Interner.Form?, target: Interner.Form?, place: Int,
    at key: ArticleKey
  ) throws {
    try execute(
      """
      INSERT INTO event (id, published, source, source_form, target, target_form, category, mode,
        cameo, goldstein, indicator, status, origin, region, day, precision, rule, spans)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        CodedRowID.id(article: key.row, place: place), key.published, source?.actor,
        source?.form, target?.actor, target?.form, event.category.rawValue,
        event.mode?.storable, event.cameo.storable, event.goldstein, event.indicator?.storable,
        event.status.rawValue, event.origin?.storable, event.region?.storable,
        event.date?.first.number, event.date?.precision.rawValue, event.rule.storable,
        SentenceSpans(sentence: event.sentence, spans: event.spans).packed,
      ])
  }

  private func insert(_ figure: Figure, place: Int, at key: ArticleKey) throws {
    try execute(
      """
      INSERT INTO figure (id, published, quantity, qualifier, unit, subject, is_stock, origin,
        spans)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        CodedRowID.id(article: key.row, place: place), key.published, figure.quantity,
        figure.qualifier?.storable, figure.unit.storable, figure.subject?.storable,
        figure.isStock, figure.origin?.storable,
        SentenceSpans(sentence: figure.sentence, spans: figure.spans).packed,
      ])
  }

  private func execute(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) throws {
    try db.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
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
