import Archive

/// The archive as the dashboard reads it, and what it is called on the screen.
package struct DashboardArchive: Sendable {
  package let name: String
  /// For what a key waits for.
  package let reader: ArchiveReader
  /// For what takes its time: calls on one reader wait for each other.
  package let background: ArchiveReader

  /// - Parameter background: another connection to the same archive; the same reader where
  ///   there can be only one, as for an archive in memory.
  package init(name: String, reader: ArchiveReader, background: ArchiveReader? = nil) {
    self.name = name
    self.reader = reader
    self.background = background ?? reader
  }
}
