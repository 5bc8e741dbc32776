import EventData
import Foundation
import GRDB

/// A stored article as it was before any coder read it.
package struct StoredOriginal: Hashable, Sendable {
  package var row: Int64
  package var article: Article
  /// The bytes that the article was made from.
  package var original: [UInt8]
  /// The coder whose findings the archive holds.
  package var coderVersion: String

  package init(row: Int64, article: Article, original: [UInt8], coderVersion: String) {
    self.row = row
    self.article = article
    self.original = original
    self.coderVersion = coderVersion
  }
}

extension ArchiveReader {
  /// A page of the articles in the order in which they were added.
  ///
  /// - Parameters:
  ///   - version: leaves out what this coder has coded; nil for all.
  ///   - row: the last row of the page before.
  package func originals(
    notBy version: String? = nil, after row: Int64 = 0, limit: Int
  ) throws(ArchiveError) -> [StoredOriginal] {
    try read { db in
      let sql = """
        SELECT \(Article.columns), a.id, a.coder, t.original
        FROM article a CROSS JOIN article_text t ON t.id = a.id
          LEFT JOIN outlet o ON o.id = a.outlet
        WHERE a.id > ? AND a.coder IS NOT ? ORDER BY a.id LIMIT ?
        """
      return try Array(
        Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [row, version, max(0, limit)])
          .map(StoredOriginal.init(row:)))
    }
  }

  /// How many articles another coder than this has coded.
  package func count(notBy version: String) throws(ArchiveError) -> Int {
    try read { db in
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT count(*) FROM article WHERE coder IS NOT ?"),
        arguments: [version.storable]) ?? 0
    }
  }
}

extension ArchiveWriter {
  /// Codes again all articles that another coder has coded, some at a time.
  ///
  /// Each batch is one transaction: stopped half-way, every article is as the old coder or as
  /// the new one left it, and the next call goes on with those that are left.
  ///
  /// - Parameters:
  ///   - code: may clean the original anew as well; the article keeps its id.
  ///   - progress: is told how many articles have been coded so far.
  /// - Returns: how many articles were coded.
  /// - Throws: what ``insert(_:coderVersion:)`` throws.
  @discardableResult
  package func recode(
    coderVersion: String, batchSize: Int = 500, progress: (Int) -> Void = { _ in },
    _ code: (StoredOriginal) -> CodedArticle
  ) throws(ArchiveError) -> Int {
    var done = 0
    var last: Int64 = 0
    while true {
      let page = try reader.originals(notBy: coderVersion, after: last, limit: max(1, batchSize))
      guard let end = page.last else { return done }
      let batch = page.map { original in
        var item = CodedImport(coded: code(original), original: original.original)
        item.coded.article.id = original.article.id
        return item
      }
      // What is read otherwise now is no revision of what was written.
      _ = try insert(
        prepared: PreparedImport.prepare(batch), coderVersion: coderVersion, keepsVersions: false)
      last = end.row
      done += page.count
      progress(done)
    }
  }
}

extension StoredOriginal {
  fileprivate init(row: Row) throws {
    let article = try Article(row: row)
    let text = Array(article.text.utf8)
    let original = try row.withUnsafeData(atIndex: 14) { data in
      try data.map { try $0.withUnsafeBytes { try CompressedBytes.expand($0, after: text) } }
    }
    self.init(
      row: try row.decode(Int64.self, atIndex: 12), article: article, original: original ?? text,
      coderVersion: try row.decode(String.self, atIndex: 13))
  }
}
