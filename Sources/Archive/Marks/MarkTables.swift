import EventData
import GRDB

/// Reads and writes marks by the article and the words that they are of.
struct MarkTables {
  /// What marks are of, in every coding of the article.
  struct Key: Hashable {
    var article: Int64
    var kind: MarkKind
    /// ``TextWords/digest`` of the sentence; 0 for the article itself.
    var words: Int64
  }

  let db: Database

  /// Nil when the archive has no such row.
  func key(of subject: MarkSubject) throws -> Key? {
    let stored = try StoredFindings(db)
    guard
      let text = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT text FROM article_text WHERE id = ?"),
        arguments: [subject.article])
    else { return nil }
    let sentence: Span?
    switch subject {
    case .article(let row): return Key(article: row, kind: .article, words: 0)
    case .statement(let id): sentence = try stored.sentence(of: EventData.Statement.self, id)
    case .event(let id): sentence = try stored.sentence(of: Event.self, id)
    }
    guard let sentence else { return nil }
    let words = TextWords(Array(try ByteText(row: text, at: 0).bytes).part(sentence)).digest
    return Key(article: subject.article, kind: subject.kind, words: words)
  }

  func marks(_ key: Key) throws -> Marks {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT is_read, is_starred, note, id FROM mark
          WHERE article = ? AND kind = ? AND words = ?
          """), arguments: [key.article, key.kind.rawValue, key.words])
    guard let row else { return Marks() }
    let tags = try String.fetchAll(
      db.cachedStatement(sql: "SELECT tag FROM mark_tag WHERE mark = ?"),
      arguments: [try row.decode(Int64.self, atIndex: 3)])
    return Marks(
      isRead: try row.decode(Bool.self, atIndex: 0),
      isStarred: try row.decode(Bool.self, atIndex: 1), tags: tags,
      note: try row.decode(String?.self, atIndex: 2))
  }

  func set(_ marks: Marks, _ key: Key) throws {
    try db.execute(
      sql: """
        DELETE FROM mark_tag WHERE mark IN
          (SELECT id FROM mark WHERE article = ? AND kind = ? AND words = ?)
        """, arguments: [key.article, key.kind.rawValue, key.words])
    try db.execute(
      sql: "DELETE FROM mark WHERE article = ? AND kind = ? AND words = ?",
      arguments: [key.article, key.kind.rawValue, key.words])
    guard !marks.isEmpty else { return }
    try db.execute(
      sql: """
        INSERT INTO mark (article, kind, words, is_read, is_starred, note)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        key.article, key.kind.rawValue, key.words, marks.isRead, marks.isStarred,
        marks.note?.storable,
      ])
    let mark = db.lastInsertedRowID
    for tag in marks.tags {
      try db.execute(
        sql: "INSERT INTO mark_tag (mark, tag) VALUES (?, ?)", arguments: [mark, tag.storable])
    }
  }

  /// What is noted of articles or any copies of them, by their rows.
  func marks(ofTexts rows: [Int64]) throws -> [Int64: Marks] {
    let found = try db.rows(
      """
      SELECT c.article, m.is_read, m.is_starred, m.note, t.tag
      FROM wanted CROSS JOIN article_copy c ON c.article = wanted.id
        CROSS JOIN article_copy s ON s.text = c.text CROSS JOIN mark m ON m.article = s.article
        LEFT JOIN mark_tag t ON t.mark = m.id
      """, ids: rows)
    var marks: [Int64: Marks] = [:]
    while let row = try found.next() {
      let article = try row.decode(Int64.self, atIndex: 0)
      let before = marks[article] ?? Marks()
      marks[article] = Marks(
        isRead: try row.decode(Bool.self, atIndex: 1) || before.isRead,
        isStarred: try row.decode(Bool.self, atIndex: 2) || before.isStarred,
        tags: before.tags + [try row.decode(String?.self, atIndex: 4)].compactMap(\.self),
        note: try row.decode(String?.self, atIndex: 3) ?? before.note)
    }
    return marks
  }

  /// What is noted of sentences of an article, by the kind and the words of each.
  func marks(ofSentencesIn article: Int64) throws -> [Key: Marks] {
    var marks: [Key: Marks] = [:]
    for row in try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT kind, words FROM mark WHERE article = ? AND kind <> 'article'"),
      arguments: [article])
    {
      let key = Key(
        article: article, kind: try row.value(at: 0), words: try row.decode(Int64.self, atIndex: 1))
      marks[key] = try self.marks(key)
    }
    return marks
  }

  /// The articles of which the marks meet a condition, with all copies of their texts, as SQL.
  ///
  /// - Parameter condition: on the table `m`.
  static func articles(where condition: String) -> String {
    """
    SELECT s.article FROM mark m CROSS JOIN article_copy c ON c.article = m.article
      CROSS JOIN article_copy s ON s.text = c.text WHERE \(condition)
    """
  }
}

extension ArchiveReader {
  package func marks(of subject: MarkSubject) throws(ArchiveError) -> Marks {
    try read { db in
      let tables = MarkTables(db: db)
      return try tables.key(of: subject).map(tables.marks) ?? Marks()
    }
  }
}

extension ArchiveWriter {
  /// Changes what is noted of something.
  ///
  /// - Returns: what was noted before; nil when the archive has no such row.
  @discardableResult
  package func mark(
    _ subject: MarkSubject, _ change: MarkChange
  ) throws(ArchiveError) -> Marks? {
    try write { db in
      let tables = MarkTables(db: db)
      guard let key = try tables.key(of: subject) else { return nil }
      let before = try tables.marks(key)
      let after = change.applied(to: before)
      if after != before { try tables.set(after, key) }
      return before
    }
  }
}
