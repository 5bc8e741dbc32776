import ArgumentParser
import Intake
import Logging

struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Import what is dropped into a folder, until it is stopped.",
    discussion: """
      Files that are there when it begins are imported, too; nothing is moved or changed. A \
      file is read when whoever writes it has closed it.
      """)

  @Argument(help: "The folder; folders in it are watched, too.")
  var folder: String

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    let log = try Log.logger(of: "watch")
    let watch: FolderWatch
    do {
      watch = try FolderWatch(folder)
    } catch {
      StandardError.write(error.report)
      throw ExitStatus.noInput
    }
    try importAll([folder], log: log, isFirst: true)
    while let files = watch.next() {
      try importAll(files, log: log, isFirst: false)
    }
    throw CommandFailure(
      "folder \(folder)", because: "it was removed", advice: "What was in it is imported.", .noInput
    )
  }

  private func importAll(_ paths: [String], log: Logger, isFirst: Bool) throws {
    let importer = try Importer(options, as: "watch", reading: isFirst ? [folder] : paths, log: log)
    var tally = InputTally(reading: paths)
    try importer.reader.read(paths) { (result) throws in
      if isFirst, case .failure(let error) = result, error.reason == .emptyFolder { return }
      try importer.take(result, &tally)
    }
    let summary = try importer.finish()
    if summary.isNothing, tally.failed == 0 { return }
    try StandardOutput.write(summary.line(failed: tally.failed, path: importer.path))
  }
}
