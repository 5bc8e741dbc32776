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
    try await run(arguments, environment: environment, input: input)
  }

  func run(
    _ arguments: [String], environment: [String: String] = [:], input: String = ""
  ) async throws -> ProgramRun {
    try await ProgramRun(
      ProgramRun.brinkPath, arguments,
      environment: self.environment.merging(environment) { $1 }, input: input, directory: path,
      deadline: .seconds(240))
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

  /// Opens brink in a terminal under other words of a command, as `prlimit --fsize=0`.
  func dashboard(
    _ arguments: [String], under command: [String], columns: Int = 100, rows: Int = 30
  ) async throws -> TmuxScreen {
    let words = command + [ProgramRun.brinkPath] + arguments
    return try await TmuxScreen(
      words[0], Array(words.dropFirst()), columns: columns, rows: rows, environment: environment,
      directory: path)
  }

  /// Imports articles into the default archive.
  func importing(_ articles: [StoryArticle]) async throws {
    let file = try scratch.write(articles.jsonLines, to: "articles.jsonl")
    let run = try await brink("import", file)
    guard run.exitCode == 0 else { throw HarnessError("import: \(run.errors)") }
  }

  /// A home whose archive holds the story: a copy, for importing takes its time.
  static func withStory() async throws -> Home { try copy(of: try await story.value) }

  /// The same with the bundled sample.
  static func withSample() async throws -> Home { try copy(of: try await sample.value) }

  private static func copy(of other: Home) throws -> Home {
    let home = try Home()
    let files = FileManager.default
    try files.createDirectory(
      atPath: "\(home.path)/data/brink", withIntermediateDirectories: true)
    try files.copyItem(atPath: other.archive, toPath: home.archive)
    return home
  }

  private static let story = Task {
    let home = try Home()
    try await home.importing(Story.articles)
    try Database(home.archive).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return home
  }

  private static let sample = Task {
    let home = try Home()
    let folder = "\(ProgramRun.packageDirectory)/Resources/sample"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    let run = try await home.run(["import"] + files.sorted().map { "\(folder)/\($0)" })
    guard run.exitCode == 0 else { throw HarnessError("import: \(run.errors)") }
    try Database(home.archive).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return home
  }
}
