import Archive
import ArgumentParser
import Intake

struct MarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marks",
    abstract: "Take out or bring in what you noted: read, stars, tags, notes, saved filters.",
    subcommands: [Export.self, Import.self, Save.self, Forget.self])

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Print all of it as JSON Lines.",
      discussion: "brink marks export > marks.jsonl")

    @OptionGroup var options: ArchiveOptions

    func run() throws {
      let path = try options.path(Configuration.load())
      let archive = try ArchiveOptions.reader(path)
      do {
        for record in try archive.markRecords() { try StandardOutput.write(MarkLine.text(record)) }
        for filter in try archive.savedFilters() { try StandardOutput.write(MarkLine.text(filter)) }
      } catch let error as ArchiveError {
        throw CommandFailure(error, at: path)
      }
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Add to what is noted; nothing is taken away.")

    @Argument(help: "What brink marks export printed; - is standard input.")
    var file: String

    @OptionGroup var options: ArchiveOptions

    func run() throws {
      let path = try options.path(Configuration.load())
      guard File.exists(path) else { throw CommandFailure(.missing, at: path) }
      let text = try MarkLine.read(file)
      let writer = try ArchiveOptions.writer(path)
      var (added, missing, failed) = (0, 0, 0)
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      where !line.allSatisfy(\.isWhitespace) {
        do {
          switch try MarkLine(line) {
          case .record(let record):
            if try writer.add(record) { added += 1 } else { missing += 1 }
          case .filter(let filter):
            try writer.save(filter)
            added += 1
          }
        } catch let error as ArchiveError {
          throw CommandFailure(error, at: path)
        } catch {
          failed += 1
          StandardError.write(
            Visible.text("brink: \(file):\(number + 1): no mark: \(MarkLine.reason(error))")
              + "; the other lines are read\n")
        }
      }
      var line = "\(added) noted"
      if missing > 0 { line += ", \(missing) of articles that are not there" }
      if failed > 0 { line += ", \(failed) not read" }
      try StandardOutput.write("\(line) in \(Visible.text(path))\n")
      if failed > 0 { throw added + missing == 0 ? ExitStatus.noInput : ExitStatus.partial }
    }
  }

  struct Save: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "save", abstract: "Give a filter a name, for the term saved:NAME.")

    @Argument(help: "A name without spaces.")
    var name: String

    @Argument(help: "What Documentation/filters.md describes.")
    var filter: String

    @OptionGroup var options: ArchiveOptions

    func run() throws {
      guard !name.isEmpty, !name.contains(where: \.isWhitespace) else {
        throw CommandFailure(
          "filter \(name)", because: "a name has no spaces", advice: "Use a hyphen.", .usage)
      }
      _ = try FilterOption.expression(filter)
      let path = try options.path(Configuration.load())
      guard File.exists(path) else { throw CommandFailure(.missing, at: path) }
      do {
        try ArchiveOptions.writer(path).save(SavedFilter(name: name, filter: filter))
      } catch let error as ArchiveError {
        throw CommandFailure(error, at: path)
      }
      try StandardOutput.write(Visible.text("saved:\(name) is \(filter)") + "\n")
    }
  }

  struct Forget: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "forget", abstract: "Take the name from a filter.")

    @Argument(help: "As brink marks export prints it.")
    var name: String

    @OptionGroup var options: ArchiveOptions

    func run() throws {
      let path = try options.path(Configuration.load())
      guard File.exists(path) else { throw CommandFailure(.missing, at: path) }
      let isGone: Bool
      do {
        isGone = try ArchiveOptions.writer(path).forget(filter: name)
      } catch let error as ArchiveError {
        throw CommandFailure(error, at: path)
      }
      guard isGone else {
        throw CommandFailure(
          "filter \(name)", because: "there is none of that name",
          advice: "brink marks export names them.", .usage)
      }
      try StandardOutput.write(Visible.text("\(name) forgotten") + "\n")
    }
  }
}
