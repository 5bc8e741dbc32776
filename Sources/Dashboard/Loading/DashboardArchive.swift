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
  /// Notes that an alert was seen; nil where nothing may be written, as in a kiosk.
  let acknowledge: (@Sendable (Int64) throws -> Void)?

  /// - Parameter background: another connection to the same archive; the same reader where
  ///   there can be only one, as for an archive in memory.
  package init(
    name: String, reader: ArchiveReader, background: ArchiveReader? = nil,
    catalogue: IndicatorCatalogue, acknowledge: (@Sendable (Int64) throws -> Void)? = nil
  ) {
    self.name = name
    self.reader = reader
    self.background = background ?? reader
    self.catalogue = catalogue
    self.acknowledge = acknowledge
  }

  /// What a load may read.
  func source(for urgency: Load.Urgency) -> LoadSource {
    let archive =
      switch urgency {
      case .now, .whenStill: reader
      case .later, .long, .longAtLeisure: background
      }
    return LoadSource(archive: archive, catalogue: catalogue, acknowledge: acknowledge)
  }
}

/// What a load may read.
package struct LoadSource: Sendable {
  package let archive: ArchiveReader
  package let catalogue: IndicatorCatalogue
  package let acknowledge: (@Sendable (Int64) throws -> Void)?
}
