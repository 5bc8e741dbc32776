import Dashboard
import Terminal

/// How panes were arranged, kept in `$XDG_STATE_HOME/brink/layouts`: a line for each size of the
/// screen.
struct LayoutMemory {
  private let folder: String

  /// Nil when there is no home to keep it in.
  init?() {
    guard let folder = Places.state else { return nil }
    self.folder = folder
  }

  private var path: String { folder + "/layouts" }

  /// What cannot be read is no memory.
  func load() -> [Size: Arrangement] {
    ((try? File.text(path)) ?? nil).map(ArrangementText.read) ?? [:]
  }

  /// - Throws: ``LoadFailure`` when it cannot be written; what was kept before then stays.
  func keep(_ text: String) throws(LoadFailure) {
    do {
      try File.makeFolder(folder)
      try File.replace(path, with: text)
    } catch {
      throw LoadFailure(
        "Layouts last until you quit: \(CommandFailure.system(error.errno)) (\(path))")
    }
  }
}
