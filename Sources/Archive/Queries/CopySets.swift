import GRDB
import Synchronization

/// The articles that are copies of one text: a list shows the newest of them under its filter, and
/// a count takes them for one.
struct CopySets {
  /// By the rows of all articles of which there are copies.
  private var texts: [Int: Int] = [:]
  /// How many articles there are besides the first of each text.
  private(set) var repeats = 0

  var isEmpty: Bool { texts.isEmpty }

  /// The rows of all articles of which there are copies.
  var articles: [Int] { Array(texts.keys) }
  var articleCount: Int { texts.count }

  init() {}

  init(_ db: Database) throws {
    try PreparedQuery(db, "SELECT article, text FROM article_copy WHERE article <> text")
      .run([]) { row in
        texts[row[0]] = row[1]
        texts[row[1]] = row[1]
        repeats += 1
        return true
      }
  }

  /// Nil for an article without copies.
  func text(of row: Int) -> Int? { texts[row] }
}

/// Remembers the sets of copies until somebody writes.
final class CopyCache: Sendable {
  private struct Entry {
    var version: [Int]
    var sets: CopySets
  }

  private let entry = Mutex<Entry?>(nil)

  func forget() { entry.withLock { $0 = nil } }

  func sets(_ db: Database) throws -> CopySets {
    let version = try SearchCache.version(db)
    if let known = entry.withLock({ $0 }), known.version == version { return known.sets }
    let sets = try CopySets(db)
    entry.withLock { $0 = Entry(version: version, sets: sets) }
    return sets
  }
}
