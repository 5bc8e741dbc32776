import Foundation
import Testing

@Suite("The harness")
struct HarnessTests {
  @Test("runs a program and tells what it said and how it ended")
  func programRun() async throws {
    let run = try await ProgramRun(
      "sh", ["-c", "cat; echo problem >&2; echo $HOME; exit 3"], environment: ["HOME": "/here"],
      input: "hello ")
    #expect(run.output == "hello /here\n")
    #expect(run.errors == "problem\n")
    #expect(run.ending == .exited(3))
    #expect(try await ProgramRun("sh", ["-c", "kill -9 $$"]).ending == .signalled(SIGKILL))
  }

  @Test("kills a program that does not end")
  func deadline() async {
    // On a machine that is busy enough, any shorter sleep is over before it is looked at.
    await #expect(throws: HarnessError.self) {
      try await ProgramRun("sleep", ["infinity"], deadline: .milliseconds(50))
    }
  }

  @Test("finds the program that was built")
  func findsBrink() {
    #expect(
      FileManager.default.isExecutableFile(atPath: ProgramRun.brinkPath),
      "not at \(ProgramRun.brinkPath)")
  }

  @Test(
    "sees a terminal's screen, its size and the keys typed",
    .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
  func tmuxScreen() async throws {
    let screen = try await TmuxScreen(
      "sh", ["-c", "echo 漢字 $TERM; stty size; read word; echo got $word; exit 4"],
      columns: 70, rows: 20)
    let first = try await screen.wait(for: "20 70")
    #expect(first.hasPrefix("漢字 xterm-256color\n20 70\n"))
    try await screen.type("a-key")
    try await screen.press("Enter")
    try await screen.wait(for: "got a-key")
    #expect(try await screen.exitCode() == 4)
  }

  @Test(
    "tells which signal ended a program in a terminal",
    .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
  func signalled() async throws {
    let screen = try await TmuxScreen("sh", ["-c", "echo ready; read word; kill -TERM $$"])
    try await screen.wait(for: "ready")
    try await screen.press("Enter")
    #expect(try await screen.exitCode() == 128 + 15)
  }
}
