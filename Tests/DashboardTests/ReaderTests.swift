import Archive
import Dashboard
import EventData
import Terminal
import Testing

@Suite("The reader")
struct ReaderTests {
  /// The words of the screen that have a role, in order.
  private func words(_ role: Role, in frame: Frame) -> [String] {
    var words: [String] = []
    var isOpen = false
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        let cell = frame[column, row]
        if cell.role == role {
          if isOpen {
            words[words.count - 1] += cell.symbol.string
          } else {
            words.append(cell.symbol.string)
          }
        }
        isOpen = cell.role == role
      }
      isOpen = false
    }
    return words
  }

  @Test("shows an article as it came, whatever its bytes are, and again as it is read")
  func original() throws {
    let writer = try ArchiveWriter()
    _ = try writer.insert(
      [
        CodedImport(
          coded: Story.articles[0],
          original: Array("<h1>Patrol boats</h1>\n<p>\u{1B}[31mFour</p>".utf8) + [0xFF])
      ], coderVersion: "test")
    var session = DashboardSession(
      archive: writer.dashboard, size: Size(columns: 80, rows: 24))
    session.send(try KeyNotation.inputs("⏎R"))
    let plain = session.state.frame().plain
    #expect(plain.contains("<h1>Patrol boats</h1>"))
    #expect(plain.contains("[31mFour") && !plain.contains("\u{1B}"))
    #expect(!plain.contains("Fishermen in Port Amelin"))
    session.send(try KeyNotation.inputs("R"))
    #expect(session.state.frame().plain.contains("Fishermen in Port Amelin"))
  }

  @Test("gives actors, regions, cues, quotations and events roles of their own")
  func highlights() throws {
    let frame = try session(after: "⏎z").state.frame()
    #expect(
      words(.actor, in: frame) == ["Tomas Reyk", "Ilse Marden", "Norvane", "Free Coast Front"])
    #expect(words(.region, in: frame) == ["Port Amelin"])
    #expect(words(.cue, in: frame) == ["told", "warned"])
    #expect(words(.event, in: frame) == ["answer"])
    #expect(words(.quotation, in: frame).first == "We have closed nothing")
    #expect(words(.title, in: frame).contains("Minister denies order to close the Kessel Strait"))
  }

  @Test("shows furniture where it stood on the page")
  func placesFurniture() throws {
    #expect(
      try screen(after: "⏎zF", columns: 60, rows: 24) == """
         strait.brink  1 Articles 3 Actors         as of 2031-05-04
        ╔═ 2 Article ════════════════════════════════════════ all ═╗
        ║    Minister denies order to close the Kessel Strait      ║
        ║    The Tidewater · 2031-05-04 Sun · 2 statements · 1     ║
        ║    event                                                 ║
        ║    https://tidewater.example/2031/05/04/strait           ║
        ║                                                          ║
        ║    [share] Share this story                              ║
        ║                                                          ║
        ║    Ships waited for a second day outside Port Amelin,    ║
        ║    where pilots had been told to stay ashore until the   ║
        ║    weather and the politics cleared.                     ║
        ║                                                          ║
        ║ “  “We have closed nothing,” Tomas Reyk told reporters.  ║
        ║                                                          ║
        ║•“  Ilse Marden warned that Norvane would “answer every   ║
        ║ │  shot with two”.                                       ║
        ║                                                          ║
        ║    [related-link] More about harbours                    ║
        ║                                                          ║
        ║    The Free Coast Front could not be reached.            ║
        ║                                                          ║
        ╚══════════════════════════════════════════════════════════╝
         Showing 2 pieces of the page
        """)
  }

  @Test("keeps its lines to a comfortable measure on a wide screen")
  func keepsMeasure() throws {
    let long = Story.article(
      "A long one", outlet: "Coastal Wire", day: "2031-05-04",
      String(repeating: "The sea lay still. ", count: 200))
    let frame = try session(after: "⏎z", of: [long], columns: 250, rows: 60).state.frame()
    for row in 2..<58 {
      let ink = (1..<249).filter { frame[$0, row].symbol.string != " " }
      if let first = ink.first, let last = ink.last { #expect(last - first < 90) }
    }
  }

  @Test("stays at its place in the text when the width changes")
  func keepsPlace() throws {
    let long = Story.article(
      "A long one", outlet: "Coastal Wire", day: "2031-05-04",
      (1...400).map { "Wave \($0) broke." }.joined(separator: " "))
    var session = try session(after: "⏎z  ", of: [long], columns: 80, rows: 24)
    func firstWave() -> Int? {
      session.state.frame().plain.split(separator: "\n")[2].split(separator: " ")
        .compactMap { Int($0) }.first
    }
    let before = try #require(firstWave())
    session.send([.resize(Size(columns: 50, rows: 24))])
    let after = try #require(firstWave())
    #expect(abs(before - after) < 6)
  }

  @Test("shows nothing that a terminal could take for a command, wherever it comes from")
  func showsHostileText() throws {
    let hostile = "\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}evil\u{200B}\r\u{1B}[2J 漢字 e\u{301}👩‍👩‍👧"
    let article = Story.article(
      hostile, outlet: hostile, day: "2031-05-04", url: "https://\(hostile)",
      furniture: [Furniture(kind: .stray, text: hostile, before: 0)],
      "{speaker:marden \(hostile)} {cue:assert said} {content \(hostile)}.")
    for keys in ["", "⏎zF}", "3z", "5z", "/\u{9B}", "/zz⏎"] {
      var session = try session(after: keys, of: [article])
      session.send([.paste(hostile)])
      for cell in session.state.frame().cells {
        for scalar in cell.symbol.string.unicodeScalars {
          #expect(scalar.properties.generalCategory != .control)
          #expect(scalar.properties.generalCategory != .format)
        }
      }
    }
  }
}
