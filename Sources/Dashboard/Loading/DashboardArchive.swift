import Archive
import Escalation
import EventData

/// The archive as the dashboard reads it, and what it is called on the screen.
package struct DashboardArchive: Sendable {
  package let name: String
  /// What escalation is measured by.
  package let catalogue: IndicatorCatalogue
  /// For what a key waits for.
  let reader: ArchiveReader
  /// For what takes its time: calls on one reader wait for each other.
  let background: ArchiveReader
  /// For what takes longest, so that counts do not wait for it.
  let leisure: ArchiveReader
  let readership: Readership
  let desk: Desk
  /// Reads the borders for the map: only who looks at it pays for them.
  let outlines: @Sendable () throws -> MapOutlines

  /// - Parameters:
  ///   - background: another connection to the same archive; the same reader where there can be
  ///     only one, as for an archive in memory.
  ///   - leisure: a third one.
  package init(
    name: String, reader: ArchiveReader, background: ArchiveReader? = nil,
    leisure: ArchiveReader? = nil, catalogue: IndicatorCatalogue,
    readership: Readership = Readership(), desk: Desk = Desk(),
    outlines: @escaping @Sendable () throws -> MapOutlines = { .none }
  ) {
    self.name = name
    self.reader = reader
    self.background = background ?? reader
    self.leisure = leisure ?? self.background
    self.catalogue = catalogue
    self.readership = readership
    self.desk = desk
    self.outlines = outlines
  }

  /// Looks whether the archive is still there, and goes over to the file that took its place.
  ///
  /// - Returns: Whether it did.
  func follow() throws(ArchiveError) -> Bool {
    // A file that was written over makes no sense to those who have it open.
    let isSpoilt = (try? reader.dataVersion()) == nil
    var isOther = false
    for reader in [reader, background, leisure] {
      isOther = try reader.follow(anyway: isSpoilt) || isOther
    }
    return isOther
  }

  /// What a load may read.
  func source(for urgency: Load.Urgency) -> LoadSource {
    let archive =
      switch urgency {
      case .now, .whenStill, .writing: reader
      case .later: background
      case .long, .longAtLeisure: leisure
      }
    return LoadSource(
      archive: archive, catalogue: catalogue, readership: readership, desk: desk,
      outlines: outlines)
  }
}

/// What a load may read.
package struct LoadSource: Sendable {
  package let archive: ArchiveReader
  package let catalogue: IndicatorCatalogue
  package let readership: Readership
  package let desk: Desk
  package let outlines: @Sendable () throws -> MapOutlines

  /// - Throws: ``LoadFailure`` where the ledger was made by another catalogue than the one that
  ///   would explain it.
  func checkLedger() throws {
    let made = try archive.ledgerState().catalogue
    if let made, made != catalogue.version {
      throw LoadFailure("Indicators have changed since the ledger was made: brink recode")
    }
  }
}

/// Who looks at the dashboard, and how is noted what he has seen.
package struct Readership: Sendable {
  package var name: String
  /// Whether it may be read who set, saw or wrote something, and why: not on a wall.
  package var seesNotes: Bool
  /// Notes that an alert was seen; nil where nothing may be written, as in a kiosk.
  package var acknowledge: (@Sendable (Int64) throws -> Void)?
  /// Notes that everything up to a day was seen.
  package var markSeen: (@Sendable (Day) throws -> Void)?
  /// Changes what is noted of something; gives what was noted before, nil where it is gone.
  package var mark: (@Sendable (MarkSubject, MarkChange) throws -> Marks?)?
  /// Keeps what was searched for, the latest last.
  package var keepSearches: (@Sendable ([String]) throws -> Void)?
  /// Keeps how panes were arranged, as ``ArrangementText`` writes it.
  package var keepLayouts: (@Sendable (String) throws -> Void)?

  package init(
    name: String = "", seesNotes: Bool = true,
    acknowledge: (@Sendable (Int64) throws -> Void)? = nil,
    markSeen: (@Sendable (Day) throws -> Void)? = nil,
    mark: (@Sendable (MarkSubject, MarkChange) throws -> Marks?)? = nil,
    keepSearches: (@Sendable ([String]) throws -> Void)? = nil,
    keepLayouts: (@Sendable (String) throws -> Void)? = nil
  ) {
    self.name = name
    self.seesNotes = seesNotes
    self.acknowledge = acknowledge
    self.markSeen = markSeen
    self.mark = mark
    self.keepSearches = keepSearches
    self.keepLayouts = keepLayouts
  }
}
