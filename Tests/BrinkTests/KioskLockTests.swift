import Foundation
import Glibc
import Testing

@Suite("No way out of a kiosk", .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
struct KioskLockTests {
  private func kiosk(_ home: Home) async throws -> TmuxScreen {
    let screen = try await home.dashboard("kiosk")
    try await screen.wait(for: "1 of 6")
    return screen
  }

  /// Only a program that runs, with its terminal as it wants it, answers keys.
  private func expectAnswer(_ screen: TmuxScreen, after what: String) async throws {
    // Not by Esc, which would make Alt-1 of the key behind it.
    try await screen.press("C-c", "BSpace")
    // What was searched for is given up, and the list is read anew: keys before it comes move
    // nothing.
    for _ in 1...20 {
      try await screen.type("1gj")
      let answer = try? await screen.wait(for: "2 of 6", deadline: .seconds(3))
      if answer != nil { break }
    }
    try await screen.wait(for: "2 of 6")
    try await screen.type("g")
    try await screen.wait(for: "1 of 6")
    #expect(try await screen.fact("pane_dead") == "0", "after \(what)")
    #expect(try await screen.fact("alternate_on") == "1", "after \(what)")
  }

  @Test("is any key")
  func keys() async throws {
    let home = try await Home.withStory()
    let screen = try await kiosk(home)
    for key in [
      "q", "Q", "C-c", "C-z", "C-\\", "C-d", "C-s", "C-q", "C-x", "C-o", "C-v", "C-y", "C-l",
      "Escape", "M-x", "M-q", "M-:", ":", "!", "|", "v", "F1", "F10", "F12", "DC", "IC",
    ] {
      try await screen.press(key)
      // A prompt or the help may be open now, in which letters mean something else.
      try await screen.press("C-c", "BSpace")
    }
    try await expectAnswer(screen, after: "keys")
  }

  @Test(
    "is any signal that a keyboard or a visitor's shell can send",
    arguments: [SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU, SIGUSR1, SIGUSR2, SIGPIPE, SIGCONT])
  func signals(_ signal: Int32) async throws {
    // Like the terminal itself: to the whole group. What stops is noticed by what answers.
    let home = try await Home.withStory()
    let screen = try await kiosk(home)
    let pid = pid_t(try await screen.fact("pane_pid")) ?? 0
    try #require(pid > 0)
    kill(-pid, signal)
    try await expectAnswer(screen, after: "signal \(signal)")
  }

  @Test("is any sequence of bytes, whole or broken off")
  func sequences() async throws {
    let home = try await Home.withStory()
    let screen = try await kiosk(home)
    let sequences: [String] = [
      "\u{1B}[", "\u{1B}[999;999;999R", "\u{1B}[?62;c", "\u{1B}]52;c;cm0gLXJm\u{7}",
      "\u{1B}]0;title", "\u{7}", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}O",
      "\u{1B}[200~never closed q\u{3}",
      "\u{1B}[201~", "\u{1B}[<0;9999;9999M", "\u{1B}[<64;1;1M", "\u{1B}[M!!!", "\u{1B}[I\u{1B}[O",
      "\u{1B}[27;5;113~", "\u{1B}[113;5u", "\u{1B}[1;9999999999999999999A", "\u{9B}31m", "\u{0}",
    ]
    for sequence in sequences { try await screen.send(Array(sequence.utf8)) }
    try await screen.send([0xFF, 0xFE, 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0xF5])
    // What was broken off above is given up after a second.
    try await expectAnswer(screen, after: "sequences")
  }

  @Test("is anything pasted")
  func paste() async throws {
    let home = try await Home.withStory()
    let screen = try await kiosk(home)
    try await screen.paste(
      "q\u{3}\u{4}\u{1A}\u{1C}:quit\n\u{1B}[201~qQ\n" + String(repeating: "x", count: 100_000))
    try await expectAnswer(screen, after: "a paste")
    try await screen.type("/")
    try await screen.wait(for: "Search:")
    try await screen.paste(String(repeating: "cod ", count: 30_000) + "\nq\u{3}\n")
    try await expectAnswer(screen, after: "a paste into the prompt")
  }

  @Test("is the mouse, which is off")
  func mouse() async throws {
    let home = try await Home.withStory()
    let screen = try await kiosk(home)
    #expect(try await screen.fact("mouse_any_flag") == "0")
  }

  @Test("is a terminal that hangs up: the kiosk ends then, at once")
  func hangup() async throws {
    let home = try await Home.withStory()
    let screen = try await kiosk(home)
    let pid = pid_t(try await screen.fact("pane_pid")) ?? 0
    try #require(pid > 0)
    kill(pid, SIGHUP)
    #expect(try await screen.exitCode() == 128 + Int(SIGHUP))
  }
}

@Suite("The phrase of a kiosk", .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
struct KioskPhraseTests {
  private static let phrase = "nine herrings in a row"

  private func home() async throws -> Home {
    let home = try await Home.withStory()
    let run = try await home.brink("kiosk", "set-phrase", input: Self.phrase + "\n")
    #expect(run.ending == .exited(0), "\(run.errors)")
    return home
  }

  @Test("is kept as a hash that only its owner reads, another one each time")
  func file() async throws {
    let home = try await home()
    let path = "\(home.path)/config/brink/kiosk-phrase"
    let first = try String(contentsOfFile: path, encoding: .utf8)
    #expect(first.hasPrefix("$y$") && !first.contains("herrings"))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    _ = try await home.brink("kiosk", "set-phrase", input: Self.phrase + "\n")
    #expect(try String(contentsOfFile: path, encoding: .utf8) != first)
  }

  @Test("is not shown while it is typed")
  func silence() async throws {
    let home = try await Home.withStory()
    let screen = try await home.dashboard("kiosk", "set-phrase")
    try await screen.wait(for: "New phrase:")
    try await screen.type(Self.phrase)
    try await screen.press("Enter")
    try await screen.wait(for: "Once more:")
    try await screen.type(Self.phrase)
    try await screen.press("Enter")
    let text = try await screen.wait(for: "Hash of the phrase written to")
    #expect(!text.contains("herrings"))
  }

  @Test("opens the kiosk, and nothing else does")
  func opens() async throws {
    let home = try await home()
    let screen = try await home.dashboard("kiosk")
    try await screen.wait(for: "1 of 6")
    try await screen.press("C-x")
    try await screen.wait(for: "Phrase:")
    try await screen.type("ten herrings in a row")
    try await screen.press("Enter")
    try await screen.wait(for: "That is not the phrase")
    // Until the wait after a failure has passed, the phrase is not even looked at.
    let end = ContinuousClock.now + .seconds(20)
    while try await screen.fact("pane_dead") == "0", ContinuousClock.now < end {
      try await screen.press("C-x")
      try await screen.type(Self.phrase)
      try await screen.press("Enter")
    }
    #expect(try await screen.exitCode() == 0)
    #expect(try await screen.fact("alternate_on") == "0")
  }

  @Test("is refused when it is short, missing or open to others")
  func refused() async throws {
    let home = try await Home.withStory()
    let short = try await home.brink("kiosk", "set-phrase", input: "herring\n")
    #expect(short.errors.hasPrefix("brink: phrase: it has fewer than 8 characters\n"))
    #expect(short.ending == .exited(2))
    let none = try await home.brink("kiosk", "set-phrase")
    #expect(none.errors.hasPrefix("brink: phrase: none was typed\n"))

    let missing = try await home.brink("kiosk", "--phrase-file", "\(home.path)/none")
    #expect(missing.errors.hasPrefix("brink: phrase \(home.path)/none: there is no such file\n"))
    #expect(missing.ending == .exited(78))

    let path = "\(home.path)/phrase"
    let set = try await home.brink(
      "kiosk", "set-phrase", "--file", path, input: Self.phrase + "\n")
    #expect(set.ending == .exited(0))
    chmod(path, 0o644)
    let open = try await home.brink("kiosk", "--phrase-file", path)
    #expect(open.errors.hasPrefix("brink: phrase \(path): others may read it or write to it\n"))
    try Data("no hash\n".utf8).write(to: URL(fileURLWithPath: path))
    chmod(path, 0o600)
    let broken = try await home.brink("kiosk", "--phrase-file", path)
    #expect(broken.errors.hasPrefix("brink: phrase \(path): it holds no hash of a phrase\n"))
  }
}
