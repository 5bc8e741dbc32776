import ArgumentParser
import Coder
import Lexicons

struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Check the tables that brink knows the world by, and try them on a sentence.",
    subcommands: [LexiconCheckCommand.self, LexiconTryCommand.self])
}

struct LexiconCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong in the shipped tables and in your own, with file and line.",
    discussion: "With files, these are checked in place of those in your configuration.")

  @Argument(help: "Tables of your own, named as the shipped ones are.")
  var files: [String] = []

  func run() throws {
    let resources = try Places.resources()
    let check: LexiconCheck
    do {
      check = try LexiconCheck(
        of: resources, userFolder: Places.lexicons, own: files.isEmpty ? nil : files)
    } catch {
      throw CommandFailure(error)
    }
    var failures = check.problems.map { CommandFailure($0) }
    do {
      _ = try Tools.articleReader(check.lexicons)
      _ = try Tools.indicators()
    } catch {
      failures.append(error)
    }
    let knowledge = Knowledge(check.lexicons)
    for table in check.lexicons.tables {
      failures += table.failedSamples(knowledge.ids(of:)).map { CommandFailure($0) }
    }
    for failure in failures { StandardError.write(failure.report) }
    let samples = check.lexicons.tables.map(\.samples.count).reduce(0, +)
    let outcome =
      failures.isEmpty
      ? "nothing is wrong" : failures.count == 1 ? "1 mistake" : "\(failures.count) mistakes"
    try StandardOutput.write(
      "\(check.lexicons.tables.count) tables, \(samples) samples: \(outcome)\n")
    if !failures.isEmpty { throw ExitStatus.configuration }
  }
}

struct LexiconTryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try",
    abstract: "Show what is found in a sentence, and by which entry of which table.")

  @Argument(help: "The words to look at; in quotation marks for the shell.")
  var sentence: [String]

  func run() throws {
    let coder = Tools.coder(try Tools.lexicons())
    let lines = coder.tryLexicons(on: sentence.joined(separator: " ")).lines.map(Visible.text)
    try StandardOutput.write(lines.map { $0 + "\n" }.joined())
  }
}
