import Archive
import ArgumentParser
import Glibc

struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Look after an archive: check, back up, make smaller, measure, bring up to date.",
    subcommands: [
      ArchiveCheckCommand.self, ArchiveBackupCommand.self, ArchiveVacuumCommand.self,
      ArchiveStatsCommand.self, ArchiveMigrateCommand.self,
    ])

  /// What an archive answers, or how it failed.
  static func asking<Answer>(
    _ path: String, _ question: () throws -> Answer
  ) throws -> Answer {
    do {
      return try question()
    } catch let error as ArchiveError {
      throw CommandFailure(error, at: path)
    }
  }
}

struct ArchiveCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read all of the archive and tell what is wrong with it.")

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    let path = try options.path(Configuration.load())
    let reader = try ArchiveOptions.reader(path)
    let problems = try ArchiveCommand.asking(path) { try reader.problems() }
    if problems.isEmpty {
      return try StandardOutput.write("\(Visible.text(path)) is whole\n")
    }
    for problem in problems { try StandardOutput.write(Visible.text(problem) + "\n") }
    throw CommandFailure(.corrupt("\(problems.count) faults"), at: path)
  }
}

struct ArchiveBackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the archive, as it is at one moment, while others read and write it.")

  @Argument(help: "The file to make; it must not be there yet.")
  var file: String

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    let path = try options.path(Configuration.load())
    let reader = try ArchiveOptions.reader(path)
    // What is not whole does not bear the name.
    let part = file + ".part"
    for name in [file, part] where File.exists(name) {
      throw CommandFailure(
        "backup \(name)", because: "there is such a file already",
        advice: "Name another file, or take that one away.", .usage)
    }
    let start = ContinuousClock.now
    var line: ProgressLine?
    do {
      try reader.backUp(to: part) { done, total in
        line = line ?? ProgressLine("copying", of: "pages", total: total)
        line?.show(done)
      }
    } catch {
      unlink(part)
      throw CommandFailure(error, at: part)
    }
    line?.end()
    guard rename(part, file) == 0 else {
      let reason = errno
      unlink(part)
      throw CommandFailure(.unreadable(errno: reason), at: file)
    }
    let seconds = (ContinuousClock.now - start).components.seconds
    try StandardOutput.write("\(Visible.text(file)) made in \(seconds) s\n")
  }
}

struct ArchiveVacuumCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vacuum", abstract: "Give back the room that nothing uses any more.")

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    let path = try options.path(Configuration.load())
    guard File.exists(path) else { throw CommandFailure(.missing, at: path) }
    let before = File.size(path)
    let writer = try ArchiveOptions.writer(path)
    try ArchiveCommand.asking(path) { try writer.vacuum() }
    try StandardOutput.write(
      "\(Visible.text(path)): \(before) bytes before, \(File.size(path)) now\n")
  }
}

struct ArchiveStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Tell what the archive holds and what takes how much room.")

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    let path = try options.path(Configuration.load())
    let reader = try ArchiveOptions.reader(path)
    let (summary, sizes) = try ArchiveCommand.asking(path) {
      (try reader.summary(), try reader.tableSizes())
    }
    let total = sizes.map(\.bytes).reduce(0, +)
    var lines = [
      ["articles", "\(summary.articles)"], ["outlets", "\(summary.outlets)"],
      ["statements", "\(summary.statements)"], ["events", "\(summary.events)"],
      ["first day", summary.first?.iso ?? "none"], ["last day", summary.last?.iso ?? "none"],
      ["bytes", "\(total)"], ["bytes an article", "\(total / max(1, summary.articles))"],
    ]
    lines += sizes.map { [$0.name, "\($0.bytes)", "\($0.unused) unused"] }
    try StandardOutput.write(
      lines.map { $0.map(Visible.text).joined(separator: "\t") + "\n" }.joined())
  }
}

struct ArchiveMigrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Bring an archive of an earlier version up to date.")

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    let path = try options.path(Configuration.load())
    let (found, known) = try ArchiveCommand.asking(path) {
      try ArchiveReader.version(ofFile: path)
    }
    if found == known {
      return try StandardOutput.write(
        "\(Visible.text(path)) is of version \(known), the newest\n")
    }
    _ = try ArchiveOptions.writer(path)
    try StandardOutput.write(
      "\(Visible.text(path)) was of version \(found) and is of version \(known) now\n")
  }
}
