import Foundation
import Glibc
import Testing

@Suite("A crash", .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
struct CrashTests {
  /// Runs brink under a shell, lets a test do something to it, and tells how it ended.
  private func ending(
    _ home: Home, _ command: String, preload library: String = "", under hindrance: [String] = [],
    _ harm: (pid_t, TmuxScreen) async throws -> Void
  ) async throws -> TmuxScreen {
    let words = (hindrance + [ProgramRun.brinkPath, command]).joined(separator: " ")
    let script = """
      stty -a > before
      LD_PRELOAD=\(library) \(words) & echo $! > pid; fg > /dev/null
      echo "ended by $?"
      stty -a > after
      exec cat
      """
    let screen = try await TmuxScreen(
      // With room for every frame of a report.
      "bash", ["-mc", script], columns: 100, rows: 100,
      // The runtime of a toolchain would ask for a key first, for 30 seconds.
      environment: home.environment.merging(["SWIFT_BACKTRACE": "interactive=no"]) { $1 },
      directory: home.path)
    try await screen.wait(for: "1 of 6")
    let pid = pid_t(try home.scratch.read("pid").filter(\.isNumber)) ?? 0
    try #require(pid > 0)
    try await harm(pid, screen)
    try await screen.wait(for: "ended by")
    try await poll(until: "the modes are written") {
      (try? home.scratch.read("after"))?.isEmpty == false
    }
    return screen
  }

  private func expectClean(_ screen: TmuxScreen, _ home: Home) async throws {
    #expect(try home.scratch.read("after") == home.scratch.read("before"))
    for (fact, value) in [("alternate_on", "0"), ("cursor_flag", "1"), ("mouse_any_flag", "0")] {
      #expect(try await screen.fact(fact) == value, "\(fact)")
    }
  }

  private static let signals: [(Int32, String)] = [
    (SIGSEGV, "segmentation fault"), (SIGABRT, "abort"), (SIGBUS, "bus error"),
    (SIGILL, "illegal instruction"), (SIGFPE, "arithmetic error"), (SIGTRAP, "trap"),
  ]

  @Test("leaves the terminal as it was, and a file that says where", arguments: signals)
  func report(_ signal: Int32, _ name: String) async throws {
    let home = try await Home.withStory()
    let screen = try await ending(home, signal == SIGABRT ? "kiosk" : "") { pid, _ in
      kill(pid, signal)
    }
    let text = try await screen.text()
    #expect(text.contains("ended by \(128 + signal)"))
    #expect(text.contains("brink: ended by a fault of its own: \(name)"))
    #expect(text.contains("Where is in "))
    try await expectClean(screen, home)
    let report = try home.scratch.read("state/brink/crashes.txt")
    #expect(report.contains(": \(name), signal \(signal), sent by process \(getpid())\n"))
    #expect(report.split(separator: "\n").count { $0.contains("brink(") } >= 3, "\(report)")
  }

  @Test("is written to the terminal where no file takes it", arguments: ["dashboard", "kiosk"])
  func fullDisk(_ command: String) async throws {
    let home = try await Home.withStory()
    let screen = try await ending(home, command, under: Hindrance.noRoom) { pid, _ in
      kill(pid, SIGABRT)
    }
    let text = try await screen.text()
    #expect(text.contains("brink: ended by a fault of its own: abort"))
    #expect(text.contains("Please report it with these lines."))
    #expect(text.contains(": abort, signal 6, sent by process \(getpid())\n"))
    #expect(text.contains("ended by \(128 + SIGABRT)"))
    #expect(text.contains("brink("))
    try await expectClean(screen, home)
  }

  @Test("by a real fault on another thread says its address")
  func fault() async throws {
    let home = try await Home.withStory()
    let screen = try await ending(home, "") { _, _ in
      // SQLite has this file mapped: who cuts it off takes the ground from under its feet.
      truncate(home.archive + "-shm", 0)
    }
    #expect(try await screen.text().contains("ended by \(128 + SIGBUS)"))
    try await expectClean(screen, home)
    let report = try home.scratch.read("state/brink/crashes.txt")
    #expect(report.contains(": bus error, signal 7, at 0x"))
    #expect(report.split(separator: "\n").count { $0.contains("brink(") } >= 3, "\(report)")
  }

  /// Called by the thread that draws, and by the one that loads.
  @Test(
    "by a stack overflow leaves the terminal as it was", arguments: ["doupdate", "sqlite3_step"])
  func overflow(_ function: String) async throws {
    for command in ["dashboard", "kiosk"] {
      let home = try await Home.withStory()
      let library = try await bottomlessLibrary(function, in: home)
      let screen = try await ending(home, command, preload: library) { _, screen in
        try home.scratch.write("", to: "overflow")
        // Another article has to be read from the archive, and drawn.
        try await screen.type("j")
      }
      let text = try await screen.text()
      #expect(text.contains("ended by \(128 + SIGSEGV)"), "\(command)")
      try await expectClean(screen, home)
      let report = try home.scratch.read("state/brink/crashes.txt")
      #expect(report.contains(": segmentation fault, signal 11, at 0x"), "\(command)")
      #expect(report.contains("bottomless.so("), "\(command)")
    }
  }

  /// A library in whose place of a function one stands that calls itself for ever, as soon as
  /// there is a file `overflow` in the folder.
  private func bottomlessLibrary(_ function: String, in home: Home) async throws -> String {
    try await home.library(
      """
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <unistd.h>
      static int deeper(volatile char *above) {
        volatile char room[4096];
        room[0] = above[0];
        return deeper(room) + room[0];
      }
      int \(function)(void *argument) {
        if (access("overflow", F_OK) == 0) return deeper("");
        return ((int (*)(void *))dlsym(RTLD_NEXT, "\(function)"))(argument);
      }

      """, called: "bottomless")
  }

  @Test("is not what a wished for end is", arguments: [SIGHUP, SIGTERM, SIGQUIT])
  func wished(_ signal: Int32) async throws {
    let home = try await Home.withStory()
    let screen = try await ending(home, "") { pid, _ in kill(pid, signal) }
    #expect(!(try await screen.text().contains("fault")))
    try await expectClean(screen, home)
    #expect(!FileManager.default.fileExists(atPath: "\(home.path)/state/brink/crashes.txt"))
  }
}
