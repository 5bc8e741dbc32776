import EventData
import GRDB

/// Reads an archive and cannot write it: opened read-only, beside any writer.
///
/// All methods are synchronous and may be called from any thread; calls on one reader
/// wait for each other. Lists come in pages by key, never whole. The methods stand beside
/// their SQL in `Queries/`.
package struct ArchiveReader: Sendable {
  private let connection: ReaderConnection
  let searches = SearchCache()
  let copies = CopyCache()
  let facets: FacetMemory

  init(database: DatabaseQueue) {
    connection = ReaderConnection(database)
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
    connection = try ReaderConnection(path: path, busyTimeout: busyTimeout)
  }

  /// Looks whether the archive is still where it was, and goes over to a file that took its
  /// place or came back.
  ///
  /// - Parameter anyway: Opens it again although it seems to be the same file.
  /// - Returns: Whether it was opened again.
  /// - Throws: as ``init(path:busyTimeout:)``; what was open stays open and may be read.
  package func follow(anyway: Bool = false) throws(ArchiveError) -> Bool {
    guard try connection.follow(anyway: anyway) else { return false }
    searches.forget()
    copies.forget()
    facets.forget()
    return true
  }

  /// Tells when somebody may have written; nil where nobody can know but by looking.
  package func watch() -> ArchiveWatch? { connection.path.flatMap(ArchiveWatch.init) }

  /// Ends what is being read now with ``ArchiveError/interrupted``; may be called while it is.
  package func interrupt() { connection.database.interrupt() }

  /// Changes whenever another connection, of this process or another, commits.
  package func dataVersion() throws(ArchiveError) -> Int {
    do {
      // Not inside a transaction, which would go on seeing its own moment.
      return try connection.database.unsafeRead {
        try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0
      }
    } catch {
      throw ArchiveError(error)
    }
  }

  /// For what copies the whole file.
  func withoutTransaction(_ body: (DatabaseQueue) throws -> Void) throws {
    try body(connection.database)
  }

  /// - Parameter isPage: see ``ArticleSelection``.
  func selection(
    _ filter: ArticleFilter, _ db: Database, isPage: Bool = false
  ) throws -> ArticleSelection {
    try ArticleSelection(filter, db, searches, copies.sets(db), isPage: isPage)
  }

  /// Runs queries that see one moment of the archive.
  func read<T>(_ query: (Database) throws -> T) throws(ArchiveError) -> T {
    do {
      return try connection.database.read(query)
    } catch {
      throw ArchiveError(error)
    }
  }
}
