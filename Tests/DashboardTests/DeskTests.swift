import Archive
import EventData
import Synchronization
import Terminal
import Testing

@testable import Dashboard

/// What left the program.
private final class Outbox: Sendable {
  let sent = Mutex<[String]>([])

  var desk: Desk {
    Desk(
      copies: true, open: { self.put("open \($0)") },
      save: { name, text in
        self.put("save \(name)\n\(text)")
        return name
      },
      pipe: { command, text in
        self.put("pipe \(command)\n\(text)")
        return "done"
      })
  }

  var last: String { sent.withLock { $0.last ?? "" } }

  private func put(_ text: String) { sent.withLock { $0.append(text) } }
}

@Suite("A desk")
struct DeskTests {
  private let outbox = Outbox()

  private func session(
    after keys: String, keymap: Keymap = .standard, desk: Desk? = nil
  ) throws -> DashboardSession {
    let writer = try ArchiveWriter.holding(Story.articles)
    var session = DashboardSession(
      archive: DashboardArchive(
        name: "strait.brink", reader: writer.reader, catalogue: .invented,
        desk: desk ?? outbox.desk),
      size: Size(columns: 100, rows: 30), keymap: keymap)
    session.send(try KeyNotation.inputs(keys))
    return session
  }

  private let source =
    "The Tidewater, 2031-05-04, “Minister denies order to close the Kessel Strait”, "
    + "https://tidewater.example/2031/05/04/strait"

  @Test(
    "goes on saying what went wrong while the archive is read again", arguments: ["o", "e⏎", "|x⏎"])
  func failures(_ keys: String) throws {
    let desk = Desk(
      copies: true, open: { _ in throw LoadFailure("No room") },
      save: { _, _ in throw LoadFailure("No room") }, pipe: { _, _ in throw LoadFailure("No room") }
    )
    var session = try session(after: keys, desk: desk)
    for message in [Message.retry, .archiveChanged] {
      session.send(message)
      #expect(session.state.frame().plain.contains("⚠ No room"))
    }
  }

  @Test("copies the citation of an article, its address or its text")
  func copies() throws {
    #expect(try session(after: "yc").copied == source)
    #expect(try session(after: "yl").copied == "https://tidewater.example/2031/05/04/strait")
    #expect(try session(after: "yt").copied?.hasPrefix("Minister denies order") == true)
    #expect(try session(after: "yc").state.remark == "Copied the citation")
  }

  @Test("copies the sentence under the cursor with where it stands")
  func copiesSentences() throws {
    let sentence = "“We have closed nothing,” Tomas Reyk told reporters."
    #expect(try session(after: "⏎]yc").copied == "\(source): “\(sentence)”")
    #expect(try session(after: "5yt").copied == sentence)
    #expect(try session(after: "7yt").copied?.contains("answer every shot with two") == true)
  }

  @Test("copies a reference that reference managers read")
  func copiesReference() throws {
    let reference = try #require(try session(after: "⏎]yr").copied)
    #expect(reference.hasPrefix("TY  - NEWS\nTI  - Minister denies"))
    #expect(reference.contains("\nDA  - 2031/05/04\nUR  - https://tidewater.example/"))
    #expect(reference.contains("\nAB  - “We have closed nothing,”"))
    #expect(reference.hasSuffix("\nER  - \n"))
  }

  @Test("says when there is nothing to copy, or it may not")
  func refusesToCopy() throws {
    #expect(try session(after: "jyl").state.remark == "This article has no address on the web")
    let off = try session(after: "yc", desk: Desk())
    #expect(off.copied == nil)
    #expect(off.state.remark == "Copying is off in config.yaml")
  }

  @Test("lists what can follow y after a pause, and goes back with Esc")
  func hints() throws {
    var hesitant = try session(after: "y")
    #expect(!hesitant.state.frame().plain.contains("A reference as RIS"))
    hesitant.send(.hesitation)
    #expect(hesitant.state.frame().plain.contains("A reference as RIS"))
    hesitant.send([.key(.escape)])
    #expect(try hesitant.state.frame() == session(after: "").state.frame())
  }

  @Test("opens the address of the article, or one of its links")
  func opens() throws {
    _ = try session(after: "o")
    #expect(outbox.last == "open https://tidewater.example/2031/05/04/strait")
    let links = try session(after: "O")
    #expect(links.state.frame().plain.contains("▸ https://tidewater.example/2031/05/04/strait"))
    #expect(try session(after: "jO").state.remark == "There is no link in this article")
  }

  @Test(
    "opens nothing but addresses of the web",
    arguments: [
      "javascript:alert(1)", "file:///etc/passwd", "-https://x.example", "https://",
      "https://x.example/a b", "https://x.example/\u{202E}b", "HTTPS//x", "mailto:a@b.example",
      "https://x.example/\u{1B}]0;", "https://" + String(repeating: "a", count: 3000),
    ])
  func refuses(_ address: String) {
    #expect(BrowserAddress(address) == nil)
  }

  @Test("finds the addresses in a text without what stands around them")
  func findsAddresses() {
    let text = "See (https://a.example/x), “http://b.example/y?z=1”. Or https://a.example/x!"
    #expect(
      BrowserAddress.all(in: text).map(\.text) == ["https://a.example/x", "http://b.example/y?z=1"])
  }

  @Test("writes all that a pane lists as a table, under the filter")
  func exports() throws {
    let exported = try session(after: "/strait⏎e⏎")
    let lines = outbox.last.split(whereSeparator: \.isNewline)
    try #require(lines.count == 5)
    #expect(lines[0] == "save brink-articles.csv")
    #expect(lines[1].hasPrefix("date,outlet,title,statements,events"))
    #expect(lines[2].hasPrefix("2031-05-04,The Tidewater,Minister denies order"))
    #expect(exported.state.remark == "Wrote 3 lines to brink-articles.csv")
    _ = try session(after: "5e⏎")
    #expect(outbox.last.contains("Tomas Reyk,deny,"))
    _ = try session(after: "7e⏎")
    #expect(outbox.last.contains("Norvane,"))
    _ = try session(after: "3e⏎")
    #expect(outbox.last.contains("Harbour Council,organisation,"))
  }

  @Test("writes what other panes show as a text")
  func exportsPicture() throws {
    _ = try session(after: "2e⏎")
    #expect(outbox.last.hasPrefix("save brink-reader.txt\n"))
    #expect(outbox.last.contains("The Free Coast Front could not be reached."))
  }

  @Test("quotes fields with commas, and shows formulas as text")
  func quotes() {
    let text = CommaSeparated.text([["a,b", "say \"no\"", "two\nlines", "=1+1", "plain"]])
    #expect(text == "\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",'=1+1,plain\r\n")
  }

  @Test("gives the article to a command and says what it answered")
  func pipes() throws {
    let piped = try session(after: "|wc -w⏎")
    #expect(outbox.last.hasPrefix("pipe wc -w\n\(source)\n\nMinister denies"))
    #expect(piped.state.remark == "done")
    #expect(try session(after: "|⏎").state.prompt == nil)
  }

  @Test("is none in front of a kiosk", arguments: ["yc", "yt", "o", "O⏎", "e⏎", "|cat⏎"])
  func kiosk(_ keys: String) throws {
    let visited = try session(after: keys, keymap: Keymap.standard.kiosk)
    #expect(visited.copied == nil)
    #expect(outbox.last.isEmpty)
    #expect(visited.state.prompt == nil)
  }
}
