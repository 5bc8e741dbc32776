import ArgumentParser
import Coder
import Lexicons

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check resources and configuration, the samples of every table included.")

  func run() throws {
    let resources = try Places.resources()
    let lexicons = try Tools.lexicons()
    let knowledge = Knowledge(lexicons)
    do {
      for table in lexicons.tables {
        try table.checkSamples(knowledge.ids(of:))
      }
    } catch {
      throw CommandFailure(error)
    }
    _ = try Tools.articleReader(lexicons)
    for name in ["dark", "light", "high-contrast", "mono"] { _ = try Tools.palette(name) }
    _ = try Tools.indicators()
    _ = try Configuration.load()
    let samples = lexicons.tables.map(\.samples.count).reduce(0, +)
    try StandardOutput.write(
      "\(Visible.text(resources.root)): \(lexicons.tables.count) tables, \(samples) samples hold\n")
  }
}
