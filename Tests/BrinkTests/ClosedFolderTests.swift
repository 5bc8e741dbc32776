import Foundation
import Glibc
import Testing

@Suite(
  "An archive in a folder that cannot be written",
  .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
struct ClosedFolderTests {
  /// Closes the folder and the files in it to all who would write.
  private func close(_ home: Home) throws {
    let folder = "\(home.path)/data/brink"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      chmod("\(folder)/\(name)", 0o444)
    }
    chmod(folder, 0o555)
  }

  @Test("is read with what was written last, and says that nothing can be noted")
  func desk() async throws {
    let home = try await Home.withStory()
    try home.leavingStar()
    try close(home)
    let screen = try await home.dashboard([], under: Hindrance.permissions)
    try await screen.wait(until: "the star is there") { $0.contains(/★ +Truce on the cod/) }
    try await screen.type("js")
    try await screen.wait(
      for: "⚠ Nothing was noted: Permission denied. The archive is only for reading here")
    try await screen.type("G")
    try await screen.wait(for: "it would seize trawlers")
    try await screen.type("Q")
    #expect(try await screen.exitCode() == 0)
  }

  @Test("is read by a kiosk, with what was written last")
  func kiosk() async throws {
    let home = try await Home.withStory()
    try home.leavingStar()
    try close(home)
    let screen = try await home.dashboard(["kiosk"], under: Hindrance.permissions)
    try await screen.wait(until: "the star is there") { $0.contains(/★ +Truce on the cod/) }
    try await screen.type("G")
    try await screen.wait(for: "it would seize trawlers")
  }

  @Test("is read where nothing lies beside it, until somebody writes who may")
  func alone() async throws {
    let home = try await Home.withStory()
    try close(home)
    let screen = try await home.dashboard([], under: Hindrance.permissions)
    try await screen.wait(for: "1 of 6")
    chmod("\(home.path)/data/brink", 0o755)
    chmod(home.archive, 0o644)
    try await home.importing([Story.late])
    try await screen.wait(for: "of 7")
  }

  @Test(
    "is not shown without what was written last, where that cannot be read",
    arguments: ["dashboard", "kiosk", "list"])
  func withoutIndex(_ command: String) async throws {
    let home = try await Home.withStory()
    try home.leavingStar(withIndex: false)
    try close(home)
    let words = Hindrance.permissions + [ProgramRun.brinkPath, command]
    let run = try await ProgramRun(
      words[0], Array(words.dropFirst()), environment: home.environment, directory: home.path)
    #expect(
      run.errors == """
        brink: archive \(home.archive): what was written last stands in \(home.archive)-wal, \
        which cannot be read here
               Copy both files into a folder that you may write to, and name the copy.

        """)
    #expect(run.ending == .exited(69))
    // As the advice says.
    let copy = "\(home.path)/copy.sqlite"
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: home.archive + suffix, toPath: copy + suffix)
      chmod(copy + suffix, 0o644)
    }
    let list = try await home.brink("list", "--archive", copy, "--filter", "is:starred")
    #expect(list.output.contains("Truce on the cod banks"), "\(list.errors)")
  }
}
