import Foundation

/// A person's home for one test: nothing outside it is read or written.
struct Home {
  let scratch: ScratchDirectory

  init() throws {
    scratch = try ScratchDirectory()
  }

  var path: String { scratch.path }

  /// Where the archive lies unless a command is told otherwise.
  var archive: String { "\(path)/data/brink/archive.sqlite" }

  var environment: [String: String] {
    [
      "HOME": path, "XDG_DATA_HOME": "\(path)/data", "XDG_CONFIG_HOME": "\(path)/config",
      "XDG_STATE_HOME": "\(path)/state", "XDG_CACHE_HOME": "\(path)/cache",
    ]
  }

  /// Runs brink with this home, in this home.
  func brink(
    _ arguments: String..., environment: [String: String] = [:], input: String = ""
  ) async throws -> ProgramRun {
    try await ProgramRun(
      ProgramRun.brinkPath, arguments,
      environment: self.environment.merging(environment) { $1 }, input: input, directory: path,
      deadline: .seconds(60))
  }

  /// Opens brink in a terminal, with this home.
  func dashboard(
    _ arguments: String..., columns: Int = 100, rows: Int = 30,
    environment: [String: String] = [:]
  ) async throws -> TmuxScreen {
    try await TmuxScreen(
      ProgramRun.brinkPath, arguments, columns: columns, rows: rows,
      environment: self.environment.merging(environment) { $1 }, directory: path)
  }

  /// Imports articles into the default archive.
  func importing(_ articles: [StoryArticle]) async throws {
    let file = try scratch.write(articles.jsonLines, to: "story-\(articles.count).jsonl")
    let run = try await brink("import", file)
    guard run.exitCode == 0 else { throw HarnessError("import: \(run.errors)") }
  }

  /// The folder's files with their contents, to see that nothing was touched.
  func contents(of folder: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      found[name] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    return found
  }
}
