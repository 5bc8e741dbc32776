import Foundation
import Glibc
import Testing

@Suite("The kiosk", .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
struct KioskTests {
  @Test("ignores every key that leaves or stops a program, and ends on SIGTERM")
  func leavingKeys() async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard("--kiosk")
    let before = try await screen.wait(for: "1 of 6")
    #expect(!before.contains("q quit"))
    for key in ["q", "Q", "C-c", "C-z", "C-\\", "C-d", "Escape"] { try await screen.press(key) }
    // Only a program that still runs answers the next key.
    try await screen.press("j", "g", "j")
    try await screen.wait(for: "2 of 6")
    #expect(try await screen.fact("pane_dead") == "0")

    let pid = pid_t(try await screen.fact("pane_pid")) ?? 0
    try #require(pid > 0)
    kill(pid, SIGTERM)
    #expect(try await screen.exitCode() == 128 + Int(SIGTERM))
    #expect(try await screen.fact("alternate_on") == "0")
  }

  @Test("writes nothing and shows what another process imports")
  func readOnly() async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard("--kiosk")
    try await screen.wait(for: "1 of 6")
    try await screen.type("jjkG3 5?")
    try await screen.wait(for: "Keys")
    #expect(!(try await screen.text()).contains("Leave brink"))
    try await screen.press("Escape")
    try await screen.wait(until: "help is closed") { !$0.contains("One line down") }
    try await screen.type("1")
    try await home.importing([Story.late])
    try await screen.wait(for: "of 7")
  }

  @Test("is locked in by the kernel while it shows articles and what comes later")
  func locks() async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard("kiosk")
    try await screen.wait(for: "1 of 6")
    let pid = try await screen.fact("pane_pid")
    let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
    if try await home.brink("kiosk", "--check").exitCode == 0 {
      #expect(status.contains("NoNewPrivs:\t1"))
      #expect(status.contains("Seccomp:\t2"))
    }
    try await home.importing([Story.late])
    try await screen.wait(for: "of 7")
  }

  @Test("cannot write, start anything or reach anybody, or says what the kernel lacks")
  func check() async throws {
    let home = try await Home.withStory()
    let run = try await home.brink("kiosk", "--check")
    if run.exitCode == 0 {
      #expect(run.output.split(separator: "\n").count >= 9)
      #expect(!run.output.contains("DONE"))
      #expect(run.output.contains("write to the archive: refused"))
    } else {
      #expect(run.ending == .exited(77))
      #expect(run.errors.contains("The kernel offers no "))
    }
    // libdispatch ends a process whose threads it cannot look at when there is much to do.
    #expect(run.output.contains("watch its own threads: possible"))
    // Whatever was tried, the archive is as it was.
    #expect(try await home.brink("snapshot").output.contains("1 of 6"))
  }

  @Test("keeps its last screen while the archive is gone, and reads what takes its place")
  func replacedArchive() async throws {
    let home = try await Home.withStory()
    let other = try await Home.withStory()
    try await other.importing([Story.late])
    try Database(other.archive).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    let screen = try await home.dashboard("kiosk")
    try await screen.wait(for: "1 of 6")
    let files = FileManager.default
    for suffix in ["", "-wal", "-shm"] where files.fileExists(atPath: home.archive + suffix) {
      try files.removeItem(atPath: home.archive + suffix)
    }
    let alone = try await screen.wait(for: "The archive is gone")
    #expect(alone.contains("1 of 6"))
    for suffix in ["-shm", "-wal", ""] where files.fileExists(atPath: other.archive + suffix) {
      try files.copyItem(atPath: other.archive + suffix, toPath: home.archive + suffix)
    }
    try await screen.wait(until: "the other is read") {
      $0.contains("of 7") && !$0.contains("The archive is gone")
    }
  }
}
