import Archive
import ArgumentParser
import Coder
import EventData
import Intake

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Print the way from the words of an article to what was found in it.",
    discussion: "Reads files, standard input, or articles of the archive by their id.")

  @Argument(help: "Files to read; - is standard input.")
  var files: [String] = []

  @Flag(help: "Leave the text as it came.")
  var asIs = false

  @Option(
    name: .customLong("article"),
    help: ArgumentHelp("An article of the archive; may be given several times.", valueName: "id"))
  var articles: [String] = []

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    let stored = try articles.isEmpty ? [] : storedArticles()
    let lexicons = try Tools.lexicons()
    let coder = Tools.coder(lexicons)
    for article in stored { try explain(article, coder) }
    let files = self.files.isEmpty && articles.isEmpty ? ["-"] : self.files
    let reader = try Tools.articleReader(lexicons, asIs: asIs)
    var tally = InputTally(reading: files)
    try reader.read(files) { result in
      guard let imported = tally.article(result) else { return }
      try explain(imported.article, coder)
    }
    try tally.finish()
  }

  private func explain(_ article: Article, _ coder: ArticleCoder) throws(CommandFailure) {
    let lines = coder.explain(article).lines.map(Visible.text)
    try StandardOutput.write(lines.joined(separator: "\n") + "\n")
  }

  private func storedArticles() throws(CommandFailure) -> [Article] {
    let path = try options.path(Configuration.load())
    let reader = try ArchiveOptions.reader(path)
    var found: [Article] = []
    for id in articles {
      do {
        guard let row = try reader.row(ofArticle: id), let stored = try reader.article(row) else {
          throw CommandFailure(
            "article \(id)", because: "it is not in \(path)",
            advice: "The dashboard and brink code give the ids.", .noInput)
        }
        found.append(stored.coded.article)
      } catch let error as ArchiveError {
        throw CommandFailure(error, at: path)
      } catch let failure as CommandFailure {
        throw failure
      } catch {
        throw CommandFailure("article \(id)", because: "\(error)", .archive)
      }
    }
    return found
  }
}
