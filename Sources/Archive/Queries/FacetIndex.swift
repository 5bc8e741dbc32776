import GRDB
import Synchronization

/// What every article mentions, in memory: the packed columns one after the other.
struct FacetIndex {
  private var bytes: [UInt8] = []
  /// Where the facets of each row begin, and behind the last where they end.
  private var starts: [UInt32] = [0]
  /// Of the archive when it was read: see `facet_state`.
  private var epoch: Int?

  /// Reads what is new, or everything where old articles have changed.
  mutating func update(_ db: Database) throws {
    let epoch = try Int.fetchOne(db.cachedStatement(sql: "SELECT epoch FROM facet_state")) ?? 0
    if epoch != self.epoch { self = FacetIndex() }
    try PreparedQuery(db, "SELECT id, packed FROM article_facets WHERE id >= ? ORDER BY id")
      .run([.init(starts.count - 1)]) { row in
        // A damaged file may name any row; a true one stays near the number of articles.
        guard row[0] < 1 << 27, bytes.count < Int(UInt32.max) - 1 << 20 else { return false }
        while starts.count <= row[0] { starts.append(UInt32(bytes.count)) }
        row.withBytes(1) { bytes += $0 }
        starts.append(UInt32(bytes.count))
        return true
      }
    self.epoch = epoch
  }

  func withFacets(
    of row: Int, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    guard row >= 0, row + 1 < starts.count else {
      throw ArchiveError.corrupt("no facets of article \(row)")
    }
    try bytes.withUnsafeBytes { bytes in
      try body(UnsafeRawBufferPointer(rebasing: bytes[Int(starts[row])..<Int(starts[row + 1])]))
    }
  }
}

/// Holds the index of a reader that keeps one.
final class FacetMemory: Sendable {
  private let isKept: Bool
  private let index = Mutex(FacetIndex())

  init(isKept: Bool) {
    self.isKept = isKept
  }

  func forget() { index.withLock { $0 = FacetIndex() } }

  func tally(_ selection: ArticleSelection, _ db: Database) throws -> FacetTally {
    guard isKept else { return try selection.tally() }
    return try index.withLock { index in
      try index.update(db)
      return try selection.tally(index)
    }
  }
}
