import Archive
import Synchronization
import Terminal
import Testing

@testable import Dashboard

@Suite("The search prompt")
struct PromptTests {
  @Test("shows what is found while it is typed, also of an unfinished word")
  func isLive() throws {
    #expect(try screen(after: "/conv").contains("1 of 1"))
    #expect(try screen(after: "/conv").contains("Norvane says convoy left"))
    #expect(try screen(after: "/c").contains("1 of 4"))
    #expect(try screen(after: "/convoy<C-u>").contains(" of 4"))
  }

  @Test("keeps what was found before as long as the text cannot be read")
  func keepsFilter() throws {
    let plain = try screen(after: "/convoy (")
    #expect(plain.contains("Norvane says convoy left") && plain.contains("1 of 1"))
    let wrong = try screen(after: "/convoy⏎/ act:sing⏎")
    #expect(wrong.contains("⚠ ‘sing’ cannot follow ‘act:’") && wrong.contains("1 of 1"))
  }

  @Test("gives back list, cursor and article with Esc")
  func cancels() throws {
    #expect(try screen(after: "jj/convoy<Esc>") == screen(after: "jj"))
    let session = try session(after: "/convoy⏎/ boats<Esc>")
    #expect(session.state.scope.search == "convoy")
  }

  @Test("completes keys, names and values with Tab, one after the other")
  func completes() throws {
    func typed(_ keys: String) throws -> String {
      try session(after: keys).state.prompt?.text ?? ""
    }
    #expect(try typed("/act⇥") == "act:")
    #expect(try typed("/act⇥⇥") == "actor:")
    #expect(try typed("/act⇥⇥<S-Tab>") == "act:")
    #expect(try typed("/act:thr⇥") == "act:threaten")
    #expect(try typed("/boats -actor:mar⇥") == "boats -actor:\"Ilse Marden\"")
    #expect(try typed("/(region:kess⇥") == "(region:\"Kessel Strait\"")
    #expect(try typed("/region:\"kessel st⇥") == "region:\"Kessel Strait\"")
    #expect(try typed("/outlet:tide⇥") == "outlet:\"The Tidewater\"")
    #expect(try typed("/is:d⇥⇥⇥") == "is:denied")
    #expect(try screen(after: "/actor:zz⇥").contains("⚠ nothing begins so"))
    #expect(try screen(after: "/act⇥").contains("═ Names ═"))
    #expect(try !screen(after: "/act⇥x").contains("═ Names ═"))
  }

  @Test("brings back former searches with the arrows, and what was typed before them")
  func recalls() throws {
    let keys = "/convoy⏎/<C-u>boats⏎/<C-u>"
    func typed(_ more: String) throws -> String? {
      try session(after: keys + more).state.prompt?.text
    }
    #expect(try typed("<Up>") == "boats")
    #expect(try typed("<Up><Up>") == "convoy")
    #expect(try typed("<Up><Up><Up>") == "convoy")
    #expect(try typed("dr<Up><Down>") == "dr")
    #expect(try session(after: keys + "<Up><Up>⏎").state.searches == ["boats", "convoy"])
  }

  @Test("has its searches kept, where there is a place for them")
  func keepsSearches() throws {
    let kept = Mutex<[[String]]>([])
    let writer = try ArchiveWriter.holding(Story.articles)
    let archive = DashboardArchive(
      name: "strait.brink", reader: writer.reader, catalogue: .invented,
      readership: Readership(keepSearches: { searches in kept.withLock { $0.append(searches) } }))
    var session = DashboardSession(archive: archive, size: Size(columns: 80, rows: 24))
    session.send(try KeyNotation.inputs("/convoy⏎/<C-u>boats⏎/⏎/<C-u>zz<Esc>"))
    #expect(kept.withLock { $0 } == [["convoy"], ["convoy", "boats"]])
  }
}
