import GRDB

/// The most frequent of a tally, the first known of two that are equal first.
struct MostFrequent {
  private let ids: [Int]
  private let counts: [Int]

  /// - Parameter tally: how often each id occurs, by id.
  init(_ tally: [Int], limit: Int) {
    ids = Array(
      tally.indices.filter { tally[$0] > 0 }
        .sorted { tally[$0] != tally[$1] ? tally[$0] > tally[$1] : $0 < $1 }
        .prefix(limit))
    counts = ids.map { tally[$0] }
  }

  /// - Parameter sql: reads the table `wanted (place, id, n)`.
  func rows(_ sql: String, _ db: Database) throws -> [Row] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          WITH wanted (place, id, n) AS
            (SELECT i.key, i.value, n.value FROM json_each(?) i JOIN json_each(?) n USING (key))
          \(sql)
          """), arguments: ["\(ids)", "\(counts)"])
  }
}
