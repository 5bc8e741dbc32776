import Foundation
import GRDB

/// Texts compressed, nothing stored twice, and articles by what else is found in them.
///
/// - The original is compressed after the text, of which it repeats most.
/// - `article_facets` leads from an article to what it mentions, in place of two indexes.
/// - Statements and events in order of their date are those of the articles in that order: they
///   need no index of their own for it.
/// - The full-text index holds no text of its own; its second column is what statements say.
enum V004Compact {
  static let sql = """
    DROP INDEX statement_published;
    DROP INDEX statement_speaker;
    DROP INDEX event_published;
    DROP INDEX event_source;
    DROP INDEX event_target;
    DROP INDEX event_ledger;

    -- Bits: 1 speaks, 2 acts or is acted upon. Who only does that has no mentions.
    ALTER TABLE mention ADD COLUMN roles INTEGER NOT NULL DEFAULT 0;
    INSERT INTO mention (actor, published, article, form, n, roles)
      SELECT speaker, published, article, max(speaker_form), 0, 1 FROM statement
      WHERE speaker IS NOT NULL GROUP BY 1, 2, 3
      ON CONFLICT DO UPDATE SET roles = roles | 1;
    INSERT INTO mention (actor, published, article, form, n, roles)
      SELECT source, published, article, max(source_form), 0, 2 FROM event
      WHERE source IS NOT NULL GROUP BY 1, 2, 3
      ON CONFLICT DO UPDATE SET roles = roles | 2;
    INSERT INTO mention (actor, published, article, form, n, roles)
      SELECT target, published, article, max(target_form), 0, 2 FROM event
      WHERE target IS NOT NULL GROUP BY 1, 2, 3
      ON CONFLICT DO UPDATE SET roles = roles | 2;

    -- Kinds are those of `ArticleTrait`.
    CREATE TABLE trait (
      id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, articles INTEGER NOT NULL,
      UNIQUE (kind, name)) STRICT;
    CREATE TABLE trait_mention (
      trait INTEGER NOT NULL, published INTEGER NOT NULL, article INTEGER NOT NULL,
      PRIMARY KEY (trait, published, article)) STRICT, WITHOUT ROWID;
    CREATE TABLE article_facets (id INTEGER PRIMARY KEY, packed BLOB NOT NULL) STRICT;
    -- Counts what else than new articles has changed facets: who keeps them in memory has to
    -- read them anew.
    CREATE TABLE facet_state (
      id INTEGER PRIMARY KEY CHECK (id = 1), epoch INTEGER NOT NULL) STRICT;
    INSERT INTO facet_state VALUES (1, 0);

    CREATE TEMP TABLE found AS
      SELECT 'act' AS kind, act AS name, published, article FROM statement
      UNION SELECT 'status', status, published, article FROM event
      UNION SELECT 'indicator', indicator, published, article FROM event
        WHERE indicator IS NOT NULL
      UNION SELECT 'outlet', o.name, a.published, a.id
        FROM article a JOIN outlet o ON o.id = a.outlet;
    INSERT INTO trait (kind, name, articles)
      SELECT kind, name, count(*) FROM found GROUP BY kind, name;
    INSERT INTO trait_mention (trait, published, article)
      SELECT t.id, f.published, f.article FROM found f JOIN trait t USING (kind, name)
      ORDER BY 1, 2, 3;
    DROP TABLE found;

    -- NULL where the original is the text, byte for byte.
    ALTER TABLE article_text ADD COLUMN original BLOB;

    DROP VIEW article_search;
    DROP TABLE article_fts;
    CREATE VIRTUAL TABLE article_fts USING fts5 (
      text, said, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');
    -- Words are gathered in memory for a whole transaction before they are sorted in.
    INSERT INTO article_fts (article_fts, rank) VALUES ('hashsize', 33554432);
    """

  /// Packs what stands in rows, article by article.
  static func move(_ db: Database) throws {
    let compressor = Compressor()
    let facets = try PreparedQuery(db, "INSERT INTO article_facets (id, packed) VALUES (?, ?)")
    let text = try PreparedQuery(
      db, "UPDATE article_text SET text = ?, original = ? WHERE id = ?")
    let search = try PreparedQuery(
      db, "INSERT INTO article_fts (rowid, text, said) VALUES (?, ?, ?)")
    // Not a cursor: the rows that it would stand on are changed.
    let ids = try Int64.fetchAll(db, sql: "SELECT id FROM article ORDER BY id")
    let traits = try traitsByArticle(db)
    for id in ids {
      try facets.run(
        .integer(id),
        .blob(
          PackedFacets(
            published: try Int.fetchOne(
              db.cachedStatement(sql: "SELECT published FROM article WHERE id = ?"),
              arguments: [id]) ?? ArticleKey.undated,
            actors: try rows(
              db, "SELECT actor FROM mention WHERE article = ? AND n > 0 ORDER BY 1", id),
            regions: try rows(
              db, "SELECT region FROM region_mention WHERE article = ? ORDER BY 1", id),
            traits: traits[id] ?? []
          ).packed))
      guard let old = try Article(id, db) else { continue }
      try text.run(
        .blob(compressor.compress(old.text)),
        old.original.map { .blob(compressor.compress($0, after: old.text)) } ?? .null,
        .integer(id))
      try search.run(.integer(id), .text(old.searchable), .text(try said(id, old.text, db)))
    }
    try db.execute(
      sql: """
        DROP INDEX mention_article;
        DROP INDEX region_mention_article;
        DROP TABLE article_original;
        """)
  }

  private struct Article {
    var title: String?
    var isTitleApart: Bool
    var text: [UInt8]
    var original: [UInt8]?

    init?(_ id: Int64, _ db: Database) throws {
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT a.title, t.body_start = 0, t.text, b.bytes FROM article a
              JOIN article_text t ON t.id = a.id LEFT JOIN article_original b ON b.id = a.id
            WHERE a.id = ?
            """), arguments: [id])
      guard let row else { return nil }
      title = try row.decode(String?.self, atIndex: 0)
      isTitleApart = try row.decode(Bool.self, atIndex: 1)
      text = try row.unpack(at: 2) { Array($0) }
      original = try row.withUnsafeData(atIndex: 3) { $0.map { Array($0) } }
    }

    var searchable: String {
      let text = String(decoding: text, as: UTF8.self)
      guard isTitleApart, let title else { return text }
      return title + "\n" + text
    }
  }

  private static func said(_ id: Int64, _ text: [UInt8], _ db: Database) throws -> String {
    let ids = CodedRowID.range(ofArticle: id)
    let spans = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT spans FROM statement WHERE id BETWEEN ? AND ? ORDER BY id DESC"),
      arguments: [ids.lowerBound, ids.upperBound]
    ).map { try $0.unpack(at: 0, StatementSpans.init(packed:)).contents }
    var said: [String] = []
    while let contents = try spans.next() {
      said += contents.map { String(decoding: text.part($0), as: UTF8.self) }
    }
    return said.joined(separator: " \u{E000} ")
  }

  private static func traitsByArticle(_ db: Database) throws -> [Int64: [Int64]] {
    var traits: [Int64: [Int64]] = [:]
    try PreparedQuery(db, "SELECT trait, article FROM trait_mention ORDER BY trait").run([]) {
      traits[Int64($0[1]), default: []].append(Int64($0[0]))
      return true
    }
    return traits
  }

  private static func rows(_ db: Database, _ sql: String, _ id: Int64) throws -> [Int64] {
    try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: [id])
  }
}
