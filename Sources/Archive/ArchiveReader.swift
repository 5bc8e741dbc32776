import EventData
import GRDB

/// Reads an archive and cannot write it: opened read-only, beside any writer.
///
/// All methods are synchronous and may be called from any thread; calls on one reader
/// wait for each other. Lists come in pages by key, never whole. The methods stand beside
/// their SQL in `Queries/`.
package struct ArchiveReader: Sendable {
  private let database: DatabaseQueue
  let searches = SearchCache()
  let facets: FacetMemory

  init(database: DatabaseQueue) {
    self.database = database
    facets = FacetMemory(isKept: false)
  }

  /// - Parameter keepsFacets: whether to keep in memory what articles mention, some 80 bytes each,
  ///   from the first time on that it is asked for: for those who ask again and again.
  /// - Throws: ``ArchiveError/missing``, ``ArchiveError/notAnArchive``,
  ///   ``ArchiveError/newerVersion(found:known:)``, ``ArchiveError/olderVersion(found:known:)``,
  ///   ``ArchiveError/locked``, ``ArchiveError/corrupt(_:)``,
  ///   ``ArchiveError/unreadable(errno:)``.
  package init(
    path: String, keepsFacets: Bool = false, busyTimeout: Duration = .seconds(1)
  ) throws(ArchiveError) {
    facets = FacetMemory(isKept: keepsFacets)
    database = try ArchiveFile(path: path).openReader(busyTimeout: busyTimeout)
  }

  /// Changes whenever another connection, of this process or another, commits.
  package func dataVersion() throws(ArchiveError) -> Int {
    do {
      // Not inside a transaction, which would go on seeing its own moment.
      return try database.unsafeRead { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
    } catch {
      throw ArchiveError(error)
    }
  }

  /// For what copies the whole file.
  func withoutTransaction(_ body: (DatabaseQueue) throws -> Void) throws {
    try body(database)
  }

  /// Runs queries that see one moment of the archive.
  func read<T>(_ query: (Database) throws -> T) throws(ArchiveError) -> T {
    do {
      return try database.read(query)
    } catch {
      throw ArchiveError(error)
    }
  }
}
