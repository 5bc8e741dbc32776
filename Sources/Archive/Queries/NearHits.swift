import GRDB

/// Which of the articles near the beginning of a list a search finds, before anybody knows which it
/// finds at all.
///
/// To collect the hits of a common word among a million articles takes longer than a person waits,
/// and a page needs some fifty of them. Rows come in the order in which articles were added, so
/// that those of a page mostly lie in a few stretches of rows: only these are searched.
final class NearHits {
  /// Asked for too many stretches: the hits are rare, or the articles came in another order.
  struct TooFar: Error {}

  /// How many rows a stretch has, and how many stretches are searched at most.
  struct Reach {
    var rows = 4096
    var stretches = 8
  }

  /// In an archive of fewer articles all hits are collected as soon.
  static let fewArticles = Reach().rows * Reach().stretches

  private let db: Database
  private let expression: String
  private let reach: Reach
  private var stretches: [Int: SearchHits] = [:]

  /// Nil where a stretch takes as long as all: where too many words begin as is asked for.
  init?(_ expression: String, _ db: Database, reach: Reach = Reach()) throws {
    guard let expression = try PrefixTerms.expanded(expression, db) else { return nil }
    self.expression = expression
    self.db = db
    self.reach = reach
  }

  /// - Throws: ``TooFar``.
  func contains(_ row: Int) throws -> Bool {
    let stretch = row / reach.rows
    if let known = stretches[stretch] { return known.contains(row) }
    guard stretches.count < reach.stretches else { throw TooFar() }
    let first = stretch * reach.rows
    let hits = try SearchHits(expression, in: first..<first + reach.rows, db)
    stretches[stretch] = hits
    return hits.contains(row)
  }
}

/// What the words find that a filter asks for.
enum WordHits {
  /// None are asked for.
  case everything
  case all(SearchHits)
  case near(NearHits)

  /// - Throws: ``NearHits/TooFar``.
  func contain(_ row: Int) throws -> Bool {
    switch self {
    case .everything: true
    case .all(let hits): hits.contains(row)
    case .near(let hits): try hits.contains(row)
    }
  }

  var all: SearchHits? { if case .all(let hits) = self { hits } else { nil } }
}
