import Archive
import ArgumentParser
import Coder

struct RecodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recode",
    abstract: "Code the archive's articles again, as this version and its lexicons do.",
    discussion: """
      Articles that are up to date are left alone. Stopped half-way, every article is wholly \
      old or wholly new, and the next run goes on.
      """)

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    let log = try Log.logger(of: "recode")
    let path = try options.path(Configuration.load())
    // Opening for writing would make the archive.
    guard File.exists(path) else { throw CommandFailure(.missing, at: path) }
    let lexicons = try Tools.lexicons()
    let coder = Tools.coder(lexicons)
    let catalogue = try Tools.indicators()
    let writer = try ArchiveOptions.writer(path)
    do {
      let version = Tools.coderVersion(lexicons)
      let progress = ProgressLine(
        "coding", of: "articles", total: try writer.reader.count(notBy: version))
      let count = try writer.recode(coderVersion: version, progress: progress.show) { stored in
        log.debug("article is coded again", metadata: ["id": "\(stored.article.id)"])
        return coder.code(stored.article)
      }
      progress.end()
      try Ledgers.update(writer, catalogue, names: Tools.partyNames(lexicons), at: path)
      log.info("ledger is up to date")
      try writer.finishImport()
      try StandardOutput.write("\(count) coded again in \(Visible.text(path))\n")
    } catch let failure as CommandFailure {
      throw failure
    } catch let error as ArchiveError {
      throw CommandFailure(error, at: path)
    }
  }
}
