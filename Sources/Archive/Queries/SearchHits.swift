import GRDB
import Synchronization

/// The rows of all articles that a search finds, a bit for each row.
struct SearchHits {
  private var words: [UInt64] = []
  private(set) var count = 0

  init(_ expression: String, _ db: Database) throws {
    try collect("SELECT rowid FROM article_fts WHERE article_fts MATCH ?", [.text(expression)], db)
  }

  /// Among some rows alone.
  init(_ expression: String, in rows: Range<Int>, _ db: Database) throws {
    let sql = """
      SELECT rowid FROM article_fts WHERE article_fts MATCH ? AND rowid >= ? AND rowid < ?
      """
    try collect(sql, [.text(expression), .init(rows.lowerBound), .init(rows.upperBound)], db)
  }

  private mutating func collect(_ sql: String, _ values: [ColumnValue], _ db: Database) throws {
    try PreparedQuery(db, sql).run(values) { row in
      insert(row[0])
      return true
    }
  }

  private mutating func insert(_ row: Int) {
    let word = row >> 6
    // A damaged index may name any row; a true one stays near the number of articles.
    guard row >= 0, word < 1 << 26 else { return }
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count + words.count / 2))
    }
    guard words[word] & (1 << UInt64(row & 63)) == 0 else { return }
    words[word] |= 1 << UInt64(row & 63)
    count += 1
  }

  func contains(_ row: Int) -> Bool {
    let word = row >> 6
    return row >= 0 && word < words.count && words[word] & (1 << UInt64(row & 63)) != 0
  }

  /// In ascending order.
  var rows: [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(count)
    for (index, word) in words.enumerated() where word != 0 {
      var rest = word
      while rest != 0 {
        rows.append(index << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return rows
  }
}

/// Remembers the last searches: a screen asks for its page, its count, its actors and its regions
/// one after the other.
final class SearchCache: Sendable {
  private struct Entry {
    var expression: String
    var version: [Int]
    var hits: SearchHits
  }

  /// A filter asks for two at most, for what it wants and for what it does not.
  private static let most = 4

  /// The latest last.
  private let entries = Mutex<[Entry]>([])

  func forget() { entries.withLock { $0 = [] } }

  /// Changes with every commit.
  static func version(_ db: Database) throws -> [Int] {
    // Commits of other connections change the first, those of this one the second.
    [try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0, db.totalChangesCount]
  }

  /// Nil where nobody has asked for all of them since somebody wrote.
  func known(_ expression: String, _ db: Database) throws -> SearchHits? {
    let version = try Self.version(db)
    return entries.withLock { entries in
      entries.removeAll { $0.version != version }
      return entries.first { $0.expression == expression }?.hits
    }
  }

  func hits(_ expression: String, _ db: Database) throws -> SearchHits {
    if let known = try known(expression, db) { return known }
    let version = try Self.version(db)
    let hits = try SearchHits(expression, db)
    entries.withLock { entries in
      if entries.count == Self.most { entries.removeFirst() }
      entries.append(Entry(expression: expression, version: version, hits: hits))
    }
    return hits
  }
}
