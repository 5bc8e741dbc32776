import Archive
import Escalation

/// The archive as the dashboard reads it, and what it is called on the screen.
package struct DashboardArchive: Sendable {
  package let name: String
  /// What escalation is measured by.
  package let catalogue: IndicatorCatalogue
  /// For what a key waits for.
  let reader: ArchiveReader
  /// For what takes its time: calls on one reader wait for each other.
  let background: ArchiveReader

  /// - Parameter background: another connection to the same archive; the same reader where
  ///   there can be only one, as for an archive in memory.
  package init(
    name: String, reader: ArchiveReader, background: ArchiveReader? = nil,
    catalogue: IndicatorCatalogue
  ) {
    self.name = name
    self.reader = reader
    self.background = background ?? reader
    self.catalogue = catalogue
  }

  /// What a load may read.
  func source(for urgency: Load.Urgency) -> LoadSource {
    switch urgency {
    case .now, .whenStill: LoadSource(archive: reader, catalogue: catalogue)
    case .later, .long, .longAtLeisure: LoadSource(archive: background, catalogue: catalogue)
    }
  }
}

/// What a load may read.
package struct LoadSource: Sendable {
  package let archive: ArchiveReader
  package let catalogue: IndicatorCatalogue
}
