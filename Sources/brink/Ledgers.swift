import Archive
import Escalation
import EventData
import Glibc
import Reports

/// What commands do with the ledger of an archive.
enum Ledgers {
  /// Brings it up to date after a change.
  ///
  /// - Parameter names: what the tables call parties; see ``Tools/partyNames(_:)``.
  static func update(
    _ writer: ArchiveWriter, _ catalogue: IndicatorCatalogue, names: [String: String] = [:],
    at path: String
  ) throws(CommandFailure) {
    do {
      if !names.isEmpty { try writer.keep(names) }
      try writer.updateLedger(catalogue, today: today)
    } catch {
      throw CommandFailure(error, at: path)
    }
  }

  /// What the ledger says of a day.
  enum Answer {
    case report(EscalationReport)
    /// Texts were read, and no event of them counts up to then.
    case quiet(Day)
    /// Nothing is known of the day: why.
    case unknown(String)
  }

  /// - Parameter day: nil for the last of the archive.
  static func answer(
    on day: Day?, most: Int, _ options: ArchiveOptions
  ) throws(CommandFailure) -> Answer {
    let path = try options.path(Configuration.load())
    let archive = try ArchiveOptions.reader(path)
    let catalogue = try Tools.indicators()
    do {
      let state = try archive.ledgerState()
      guard state.catalogue.map({ $0 == catalogue.version }) ?? true else {
        throw CommandFailure(
          "archive \(path)", because: "another catalogue of indicators made its ledger",
          advice: "Make it anew: brink recode --archive \(path)", .archive)
      }
      if state.isStale {
        StandardError.write(
          "brink: archive \(Visible.text(path)): an import has not finished yet\n")
      }
      if let report = try EscalationReport(on: day, most: most, from: archive, catalogue) {
        return .report(report)
      }
      let held = try archive.summary()
      guard let first = held.first, let last = held.last else {
        return .unknown(held.articles == 0 ? "the archive is empty" : "nothing in it is dated")
      }
      let asked = day ?? last
      return asked < first ? .unknown("nothing in it is as old as \(asked.iso)") : .quiet(asked)
    } catch let failure as CommandFailure {
      throw failure
    } catch let error as ArchiveError {
      throw CommandFailure(error, at: path)
    } catch {
      throw CommandFailure("archive \(path)", because: "\(error)", .archive)
    }
  }

  private static var today: Day { Day(number: time(nil) / 86_400) }
}

/// A day as a person types it.
enum DayArgument {
  static func day(_ text: String) throws(CommandFailure) -> Day {
    guard let day = Day(iso: text) else {
      throw CommandFailure(
        "day \(text)", because: "there is no such day", advice: "Write it as 2022-02-24.", .usage)
    }
    return day
  }
}
