import EventData
import Terminal
import Testing

@testable import Dashboard

@Suite("Going through an article")
struct ReaderFindTests {
  private func status(after keys: String) throws -> String {
    try screen(after: keys).split(separator: "\n").last.map(String.init) ?? ""
  }

  @Test("finds words while they are typed, whatever their case, and counts them")
  func findsWhileTyped() throws {
    let found = try screen(after: "⏎z/PORT")
    #expect(found.contains("“PORT”: 1 of 2"))
    #expect(found.contains(" Find: PORT"))
    #expect(try screen(after: "⏎z/zebra⏎").contains("“zebra”: nothing"))
  }

  @Test("shows all that is found in its own role")
  func highlightsHits() throws {
    let frame = try session(after: "⏎z/strait").state.frame()
    let hits = frame.cells.filter { $0.role == .hit }.map(\.symbol.string).joined()
    #expect(hits == "Strait")
  }

  @Test("goes to the next and the last with n and N, round the ends, saying so")
  func turnsHits() throws {
    #expect(try screen(after: "⏎z/port⏎n").contains("“port”: 2 of 2"))
    #expect(try screen(after: "⏎z/port⏎nN").contains("“port”: 1 of 2"))
    #expect(try status(after: "⏎z/port⏎nn").contains("From the start again"))
    #expect(try status(after: "⏎z/port⏎N").contains("From the end again"))
  }

  @Test("ends with Esc, and n is the next article again")
  func endsFinding() throws {
    let found = try session(after: "⏎/port⏎<Esc>")
    #expect(found.state.focus == ReaderPane.id)
    #expect(!found.state.frame().plain.contains("“port”"))
    #expect(try screen(after: "⏎/port⏎<Esc>n").contains("2 of 4"))
    #expect(try screen(after: "⏎/port<Esc>") == screen(after: "⏎"))
  }

  @Test("leaves searching all articles to the backslash")
  func searchesAll() throws {
    #expect(try screen(after: "⏎\\convoy⏎").contains("“convoy”"))
  }

  @Test("goes from mention to mention of one actor, and to another actor")
  func turnsMentions() throws {
    #expect(try status(after: "⏎)").contains("Tomas Reyk: mention 1 of 1"))
    #expect(try status(after: "⏎a").contains("Tomas Reyk: mention 1 of 1"))
    #expect(try status(after: "⏎aa").contains("Ilse Marden: mention 1 of 1"))
    #expect(try status(after: "⏎aa(").contains("Ilse Marden: mention 1 of 1"))
  }

  @Test("follows the actor that everything is filtered by")
  func followsFilter() throws {
    #expect(try status(after: "3/front⏎⏎2)").contains("Free Coast Front: mention 1 of 1"))
  }

  @Test("finds whole characters alone, in the bytes of the text")
  func findsCharacters() {
    let text = "Café — CAFÉ “cafe\u{301}s”"
    let search = TextSearch("café", in: text, from: 0)
    #expect(search.hits.map { text.text(of: $0) } == ["Café", "CAFÉ"])
    #expect(TextSearch("\"cafe\u{301}s\"", in: text, from: 0).hits.count == 1)
    #expect(TextSearch("", in: text, from: 0).hits.isEmpty)
    #expect(TextSearch("caf", in: "cafe\u{301}", from: 0).hits.count == 1)
    #expect(TextSearch("cafe", in: "cafe\u{301}", from: 0).hits.isEmpty)
  }
}
