import Foundation

/// A program in a real terminal: a tmux server of its own, killed with this object.
///
///     let screen = try await TmuxScreen(ProgramRun.brinkPath, ["dashboard"])
///     try await screen.wait(for: "Headlines")
///     try await screen.type("j")
///
/// Tests that use it say `.enabled(if: TmuxScreen.isAvailable, "tmux is not installed")`.
final class TmuxScreen: Sendable {
  static let isAvailable = ["/usr/local/bin", "/usr/bin", "/bin"].contains { directory in
    FileManager.default.isExecutableFile(atPath: "\(directory)/tmux")
  }

  private let socket: String
  private let scratch: ScratchDirectory

  /// Starts a program in a terminal of that size.
  ///
  /// - Parameter environment: is added to ``ProgramRun/plainEnvironment``; that has the TERM
  ///   which the program believes in.
  init(
    _ path: String, _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:], directory: String = ProgramRun.packageDirectory
  ) async throws {
    scratch = try ScratchDirectory()
    socket = "\(scratch.path)/tmux"
    // The pane stays when the program has ended, so that its last words can be read.
    let settings = try scratch.write(
      """
      set -g remain-on-exit on
      set -g remain-on-exit-format ""
      set -g status off
      set -s escape-time 0
      set -s set-clipboard on
      set -g default-size \(columns)x\(rows)

      """, to: "tmux.conf")
    let variables = ProgramRun.plainEnvironment.merging(environment) { $1 }
      .map { "\($0.key)=\($0.value)" }
    try await tmux(
      ["-f", settings, "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", directory]
        + ["env", "-i"] + variables + [path] + arguments)
  }

  deinit {
    let killer = try? SpawnedProcess(
      path: "tmux", arguments: ["-S", socket, "kill-server"],
      environment: ProgramRun.plainEnvironment)
    killer?.wait()
  }

  /// Types characters as they are.
  func type(_ text: String) async throws {
    try await tmux(["send-keys", "-l", "--", text])
  }

  /// Presses keys by tmux's names: `Enter`, `Escape`, `Down`, `C-c`, `M-x`, `PPage`.
  func press(_ keys: String...) async throws {
    try await tmux(["send-keys"] + keys)
  }

  /// Sends bytes as they are, as a broken terminal may.
  func send(_ bytes: [UInt8]) async throws {
    try await tmux(["send-keys", "-H"] + bytes.map { String($0, radix: 16) })
  }

  /// Pastes, in brackets if the program asked for them.
  func paste(_ text: String) async throws {
    let file = try scratch.write(text, to: "paste")
    try await tmux(["load-buffer", file, ";", "paste-buffer", "-p", "-r"])
  }

  func resize(columns: Int, rows: Int) async throws {
    try await tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Sizes one right behind the other, each with a key.
  func resizing(_ sizes: [(columns: Int, rows: Int)], key: String) async throws {
    try await tmux(
      sizes.flatMap { size in
        [
          "resize-window", "-x", "\(size.columns)", "-y", "\(size.rows)", ";", "send-keys", key,
          ";",
        ]
      }.dropLast())
  }

  /// Closes the terminal under the program.
  func close() async throws {
    _ = try? await tmux(["kill-server"])
  }

  /// Adds all that the program sends from now on to a file.
  func record(to path: String) async throws {
    try await tmux(["pipe-pane", "exec cat >> '\(path)'"])
  }

  /// What is on the screen with the colours and attributes that the terminal was told.
  func styledText() async throws -> String {
    try await tmux(["capture-pane", "-p", "-e"])
  }

  /// What the program has put on the clipboard last.
  func clipboard() async throws -> String {
    try await tmux(["show-buffer"])
  }

  /// What is on the screen, blanks at the end of lines left out.
  func text() async throws -> String {
    try await tmux(["capture-pane", "-p"])
  }

  /// One of tmux's own facts about the pane: `alternate_on`, `cursor_flag`, `pane_pid`,
  /// `mouse_any_flag`, `cursor_x`.
  func fact(_ name: String) async throws -> String {
    try await tmux(["display-message", "-p", "#{\(name)}"])
      .split(separator: "\n").first.map(String.init) ?? ""
  }

  /// Waits until the screen shows a text and returns the screen.
  @discardableResult
  func wait(for text: String, deadline: Duration = .seconds(300)) async throws -> String {
    try await wait(until: "“\(text)” is shown", deadline: deadline) { $0.contains(text) }
  }

  /// Waits until what is on the screen is as a test wants it and stays as it is from one look to
  /// the next, as half of a frame does not, and returns it.
  ///
  /// - Throws: ``HarnessError`` with the last screen.
  @discardableResult
  func wait(
    until condition: String, deadline: Duration = .seconds(300), _ holds: (String) -> Bool
  ) async throws -> String {
    let end = ContinuousClock.now + deadline
    var last: String?
    while true {
      let screen = try await text()
      if screen == last, holds(screen) { return screen }
      last = screen
      guard ContinuousClock.now < end else {
        throw HarnessError(
          "not within \(deadline): \(condition); on the screen:\n\(screen)")
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// Waits until the program has ended and returns its exit code; 128 and more for signals.
  func exitCode(deadline: Duration = .seconds(300)) async throws -> Int {
    let end = ContinuousClock.now + deadline
    while ContinuousClock.now < end {
      if let code = Int(try await fact("pane_dead_status")) { return code }
      if let signal = Int(try await fact("pane_dead_signal")) { return 128 + signal }
      // tmux 3.3 sometimes misses that its child has died until another one does.
      try await tmux(["run-shell", "true"])
      try await Task.sleep(for: .milliseconds(10))
    }
    throw HarnessError("the program still runs; on the screen:\n\(try await text())")
  }

  @discardableResult
  private func tmux(_ arguments: [String]) async throws -> String {
    let run = try await ProgramRun("tmux", ["-u", "-S", socket] + arguments, directory: "/")
    guard run.exitCode == 0 else {
      throw HarnessError("tmux \(arguments): \(run.errors)")
    }
    return run.output
  }
}
