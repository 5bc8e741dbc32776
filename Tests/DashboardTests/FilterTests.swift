import Dashboard
import Terminal
import Testing

@Suite("Filters")
struct FilterTests {
  private func wide(after keys: String) throws -> String {
    try screen(after: keys, columns: 160, rows: 48)
  }

  @Test("by an actor change every pane and are always in sight")
  func filtersByActor() throws {
    let plain = try wide(after: "3⏎")
    #expect(plain.contains("Filter: actor Tomas Reyk  Esc shows all"))
    #expect(plain.contains("1 Articles ═") == false)
    #expect(plain.contains("─ 1 of 2 ─┐┌─ 2 Article"))
    #expect(!plain.contains("Harbour Council asks"))
    #expect(plain.contains("✓  Tomas Reyk"))
    #expect(!plain.contains("■  Sudmark"))
    #expect(!plain.contains("Kessel Strait                 1"))
    #expect(!plain.contains("› Ilse Marden"))
    #expect(plain.contains("“the patrols are routine”"))
  }

  @Test("go away with the same key, and all with Esc")
  func removesFilter() throws {
    #expect(try wide(after: "3⏎⏎") == wide(after: "3"))
    #expect(try wide(after: "3⏎<Esc>") == wide(after: "3"))
    #expect(try wide(after: "3 4⏎\\routine⏎<Esc>").contains("Filter") == false)
  }

  @Test("by actor, region and words hold together")
  func combinesFilters() throws {
    let session = try session(after: "3⏎4⏎\\boats⏎")
    #expect(session.state.scope.facets.count == 2)
    let plain = session.state.frame().plain
    #expect(plain.contains("Filter: actor Tomas Reyk · region Port Amelin · “boats”"))
    #expect(plain.contains("2031-04-28"))
    #expect(!plain.contains("2031-05-04  The Tidewater"))
  }

  @Test("apply with Enter and not with Esc")
  func searches() throws {
    #expect(try screen(after: "/convoy⏎").contains("“convoy”"))
    #expect(try screen(after: "/convoy⏎").contains("═ 1 of 1 ═"))
    #expect(try screen(after: "/convoy<Esc>") == screen())
    #expect(try screen(after: "/zebra⏎").contains("No article matches the filter."))
    #expect(try screen(after: "/zebra⏎/<C-u>⏎") == screen())
  }

  @Test("that cannot be read stay in the prompt, with what is wrong and the cursor there")
  func complains() throws {
    let wrong = try screen(after: "/convoy (boats⏎")
    #expect(wrong.contains(" Search: convoy (boats  ⚠ the parenthesis is not closed"))
    #expect(try screen(after: "/convoy (boats⏎<End>)⏎").contains("Filter: “convoy (boats)”"))
    #expect(try screen(after: "/autor:reyk⏎").contains("⚠ there is no ‘autor:’; use actor"))
    #expect(try screen(after: "/autor:reyk⏎<Esc>") == screen())
  }

  @Test("ask for actors, regions and days in the same line")
  func language() throws {
    #expect(try screen(after: "/actor:reyk⏎").contains("Filter: “actor:reyk”"))
    #expect(try screen(after: "/convoy OR boats⏎").contains("Filter: “convoy OR boats”"))
    #expect(try screen(after: "/actor:nobody⏎").contains("No article matches the filter."))
    #expect(try screen(after: "/since:2031-05-03⏎").contains("Filter: “since:2031-05-03”"))
  }

  @Test("show while words are typed what Enter and Esc will do")
  func promptsForWords() throws {
    let line = try screen(after: "/convoyy<BS><Home>x<Del>").split(separator: "\n").last
    #expect(
      line
        == " Search: xonvoy                          Enter search  Tab complete  Esc cancel"[...])
  }

  @Test("take no keys from a paste, and no more of it than fits a prompt")
  func takesPaste() throws {
    var session = try session()
    session.send([.paste("qQ")])
    #expect(session.isRunning)
    session.send(try KeyNotation.inputs("/"))
    session.send([.paste("two\nwords " + String(repeating: "x", count: 100_000))])
    #expect(session.state.prompt?.text.hasPrefix("two words xxx") == true)
    #expect(session.state.prompt?.text.count == Prompt.limit)
  }
}
