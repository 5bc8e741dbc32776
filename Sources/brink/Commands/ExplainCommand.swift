import ArgumentParser
import Coder
import Intake

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Print the way from the words of an article to what was found in it.")

  @Argument(help: "Files to read; - is standard input.")
  var files: [String] = ["-"]

  @Flag(help: "Leave the text as it came.")
  var asIs = false

  func run() throws {
    let lexicons = try Tools.lexicons()
    let reader = try Tools.articleReader(lexicons, asIs: asIs)
    let coder = Tools.coder(lexicons)
    var tally = InputTally(reading: files)
    try reader.read(files) { result in
      guard let imported = tally.article(result) else { return }
      let lines = coder.explain(imported.article).lines.map(Visible.text)
      try StandardOutput.write(Array((lines.joined(separator: "\n") + "\n").utf8))
    }
    try tally.finish()
  }
}
