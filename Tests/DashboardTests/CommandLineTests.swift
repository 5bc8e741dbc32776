import Terminal
import Testing

@testable import Dashboard

@Suite("The command line")
struct CommandLineTests {
  private func first(_ typed: String, focus: PaneID = "articles") -> CommandLine.Command? {
    CommandLine(typed, .standard, focus: focus, titles: [:]).commands.first
  }

  @Test("offers every action of every pane, by name, description or a few letters")
  func offersAll() {
    let all = CommandLine("", .standard, focus: "articles", titles: [:]).commands
    for action in Keymap.standard.actions {
      switch action.place {
      case .anyPane, .pane:
        #expect(all.contains { $0.action == action }, "\(action.id.rawValue) is missing")
        #expect(first(action.id.rawValue) != nil)
      case .finding, .leader, .help, .prompt, .asking: break
      }
    }
    #expect(first("zoom")?.action.id == .zoom)
    #expect(first("gtst")?.action.id == .focus("statements"))
    #expect(first("qqqq") == nil)
  }

  @Test("does what is chosen with Enter, in the pane that it belongs to")
  func runs() throws {
    #expect(try screen(after: ":go to regions⏎") == screen(after: "4"))
    #expect(try screen(after: ":by week⏎") == screen(after: "8t"))
    #expect(try !session(after: ":leave brink⏎").isRunning)
    #expect(try screen(after: ":<Down><Up>zoom this⏎") == screen(after: "z"))
  }

  @Test("chooses with the arrows and leaves everything as it was with Esc")
  func chooses() throws {
    let plain = try screen(after: ":pane")
    #expect(plain.contains("Do: pane"))
    #expect(plain.contains("Next pane") && plain.contains("Tab"))
    #expect(plain.contains("1 of "))
    #expect(try screen(after: ":pane<Down>").contains("2 of "))
    #expect(try screen(after: ":pane<Esc>") == screen())
    #expect(try screen(after: ":xyzzy⏎").contains("⚠ nothing is called so"))
  }

  @Test("does a key so often as the number before it says")
  func counts() throws {
    #expect(try screen(after: ":2j").contains("2 × One line down"))
    #expect(try screen(after: ":2j⏎") == screen(after: "jj"))
    #expect(try screen(after: ":3⏎").contains("⚠") || screen(after: ":3⏎") != screen())
    #expect(first("0j")?.count ?? 1 == 1)
    #expect(first("99999999999j")?.count ?? 1 == 1)
  }

  @Test("has in the kiosk nothing that leaves or writes")
  func isSafeInKiosk() throws {
    let kiosk = Keymap.standard.kiosk
    let all = CommandLine("", kiosk, focus: "articles", titles: [:]).commands
    #expect(!all.isEmpty && all.allSatisfy { $0.action.capability == .reads })
    #expect(try session(after: ":leave⏎", keymap: kiosk).isRunning)
  }
}

@Suite("A fuzzy match")
struct FuzzyMatchTests {
  @Test("needs all letters in their order")
  func fits() {
    #expect(FuzzyMatch.score("npn", in: "Next pane") != nil)
    #expect(FuzzyMatch.score("enap", in: "Next pane") == nil)
    #expect(FuzzyMatch.score("pane next", in: "Next pane") != nil)
    #expect(FuzzyMatch.score("", in: "Next pane") == 0)
    #expect(FuzzyMatch.score("longer than the name", in: "name") == nil)
  }

  @Test("is better at the start, then at a word, then in one piece, then scattered")
  func ranks() throws {
    let scores = try ["pane", "next pane", "japaned", "p-a-n-e"].map {
      try #require(FuzzyMatch.score("pane", in: $0))
    }
    #expect(scores == scores.sorted(by: >) && Set(scores).count == 4)
  }
}
