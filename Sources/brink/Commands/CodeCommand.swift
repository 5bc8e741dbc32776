import ArgumentParser
import Coder
import Intake
import Reports

struct CodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code",
    abstract: "Print what is found in articles, one JSON object a line.",
    discussion: """
      Reads what brink import reads. Each line is printed as soon as its article is coded. \
      No archive is read or written.
      """)

  @Argument(help: "Files and folders to read; - is standard input.")
  var files: [String] = ["-"]

  @Flag(help: "Leave the text as it came, so that spans refer to it.")
  var asIs = false

  func run() throws {
    let lexicons = try Tools.lexicons()
    let reader = try Tools.articleReader(lexicons, asIs: asIs)
    let coder = Tools.coder(lexicons)
    var tally = InputTally(reading: files)
    try reader.read(files) { result in
      guard let imported = tally.article(result) else { return }
      try CodedArticleJSON.withLine(of: coder.code(imported.article)) {
        (line) throws(CommandFailure) in try StandardOutput.write(line)
      }
    }
    try tally.finish()
  }
}
