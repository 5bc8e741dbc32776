import Foundation
import Glibc
import Testing

/// What every program in a terminal must survive.
@Suite("The dashboard survives", .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
struct SurvivalTests {
  /// Quits as a person does, which needs a program that listens.
  private func expectQuit(_ screen: TmuxScreen) async throws {
    try await screen.type("Q")
    #expect(try await screen.exitCode() == 0)
    #expect(try await screen.fact("alternate_on") == "0")
  }

  @Test("every size of the terminal, from one cell to a hundred thousand")
  func sizes() async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard()
    try await screen.wait(for: "1 of 6")
    for (columns, rows) in [(1, 1), (2, 2), (5, 3), (20, 5), (40, 10), (132, 43), (500, 200)] {
      let size = "\(columns)x\(rows)"
      let expected = try await home.brink("snapshot", "--size", size).output
      try await screen.resize(columns: columns, rows: rows)
      try await screen.type("jk")
      try await screen.wait(until: "the screen is that of a snapshot of \(size)") {
        $0.trimmedLines == expected.trimmedLines
      }
    }
    try await expectQuit(screen)
  }

  @Test("a storm of new sizes and keys, and shows the last one right")
  func resizeStorm() async throws {
    let home = try await Home.withStory()
    let expected = try await home.brink("snapshot", "--size", "100x30", "--keys", "j").output
    let screen = try await home.dashboard()
    try await screen.wait(for: "1 of 6")
    try await screen.resizing((0..<200).map { (10 + $0 * 37 % 200, 3 + $0 * 13 % 60) }, key: "j")
    try await screen.resize(columns: 100, rows: 30)
    try await screen.type("gj")
    try await screen.wait(until: "the screen is that of the snapshot") {
      $0.trimmedLines == expected.trimmedLines
    }
    try await expectQuit(screen)
  }

  @Test(
    "every type of terminal, in the colours that it has",
    arguments: [
      ("xterm-256color", 256), ("xterm", 8), ("screen", 8), ("screen-256color", 256), ("tmux", 8),
      ("tmux-256color", 256), ("linux", 8), ("vt100", 0), ("vt220", 0), ("ansi", 8),
    ])
  func types(_ type: String, _ colors: Int) async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard(environment: ["TERM": type])
    let text = try await screen.wait(for: "1 of 6")
    #expect(text.contains("Truce on the cod banks"))
    let found = try await screen.styledText()
    // 38;5;N and 48;5;N are of the 256, 30 to 49 and 90 to 107 of the 8 and 16.
    if colors < 256 { #expect(!found.contains(/\u{1B}\[[0-9;]*[34]8;5;/)) }
    if colors == 0 {
      #expect(!found.contains(/\u{1B}\[(?:[0-9]+;)*(?:3[0-8]|4[0-8]|9\d|10\d)[;m]/))
    }
    try await expectQuit(screen)
  }

  @Test("a terminal that knows ASCII only", arguments: ["C", "POSIX", "xx_YY.ISO-8859-1", ""])
  func ascii(_ locale: String) async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard(
      environment: ["LC_ALL": locale, "LC_CTYPE": "", "LANG": ""])
    let text = try await screen.wait(for: "1 of 6")
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    try await expectQuit(screen)
  }

  @Test("NO_COLOR: not one colour is sent")
  func noColor() async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard(environment: ["NO_COLOR": "1"])
    try await screen.wait(for: "1 of 6")
    let found = try await screen.styledText()
    #expect(!found.contains(/\u{1B}\[(?:[0-9]+;)*(?:3[0-8]|4[0-8]|9\d|10\d)[;m]/))
    try await expectQuit(screen)
  }

  @Test("COLORTERM: true colours, where terminfo knows how they are sent")
  func trueColor() async throws {
    let home = try await Home.withStory()
    let twin = try home.scratch.write(
      """
      xterm-direct|a twin with direct colours,
      \tRGB, colors#0x1000000, pairs#0x7FFF,
      \tsetab=\\E[%?%p1%{8}%<%t4%p1%d%e48;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m,
      \tsetaf=\\E[%?%p1%{8}%<%t3%p1%d%e38;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m,
      \tuse=xterm-256color,

      """, to: "twin.ti")
    let tic = try await ProgramRun("tic", ["-x", "-o", "\(home.path)/terminfo", twin])
    try #require(tic.exitCode == 0, "tic: \(tic.errors)")
    for (type, said, isTrue) in [
      ("xterm-256color", "truecolor", true), ("xterm-256color", "24bit", true),
      ("xterm-256color", "", false), ("xterm-direct", "", true),
    ] {
      let screen = try await home.dashboard(environment: [
        "TERM": type, "COLORTERM": said, "TERMINFO_DIRS": "\(home.path)/terminfo:",
      ])
      try await screen.wait(for: "1 of 6")
      let found = try await screen.styledText()
      #expect(found.contains("38;2;95;175;255") == isTrue, "\(type) COLORTERM=\(said)")
      try await expectQuit(screen)
    }
  }

  @Test(
    "an odd environment",
    arguments: [
      ["COLUMNS": "9999", "LINES": "abc"], ["TZ": "Nowhere/Nothing"], ["PATH": ""],
      ["XDG_STATE_HOME": "/proc/none"], ["TMPDIR": "/none"], ["COLORTERM": "truecolor"],
      ["TERMINFO": "/none"], ["XDG_STATE_HOME": "", "HOME": ""],
    ])
  func environment(_ variables: [String: String]) async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard(environment: variables)
    try await screen.wait(for: "1 of 6")
    try await expectQuit(screen)
  }

  @Test(
    "standard input and error that are no terminal, or closed",
    arguments: ["</dev/null", "<&-", "2>/dev/null", "2>&-", "<&- 2>&-"])
  func otherStreams(_ redirection: String) async throws {
    let home = try await Home.withStory()
    let screen = try await TmuxScreen(
      "/bin/sh", ["-c", "exec \"$0\" \(redirection)", ProgramRun.brinkPath], columns: 100, rows: 30,
      environment: home.environment, directory: home.path)
    try await screen.wait(for: "1 of 6")
    try await screen.type("j")
    try await screen.wait(for: "2 of 6")
    try await expectQuit(screen)
  }

  @Test("a terminal inside another one, whose last size it has")
  func nested() async throws {
    let home = try await Home.withStory()
    let screen = try await TmuxScreen(
      "tmux", ["-S", "\(home.path)/inner", "new-session", ProgramRun.brinkPath], columns: 100,
      rows: 30, environment: home.environment, directory: home.path)
    try await screen.wait(for: "1 of 6")
    try await screen.resize(columns: 90, rows: 25)
    try await screen.type("jj")
    // The inner one keeps its last line to itself.
    let expected = try await home.brink("snapshot", "--size", "90x24", "--keys", "jj").output
    try await screen.wait(until: "the screen is that of the snapshot") {
      $0.trimmedLines.dropLast() == expected.trimmedLines[...]
    }
    try await screen.type("Q")
    #expect(try await screen.exitCode() == 0)
  }

  @Test("a terminal that somebody records, whose size it has and which it leaves")
  func recorded() async throws {
    let home = try await Home.withStory()
    let screen = try await TmuxScreen(
      "script", ["-qec", ProgramRun.brinkPath, "\(home.path)/record"], columns: 100, rows: 30,
      environment: home.environment, directory: home.path)
    try await screen.wait(for: "1 of 6")
    try await screen.resize(columns: 90, rows: 25)
    try await screen.type("jj")
    let expected = try await home.brink("snapshot", "--size", "90x25", "--keys", "jj").output
    try await screen.wait(until: "the screen is that of the snapshot") {
      $0.trimmedLines == expected.trimmedLines
    }
    try await expectQuit(screen)
  }

  @Test("not being killed; its archive does")
  func killed() async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard()
    try await screen.wait(for: "1 of 6")
    // What is noted is being written when it dies.
    try await screen.type("*")
    kill(try #require(Int32(try await screen.fact("pane_pid"))), SIGKILL)
    _ = try await screen.exitCode()
    let check = try await home.brink("archive", "check")
    #expect(check.exitCode == 0, "\(check.errors)")
    let again = try await home.dashboard()
    try await again.wait(for: "1 of 6")
    try await expectQuit(again)
  }

  @Test("ten thousand keys at once, and forgets none")
  func manyKeys() async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard()
    try await screen.wait(for: "1 of 6")
    try await screen.press("-N", "4999", "j")
    try await screen.press("-N", "5001", "Tab")
    try await screen.type("1")
    try await screen.wait(for: "6 of 6")
    try await screen.press("-N", "3", "k")
    try await screen.wait(for: "3 of 6")
    try await expectQuit(screen)
  }

  @Test("being stopped by ^Z, another size meanwhile, and fg")
  func stopped() async throws {
    let home = try await Home.withStory()
    let expected = try await home.brink("snapshot", "--size", "120x40", "--keys", "j").output
    let screen = try await TmuxScreen(
      "bash", ["--norc", "-i"], columns: 100, rows: 30,
      environment: home.environment.merging(["PS1": "prompt> "]) { $1 }, directory: home.path)
    try await screen.wait(for: "prompt>")
    try await screen.type(ProgramRun.brinkPath)
    try await screen.press("Enter")
    try await screen.wait(for: "1 of 6")
    try await screen.type("j")
    try await screen.wait(for: "2 of 6")
    try await screen.press("C-z")
    try await screen.wait(for: "Stopped")
    #expect(try await screen.fact("alternate_on") == "0")
    #expect(try await screen.fact("mouse_any_flag") == "0")
    try await screen.resize(columns: 120, rows: 40)
    try await screen.type("fg")
    try await screen.press("Enter")
    try await screen.wait(until: "the screen is that of the snapshot") {
      $0.trimmedLines == expected.trimmedLines
    }
    try await screen.type("q")
    try await screen.wait(until: "the shell is back") { $0.contains("prompt>") }
    #expect(try await screen.fact("alternate_on") == "0")
  }

  @Test("being stopped and continued from elsewhere, as a machine that sleeps")
  func slept() async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard("kiosk")
    try await screen.wait(for: "1 of 6")
    let pid = pid_t(try await screen.fact("pane_pid")) ?? 0
    try #require(pid > 0)
    for _ in 0..<20 {
      kill(pid, SIGSTOP)
      try await screen.type("j")
      kill(pid, SIGCONT)
      try await screen.type("k")
    }
    try await screen.type("jg")
    try await screen.wait(for: "1 of 6")
  }

  @Test("no longer than its terminal")
  func closed() async throws {
    let home = try await Home.withStory()
    for arguments in ["dashboard", "kiosk"] {
      let screen = try await home.dashboard(arguments)
      try await screen.wait(for: "1 of 6")
      let pid = pid_t(try await screen.fact("pane_pid")) ?? 0
      try #require(pid > 0)
      try await screen.close()
      try await poll(until: "\(arguments) is gone") { kill(pid, 0) != 0 }
    }
  }
}
