import EventData
import GRDB

/// Writes an archive: the only type that can.
///
/// Any number of readers may read at the same time; a second writer waits for its turn.
package struct ArchiveWriter: Sendable {
  private let database: DatabaseQueue
  let memory = WriterMemory()

  /// Opens the archive, or makes it with its folders, and brings its tables up to date.
  ///
  /// - Parameter busyTimeout: how long to wait for another writer, here and in every method.
  /// - Throws: ``ArchiveError/notAnArchive``, ``ArchiveError/newerVersion(found:known:)``,
  ///   ``ArchiveError/locked``, ``ArchiveError/corrupt(_:)``, ``ArchiveError/full``,
  ///   ``ArchiveError/unreadable(errno:)``.
  package init(path: String, busyTimeout: Duration = .seconds(5)) throws(ArchiveError) {
    database = try ArchiveFile(path: path).openWriter(busyTimeout: busyTimeout)
  }

  /// An archive in memory that lives as long as its writer and its readers.
  package init() throws(ArchiveError) {
    do {
      database = try DatabaseQueue(configuration: ArchiveFile.configuration(.zero))
      try ArchiveFile.migrate(database)
      try database.write(PrefixTerms.prepare)
    } catch {
      throw ArchiveError(error)
    }
  }

  /// Reads what this writer has written through the writer's own connection: the way to read an
  /// archive in memory.
  package var reader: ArchiveReader { ArchiveReader(database: database) }

  /// All of the changes or, when it throws, none.
  func write<T>(_ changes: (Database) throws -> T) throws(ArchiveError) -> T {
    do {
      var result: T?
      // Immediate: waits for another writer now, where it can, not at the first change.
      try database.inTransaction(.immediate) { db in
        result = try changes(db)
        return .commit
      }
      return result!
    } catch {
      throw ArchiveFile.failure(error, of: database)
    }
  }

  /// For statements that SQLite runs outside of transactions only.
  func withoutTransaction(_ body: (Database) throws -> Void) throws(ArchiveError) {
    do {
      try database.writeWithoutTransaction(body)
    } catch {
      throw ArchiveFile.failure(error, of: database)
    }
  }

  /// Moves what was written from the log into the main file: after an import.
  package func finishImport() throws(ArchiveError) {
    // Passive: takes what it can and waits for no reader.
    try withoutTransaction { _ = try $0.checkpoint(.passive) }
  }
}
