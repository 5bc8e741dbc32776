import Dashboard
import Glibc

/// What was searched for, kept in `$XDG_STATE_HOME/brink/searches`: one a line, the latest last.
struct SearchHistory {
  private let folder: String

  /// Nil when there is no home to keep it in.
  init?() {
    guard let folder = Places.state else { return nil }
    self.folder = folder
  }

  private var path: String { folder + "/searches" }

  /// What cannot be read is no history.
  func load() -> [String] {
    ((try? File.text(path)) ?? nil)?.split(separator: "\n").map(String.init) ?? []
  }

  /// - Throws: ``LoadFailure`` when they cannot be written; what was kept before then stays.
  func keep(_ searches: [String]) throws(LoadFailure) {
    do {
      try File.makeFolder(folder)
      try File.replace(path, with: searches.map { $0 + "\n" }.joined())
    } catch {
      throw LoadFailure(
        "Searches last until you quit: \(CommandFailure.system(error.errno)) (\(path))")
    }
  }
}
