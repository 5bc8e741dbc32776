import GRDB
import Synchronization

/// What a writer remembers from one transaction to the next, so that it need not read it again.
///
/// It is taken out for each and comes back when all of it has been written; whenever somebody
/// else has written in between it begins anew.
final class WriterMemory: Sendable {
  struct Content: Sendable {
    /// Of the archive when this was true.
    fileprivate var version: Int
    var marks = RecentMarks()
    var names = KnownNames()
  }

  private let content = Mutex<Content?>(nil)

  func take(_ db: Database) throws -> Content {
    let version = try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0
    return content.withLock { content in
      let known = content.take()
      return known?.version == version ? known! : Content(version: version)
    }
  }

  func keep(_ known: Content) {
    content.withLock { $0 = known }
  }
}

/// The marks of articles written lately: what comes next may be a copy of them, and to read their
/// texts and mark them again would take longer than to write an article.
struct RecentMarks: Sendable {
  /// Some 4 kB each.
  private static let most = 4096

  private var known: [Int64: CopyMarks] = [:]
  /// Rows in the order in which they came: the oldest goes first.
  private var order: [Int64] = []
  private var next = 0

  subscript(article: Int64) -> CopyMarks? { known[article] }

  mutating func note(_ marks: CopyMarks, of article: Int64) {
    guard known.updateValue(marks, forKey: article) == nil else { return }
    if order.count < Self.most { return order.append(article) }
    known[order[next]] = nil
    order[next] = article
    next = (next + 1) % Self.most
  }

  mutating func forget(_ article: Int64) {
    known[article] = nil
  }
}
