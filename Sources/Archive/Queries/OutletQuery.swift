import GRDB

extension ArchiveReader {
  /// Who publishes articles of the archive, those with most articles first.
  package func outletNames() throws(ArchiveError) -> [String] {
    try read { db in
      try String.fetchAll(
        db.cachedStatement(
          sql: "SELECT name FROM outlet WHERE articles > 0 ORDER BY articles DESC, name"))
    }
  }
}
