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
    let lexicons = try Tools.lexicons()
    let coder = Tools.coder(lexicons)
    let (path, writer) = try options.writer()
    do {
      let count = try writer.recode(coderVersion: Tools.coderVersion(lexicons)) { stored in
        coder.code(stored.article)
      }
      try writer.finishImport()
      StandardOutput.write("\(count) coded again in \(Visible.text(path))\n")
    } catch {
      throw CommandFailure(error, at: path)
    }
  }
}
