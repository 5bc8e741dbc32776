import Terminal
import Testing

@Suite("A canvas")
struct CanvasTests {
  private func canvas(_ columns: Int, _ rows: Int = 1, asciiOnly: Bool = false) -> Canvas {
    Canvas(size: Size(columns: columns, rows: rows), asciiOnly: asciiOnly)
  }

  @Test(
    "ends what does not fit in an ellipsis",
    arguments: [
      ("headlines", 20, "headlines"), ("headlines", 9, "headlines"), ("headlines", 8, "headlin…"),
      ("headlines", 1, "…"), ("headlines", 0, ""), ("漢字", 4, "漢字"), ("漢字", 3, "漢…"),
      ("漢字", 2, "…"), ("a\tb\nc", 9, "a b c"),
    ] as [(String, Int, String)])
  func truncates(_ text: String, _ limit: Int, _ shown: String) {
    var canvas = canvas(20)
    let used = canvas.write(SafeText(text), at: 0, 0, limit: Columns(limit))
    #expect(canvas.frame.plain == shown)
    #expect(used == CharacterWidth.columns(of: shown))
  }

  @Test("writes to the right edge if there is no limit")
  func noLimit() {
    var canvas = canvas(6)
    canvas.write("abcdef", at: 2, 0)
    #expect(canvas.frame.plain == "  abc…")
  }

  @Test("aligns at the end of the limit")
  func trailing() {
    var canvas = canvas(10)
    canvas.write("42", at: 1, 0, limit: 6, alignment: .trailing)
    #expect(canvas.frame.plain == "     42")
  }

  @Test("cuts runs together and keeps each its role")
  func runs() {
    var canvas = canvas(10)
    canvas.write([Run("Putin ", .actor), Run("warned", .cue)], at: 0, 0)
    #expect(canvas.frame.plain == "Putin war…")
    #expect(canvas.cell(column: 0, row: 0)?.role == .actor)
    #expect(canvas.cell(column: 6, row: 0)?.role == .cue)
  }

  @Test("never lets a wide character straddle an edge")
  func wideAtEdges() {
    var canvas = canvas(6)
    canvas.write("······", at: 0, 0)
    canvas.inside(Rectangle(column: 1, row: 0, columns: 3, rows: 1)) { part in
      part.write("漢", at: -1, 0)
      part.write("字", at: 2, 0, limit: 2)
    }
    #expect(canvas.frame.plain == "· · ··")
  }

  @Test("blanks the other half of a wide character that is overwritten")
  func halves() {
    var canvas = canvas(6)
    canvas.write("漢字", at: 0, 0)
    canvas.write("x", at: 1, 0)
    canvas.write("y", at: 2, 0)
    #expect(canvas.frame.plain == " xy")
  }

  @Test("changes nothing outside of a part, and every row stays as wide as it is")
  func clips() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      var canvas = canvas(24, 8, asciiOnly: Bool.random(using: &generator))
      canvas.fill(with: "#", role: .dim)
      let part = Rectangle(
        column: Int.random(in: -5...24, using: &generator),
        row: Int.random(in: -3...8, using: &generator),
        columns: Int.random(in: 0...20, using: &generator),
        rows: Int.random(in: 0...8, using: &generator))
      canvas.inside(part) { drawAnything(on: &$0, using: &generator) }
      let frame = canvas.frame
      for row in 0..<8 {
        #expect((0..<24).reduce(0) { $0 + frame[$1, row].width } == 24)
        for column in 0..<24 where !part.contains(column: column, row: row) {
          #expect(frame[column, row] == Cell("#", role: .dim))
        }
      }
    }
  }

  private func drawAnything(on canvas: inout Canvas, using generator: inout SeededGenerator) {
    for _ in 0..<20 {
      let column = Int.random(in: -6...24, using: &generator)
      let row = Int.random(in: -2...9, using: &generator)
      let text = SafeText(randomText(length: 12, using: &generator))
      switch Int.random(in: 0...6, using: &generator) {
      case 0: canvas.write(text, at: column, row, role: .actor)
      case 1: canvas.write(text, at: column, row, limit: 7, alignment: .trailing)
      case 2: canvas.box(title: text, note: text, focused: true)
      case 3: canvas.write(WrappedText(text, width: 9), at: column, row, role: .hit)
      case 4: canvas.sparkline([1, nil, 3, .nan, 9], at: column, row)
      case 5: canvas.bar(0.4, at: column, row, columns: 9)
      default: canvas.paint(.error, columns: column..<column + 4, row: row)
      }
    }
  }

  @Test("draws boxes with a title and a note, and tells where there is room inside")
  func box() {
    var canvas = canvas(22, 3)
    let inner = canvas.box(title: "News", note: "3 of 57")
    canvas.write("text", at: inner.column, inner.row)
    #expect(
      canvas.frame.plain == """
        ┌─ News ─── 3 of 57 ─┐
        │text                │
        └────────────────────┘
        """)
  }

  @Test("draws the focused box with other lines, not only in another role")
  func focus() {
    var canvas = canvas(8, 2)
    canvas.box(title: "News", focused: true)
    #expect(canvas.frame.plain == "╔═ N… ═╗\n╚══════╝")
  }

  @Test("keeps to ASCII if asked, letters included")
  func ascii() {
    var canvas = canvas(18, 3, asciiOnly: true)
    canvas.box(title: "Łódź — 漢")
    canvas.write("“…” ├→█ ␛ e\u{301}t\u{20DD}", at: 1, 1)
    canvas.bar(0.5, at: 14, 1, columns: 2)
    #expect(canvas.frame.plain.utf8.allSatisfy { $0 < 0x80 })
    #expect(
      canvas.frame.plain == """
        +- Lodz - ?  ----+
        |"~" +># ^ et #. |
        +----------------+
        """)
  }

  @Test("draws values as blocks, and a gap where there is none")
  func sparkline() {
    var canvas = canvas(8)
    canvas.sparkline([99, 0, 1, nil, 4, 8], at: 0, 0, limit: 5, scale: 0...8)
    #expect(canvas.frame.plain == "▁▂ ▅█")
  }

  @Test(
    "draws a bar that is empty only at 0 and full only at 1",
    arguments: [
      (0, "····"), (0.001, "▏···"), (0.5, "██··"), (0.53, "██▏·"), (0.999, "███▉"), (1, "████"),
      (7, "████"), (-1, "····"),
    ] as [(Double, String)])
  func bar(_ fraction: Double, _ shown: String) {
    var canvas = canvas(4)
    canvas.bar(fraction, at: 0, 0, columns: 4)
    #expect(canvas.frame.plain == shown)
  }

  @Test("places the cursor in its own coordinates, never outside")
  func cursor() {
    var canvas = canvas(10, 4)
    canvas.inside(Rectangle(column: 2, row: 1, columns: 3, rows: 2)) { part in
      part.placeCursor(column: 1, row: 1)
    }
    #expect(canvas.frame.cursor! == (3, 2))
    canvas.inside(Rectangle(column: 2, row: 1, columns: 3, rows: 2)) { part in
      part.placeCursor(column: 3, row: 0)
    }
    #expect(canvas.frame.cursor == nil)
  }
}
