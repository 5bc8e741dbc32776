import EventData
import GRDB

/// Keeps what articles said before they were revised.
struct VersionTables {
  private let keepStored: PreparedQuery
  private let keepOlder: PreparedQuery
  private let forget: PreparedQuery
  private let find: PreparedQuery

  init(_ db: Database) throws {
    let columns = "article, external_id, published, precision, title, text, fingerprint"
    keepStored = try PreparedQuery(
      db,
      """
      INSERT INTO article_version (\(columns))
      SELECT a.id, a.external_id, a.published, a.precision, a.title, t.text, a.fingerprint
      FROM article a CROSS JOIN article_text t ON t.id = a.id
      WHERE a.id = ? AND NOT EXISTS (
        SELECT 1 FROM article_version v
        WHERE v.article = a.id AND v.fingerprint = a.fingerprint)
      """)
    keepOlder = try PreparedQuery(
      db, "INSERT INTO article_version (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?)")
    forget = try PreparedQuery(
      db, "DELETE FROM article_version WHERE article = ? AND fingerprint = ?")
    find = try PreparedQuery(
      db, "SELECT 1 FROM article_version WHERE external_id = ? AND fingerprint = ?")
  }

  /// Whether the article is known as an earlier version of another.
  func hold(_ item: PreparedImport) throws -> Bool {
    var isKnown = false
    try find.run([.text(item.coded.article.id), .integer(item.fingerprint)]) { _ in
      isKnown = true
      return false
    }
    return isKnown
  }

  /// Before what is stored gives way to an article; only another text is kept.
  func keep(
    _ stored: ArticleTables.Stored, _ text: String, before item: PreparedImport
  ) throws {
    let isOther = !text.utf8.elementsEqual(item.coded.article.text.utf8)
    if isOther { try keepStored.run(.integer(stored.key.row)) }
    try forget.run(.integer(stored.key.row), .integer(item.fingerprint))
  }

  /// An article that is older than what its page says now.
  func keep(_ item: PreparedImport, olderThan stored: ArticleTables.Stored) throws {
    let article = item.coded.article
    try keepOlder.run(
      .integer(stored.key.row), .text(article.id),
      .init(article.published?.epoch ?? ArticleKey.undated), .init(article.published.precision),
      .init(article.title), .blob(item.text), .integer(item.fingerprint))
  }
}

/// Tells one page of the web by its address; what is no page of an article tells nothing.
enum PageAddress {
  /// Nil for a site's front page: many articles stand on it.
  static func number(of url: String?) -> Int64? {
    guard var url else { return nil }
    return url.withUTF8 { bytes in
      let (slash, hash) = (UInt8(ascii: "/"), UInt8(ascii: "#"))
      let page = bytes.prefix { $0 != hash }
      guard let scheme = page.indices.first(where: { page[$0...].starts(with: "://".utf8) }),
        let path = page[(scheme + 3)...].firstIndex(of: slash),
        page[path...].contains(where: { $0 != slash })
      else { return nil }
      var fingerprint = Fingerprint()
      fingerprint.combine(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: page)))
      return fingerprint.value
    }
  }
}

extension PublicationDate? {
  /// The column of that name: 0 no date, 1 day, 2 second.
  var precision: Int { map { $0.secondOfDay == nil ? 1 : 2 } ?? 0 }
}
