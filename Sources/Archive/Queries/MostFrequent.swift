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

  /// - Parameter sql: begins its joins with the table `wanted (id, n)`, and has CROSS JOIN after
  ///   it.
  func rows(_ sql: String, _ db: Database) throws -> [Row] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          WITH wanted (id, n) AS
            (SELECT value ->> 0, value ->> 1 FROM json_each(?))
          \(sql)
          """), arguments: ["\(zip(ids, counts).map { [$0, $1] })"])
  }
}
