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

  /// Counts what some articles mention: under one text, everything that any of its copies does.
  func tally(_ rows: [Int], _ copies: CopySets) throws -> FacetTally {
    let found = Mutex<[Result<Part, any Error>]>([])
    // On all processors: a person waits for it.
    concurrently(Self.parts) { part in
      let range = part * rows.count / Self.parts..<(part + 1) * rows.count / Self.parts
      let result = Result { try self.part(rows[range], copies) }
      found.withLock { $0.append(result) }
    }
    var tally = FacetTally()
    var texts: [Int: PackedFacets] = [:]
    for part in found.withLock({ $0 }) {
      let part = try part.get()
      tally += part.tally
      for row in part.repeated {
        guard let text = copies.text(of: row) else { continue }
        let facets = try withFacets(of: row) { try PackedFacets(packed: $0) }
        texts[text] = texts[text]?.union(facets) ?? facets
      }
    }
    for facets in texts.values { try facets.packed.withUnsafeBytes { try tally.add($0) } }
    return tally
  }

  /// More than there are processors mostly, so that one that is busy elsewhere delays little.
  private static let parts = 4

  private struct Part {
    var tally = FacetTally()
    /// Rows of articles of which there are copies.
    var repeated: [Int] = []
  }

  private func part(_ rows: ArraySlice<Int>, _ copies: CopySets) throws -> Part {
    var part = Part()
    for row in rows {
      if copies.text(of: row) != nil {
        part.repeated.append(row)
      } else {
        try withFacets(of: row) { try part.tally.add($0) }
      }
    }
    return part
  }

  private func withFacets<T>(
    of row: Int, _ body: (UnsafeRawBufferPointer) throws -> T
  ) throws -> T {
    guard row >= 0, row + 1 < starts.count else {
      throw ArchiveError.corrupt("no facets of article \(row)")
    }
    return try bytes.withUnsafeBytes { bytes in
      try body(UnsafeRawBufferPointer(rebasing: bytes[Int(starts[row])..<Int(starts[row + 1])]))
    }
  }
}

/// Holds the index of a reader that keeps one, and what was counted last: a screen asks for its
/// actors, its regions and its facets one after the other.
final class FacetMemory: Sendable {
  private struct Content {
    var index = FacetIndex()
    var filter: ArticleFilter?
    /// Of the archive when it was counted: see ``SearchCache/version(_:)``.
    var version: [Int] = []
    var tally = FacetTally()
  }

  private let isKept: Bool
  private let content = Mutex(Content())

  init(isKept: Bool) {
    self.isKept = isKept
  }

  func forget() { content.withLock { $0 = Content() } }

  /// - Parameter selection: of the articles under the filter.
  func tally(
    _ filter: ArticleFilter, _ db: Database,
    of selection: @autoclosure () throws -> ArticleSelection
  ) throws -> FacetTally {
    guard isKept else { return try selection().tally() }
    let version = try SearchCache.version(db)
    return try content.withLock { content in
      if content.filter == filter, content.version == version { return content.tally }
      try content.index.update(db)
      content.filter = nil
      content.tally = try selection().tally(content.index)
      content.version = version
      content.filter = filter
      return content.tally
    }
  }
}
