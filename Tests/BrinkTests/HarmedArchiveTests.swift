import Foundation
import Glibc
import Testing

@Suite(
  "An archive that is harmed while it is read",
  .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
struct HarmedArchiveTests {
  private static let places: [(Int, String)] = [
    (0, "dashboard"), (0, "kiosk"), (4096, "dashboard"), (5000, "kiosk"), (200_000, "dashboard"),
    (200_000, "kiosk"),
  ]

  @Test(
    "by being cut off leaves its last screen, is told, and comes back when it is whole",
    arguments: places)
  func main(_ length: Int, _ command: String) async throws {
    let home = try await Home.withStory()
    let whole = try Data(contentsOf: URL(fileURLWithPath: home.archive))
    let screen = try await home.dashboard(command)
    try await screen.wait(for: "1 of 6")
    try await screen.wait(for: "Iceland and Portugal agreed")
    truncate(home.archive, off_t(length))
    let alone = try await screen.wait(until: "it is told what is wrong") {
      $0.contains("⚠ The archive is damaged") || $0.contains("⚠ The file is no archive of brink")
    }
    #expect(alone.contains("1 of 6") && alone.contains("Iceland and Portugal agreed"))
    try await screen.type("jj")
    try await screen.wait(for: "3 of 6")
    // A kiosk's archive is moved into place, a desk's is written over.
    try whole.write(
      to: URL(fileURLWithPath: home.archive), options: command == "kiosk" ? .atomic : [])
    try await screen.wait(until: "nothing is wrong") { !$0.contains("⚠") }
    try await screen.type("G")
    try await screen.wait(for: "it would seize trawlers")
    #expect(try await screen.fact("pane_dead") == "0")
  }

  @Test("by its log being cut off is told, and comes back, too", arguments: ["dashboard", "kiosk"])
  func log(_ command: String) async throws {
    let home = try await Home.withStory()
    let whole = try Data(contentsOf: URL(fileURLWithPath: home.archive))
    let other = try home.starring()
    let screen = try await home.dashboard(command)
    try await screen.wait(until: "the star is there") { $0.contains(/★ +Truce on the cod/) }
    truncate(home.archive + "-wal", 0)
    // Whoever has the log in memory still writes behind what is no longer there.
    try other.execute("UPDATE mark SET is_read = 0")
    let alone = try await screen.wait(until: "it is told what is wrong") { $0.contains("⚠ ") }
    #expect(alone.contains("1 of 6"))
    try await screen.type("jj")
    try await screen.wait(for: "3 of 6")
    for suffix in ["-shm", "-wal"] {
      try FileManager.default.removeItem(atPath: home.archive + suffix)
    }
    try whole.write(to: URL(fileURLWithPath: home.archive), options: .atomic)
    try await screen.wait(until: "nothing is wrong") { !$0.contains("⚠") }
    try await screen.type("G")
    try await screen.wait(for: "it would seize trawlers")
    #expect(try await screen.fact("pane_dead") == "0")
    withExtendedLifetime(other) {}
  }

  @Test("goes on while somebody locks it all", arguments: ["dashboard", "kiosk"])
  func locked(_ command: String) async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard(command)
    try await screen.wait(for: "1 of 6")
    let other = try Database(home.archive)
    try other.execute("BEGIN EXCLUSIVE")
    try await screen.type("G")
    let text = try await screen.wait(for: "it would seize trawlers")
    #expect(!text.contains("⚠"))
    try other.execute("ROLLBACK")
  }

  @Test(
    "leaves its last screen when a newer brink's takes its place",
    arguments: ["dashboard", "kiosk"])
  func newer(_ command: String) async throws {
    let home = try await Home.withStory()
    let files = FileManager.default
    let whole = try Data(contentsOf: URL(fileURLWithPath: home.archive))
    let newer = "\(home.path)/newer.sqlite"
    try files.copyItem(atPath: home.archive, toPath: newer)
    try Database(newer).execute("PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)")
    let screen = try await home.dashboard(command)
    try await screen.wait(for: "1 of 6")
    try await screen.wait(for: "Iceland and Portugal agreed")
    rename(newer, home.archive)
    let text = try await screen.wait(for: "⚠ A newer brink wrote this archive")
    #expect(text.contains("1 of 6") && text.contains("Iceland and Portugal agreed"))
    try whole.write(to: URL(fileURLWithPath: home.archive), options: .atomic)
    try await screen.wait(until: "nothing is wrong") { !$0.contains("⚠") }
    try await screen.type("G")
    try await screen.wait(for: "it would seize trawlers")
  }
}
