import Foundation

/// A program that was run to its end, and what it said.
struct ProgramRun {
  enum Ending: Equatable {
    case exited(Int32)
    case signalled(Int32)
  }

  let ending: Ending
  let output: String
  let errors: String

  /// The exit code; -1 if a signal ended the program.
  var exitCode: Int32 {
    if case .exited(let code) = ending { code } else { -1 }
  }

  /// The directory of the package, where `Resources/` lies.
  static let packageDirectory = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/")

  /// The program that was built with these tests: it lies beside their bundle.
  static let brinkPath = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("brink").path

  /// What a program finds in its environment unless a test says otherwise: nothing of the
  /// person who runs the tests.
  static let plainEnvironment = [
    "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
    "HOME": "/nonexistent", "TZ": "UTC",
  ]

  /// Runs brink in the package's directory.
  static func brink(
    _ arguments: String..., environment: [String: String] = [:], input: String = ""
  ) async throws -> ProgramRun {
    try await ProgramRun(brinkPath, arguments, environment: environment, input: input)
  }

  /// Runs a program to its end; a name without a slash is looked for in PATH.
  ///
  /// - Parameters:
  ///   - environment: is added to ``plainEnvironment``.
  ///   - input: is all that it can read from its standard input.
  /// - Throws: ``HarnessError`` if it has not ended by the deadline; it is killed then.
  init(
    _ path: String, _ arguments: [String], environment: [String: String] = [:],
    input: String = "", directory: String = packageDirectory, deadline: Duration = .seconds(300)
  ) async throws {
    let scratch = try ScratchDirectory()
    try scratch.write(input, to: "stdin")
    // What asks tmux for the screen must not wait for others.
    let waitsForItsTurn = path != "tmux"
    if waitsForItsTurn { await Turnstile.programs.enter() }
    do {
      ending = try await ProgramRun.ending(
        path, arguments, ProgramRun.plainEnvironment.merging(environment) { $1 }, directory,
        scratch, deadline)
    } catch {
      if waitsForItsTurn { await Turnstile.programs.leave() }
      throw error
    }
    if waitsForItsTurn { await Turnstile.programs.leave() }
    output = try scratch.read("stdout")
    errors = try scratch.read("stderr")
  }

  private static func ending(
    _ path: String, _ arguments: [String], _ environment: [String: String], _ directory: String,
    _ scratch: ScratchDirectory, _ deadline: Duration
  ) async throws -> Ending {
    // Files rather than pipes: nothing blocks, however much the program says.
    let process = try SpawnedProcess(
      path: path, arguments: arguments, environment: environment, directory: directory,
      files: ["stdin", "stdout", "stderr"].map { "\(scratch.path)/\($0)" })
    let end = ContinuousClock.now + deadline
    while true {
      if let ending = process.ending() { return ending }
      guard ContinuousClock.now < end else {
        process.kill()
        throw HarnessError("\(path) \(arguments) did not end within \(deadline)")
      }
      try await Task.sleep(for: .milliseconds(2))
    }
  }
}
