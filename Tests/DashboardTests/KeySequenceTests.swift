import Archive
import Terminal
import Testing

@testable import Dashboard

@Suite("Keys that belong together")
struct KeySequenceTests {
  private func cursor(after keys: String) throws -> String? {
    let frame = try screen(after: keys)
    return frame.split(separator: "\n").first { $0.contains("═ 1 Articles ═") }
      .flatMap { $0.firstMatch(of: /(\d) of 4/) }.map { String($0.1) }
  }

  @Test("a count moves so often, and says so while it is typed")
  func counts() throws {
    #expect(try cursor(after: "<A-2>j") == "3")
    #expect(try screen(after: "<A-1>2").contains("12 times:"))
    #expect(try cursor(after: "<A-1>2j") == "4")
    #expect(try cursor(after: "<A-2>jj") == "4")
    #expect(try cursor(after: "<A-3>n<A-2>p") == "2")
  }

  @Test("a count of what is done once only does it once")
  func countsOnce() throws {
    #expect(try screen(after: "<A-2>z") == screen(after: "z"))
    #expect(try !session(after: "<A-2>q").isRunning)
  }

  @Test("digits alone go to panes")
  func digits() throws {
    #expect(try session(after: "5j").state.focus == "statements")
  }

  @Test("Esc with a key right behind it is both, where something is typed")
  func escape() throws {
    #expect(try cursor(after: "/har<A-j>") == "2")
    #expect(try screen(after: "<A-j>") == screen())
  }

  @Test("a place is marked by a letter and found again, also from elsewhere")
  func bookmarks() throws {
    #expect(try screen(after: "j\"a").contains("Here is ‘a’ now"))
    #expect(try cursor(after: "j\"agj<A-2>j'a") == "2")
    let back = try session(after: "j⏎\"x7'x").state
    #expect(back.focus == ReaderPane.id)
    #expect(try cursor(after: "j\"a<A-2>j'a''") == "4")
  }

  @Test("a letter that marks nothing, or no letter, is told of")
  func complains() throws {
    #expect(try screen(after: "'q").contains("Nothing is marked ‘q’"))
    #expect(try screen(after: "''").contains("Nowhere to go back to"))
    #expect(try screen(after: "\"<Enter>").contains("A letter must follow"))
    #expect(try screen(after: "\"<Esc>") == screen())
  }
}

@Suite("A wait")
struct WaitTests {
  @Test("is shown by a sign in the status line, which goes with what was waited for")
  func shows() throws {
    let archive = try ArchiveWriter.holding(Story.articles).dashboard
    var state = DashboardState(size: Size(columns: 80, rows: 24), archiveName: "x")
    var waiting = state.apply(.start)[...]
    _ = state.apply(.delay(step: 0))
    #expect(state.frame().plain.contains("⠋ reading"))
    _ = state.apply(.delay(step: 1))
    #expect(state.frame().plain.contains("⠙ reading"))
    while case .load(let load)? = waiting.popFirst() {
      waiting += state.apply(.delivery(load.run(on: archive.source(for: load.urgency))))
    }
    #expect(!state.frame().plain.contains("reading"))
    _ = state.apply(.delay(step: 2))
    #expect(!state.frame().plain.contains("reading"))
  }
}
