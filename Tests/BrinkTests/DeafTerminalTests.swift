import Glibc
import Testing

/// A slow line, ^S, a window that is dragged: the terminal takes nothing, and a write waits.
@Suite("A terminal that reads nothing")
struct DeafTerminalTests {
  /// The dashboard in a terminal that has taken all that it can.
  private func deaf() async throws -> (Home, PseudoTerminal, SpawnedProcess) {
    let home = try await Home.withStory()
    let terminal = try PseudoTerminal()
    let process = try SpawnedProcess(
      path: ProgramRun.brinkPath, arguments: [],
      environment: ProgramRun.plainEnvironment.merging(home.environment) { $1 },
      directory: home.path, files: Array(repeating: terminal.path, count: 3))
    try await poll(until: "the list is shown") {
      terminal.read()
      return terminal.text.contains("1 of 6")
    }
    // Many keys, of which all together leave another zoom, and so a whole screen each time. Once
    // the program waits to write, keys stay where they are.
    let keys = String(repeating: "zj", count: 31) + "z"
    try await poll(until: "the terminal is full") { !terminal.type(keys) }
    return (home, terminal, process)
  }

  @Test("keeps the dashboard waiting, which then goes on")
  func goesOn() async throws {
    let (_, terminal, process) = try await deaf()
    #expect(process.ending() == nil)
    var ending: ProgramRun.Ending?
    try await poll(until: "it is quit by a key") {
      terminal.read()
      _ = terminal.type("Q")
      ending = process.ending()
      return ending != nil
    }
    #expect(ending == .exited(0))
    terminal.read()
    #expect(terminal.text.contains("\u{1B}[?1049l"))
  }

  @Test("does not keep the dashboard from being ended", arguments: [SIGTERM, SIGHUP])
  func ends(_ signal: Int32) async throws {
    let (_, _, process) = try await deaf()
    process.send(signal)
    var ending: ProgramRun.Ending?
    try await poll(until: "it has ended") {
      ending = process.ending()
      return ending != nil
    }
    #expect(ending == .signalled(signal))
  }
}
