import Glibc
import Terminal
import Testing

@Suite("Wrapped text")
struct WrappedTextTests {
  private func lines(_ raw: String, _ width: Columns) -> [String] {
    let text = WrappedText(SafeText(raw), width: width)
    return text.lines.map { text.text.string.slice($0.shown) }
  }

  @Test(
    "breaks after blanks, after hyphens between letters, and cuts long words",
    arguments: [
      ("one two three", 8, ["one two", "three"]),
      ("one two", 7, ["one two"]),
      ("one  two", 4, ["one", "two"]),
      ("cease-fire holds", 8, ["cease-", "fire", "holds"]),
      ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
      ("to abcdefghij", 6, ["to", "abcdef", "ghij"]),
      ("a\n\nb\n", 9, ["a", "", "b", ""]),
      ("漢字かな交じり", 4, ["漢字", "かな", "交じ", "り"]),
      ("漢字。です", 4, ["漢", "字。", "です"]),
      ("", 5, [""]), ("  in", 9, ["  in"]), ("5-4 3-2", 4, ["5-4", "3-2"]),
      ("word   ", 4, ["word"]), ("漢", 1, ["漢"]),
    ] as [(String, Int, [String])])
  func breaks(_ raw: String, _ width: Int, _ expected: [String]) {
    #expect(lines(raw, Columns(width)) == expected)
  }

  @Test("never makes a line wider than its width, and loses no byte")
  func properties() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      let raw = randomText(length: Int.random(in: 0...120, using: &generator), using: &generator)
      let width = Columns(Int.random(in: 1...40, using: &generator))
      let text = WrappedText(SafeText(raw), width: width)
      #expect(text.lines.allSatisfy { $0.columns <= width })
      #expect(text.lines.first?.source.lowerBound == 0)
      #expect(text.lines.last?.source.upperBound == raw.utf8.count)
      for (line, next) in zip(text.lines, text.lines.dropFirst()) {
        #expect(line.source.upperBound == next.source.lowerBound)
      }
    }
  }

  @Test("draws exactly the columns that it says")
  func drawnWidth() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<200 {
      let raw = randomText(length: 80, using: &generator)
      let text = WrappedText(SafeText(raw), width: 20)
      var canvas = Canvas(size: Size(columns: 30, rows: text.lines.count))
      canvas.fill(with: "#", role: .text)
      canvas.write(text)
      for (row, line) in text.lines.enumerated() {
        let rest = line.columns.count..<30
        #expect(rest.allSatisfy { canvas.cell(column: $0, row: row)?.symbol.string == "#" })
      }
    }
  }

  @Test("says where a span of the source is shown")
  func spans() {
    let raw = "The \u{202E}minister of\tRuritania warned “again”."
    let text = WrappedText(SafeText(raw), width: 12)
    for word in ["minister", "Ruritania", "warned", "“again”"] {
      let span = raw.utf8Range(of: word)
      let index = text.line(ofSource: span.lowerBound)
      let columns = text.columns(ofSource: span, line: index)
      var canvas = Canvas(size: Size(columns: 12, rows: text.lines.count))
      canvas.write(text, highlights: [Highlight(source: span, role: .actor)])
      let painted = (0..<12).filter { canvas.cell(column: $0, row: index)?.role == .actor }
      #expect(painted == columns.map { Array($0) })
      #expect(
        painted.compactMap { canvas.cell(column: $0, row: index)?.symbol.string }.joined() == word)
    }
  }

  @Test("a mark alone is shown where its letter is")
  func mark() {
    let raw = "caf" + "e\u{301}" + " au lait"
    let text = WrappedText(SafeText(raw), width: 20)
    #expect(text.columns(ofSource: 4..<6, line: 0) == 3..<4)
    #expect(text.columns(ofSource: 4..<9, line: 0) == 3..<7)
  }

  @Test("expands tabs to stops of eight columns")
  func tabs() {
    let text = WrappedText("a\tb\tc", width: 40)
    var canvas = Canvas(size: Size(columns: 20, rows: 1))
    canvas.write(text)
    #expect(canvas.frame.plain == "a       b       c")
  }

  @Test("takes time in proportion to the text, also for one long word or one long line")
  func linear() {
    func time(_ raw: String) -> Int {
      let text = SafeText(raw)
      return (0..<3).map { _ in cpuTime { _ = WrappedText(text, width: 78) } }.min()!
    }
    for piece in ["w", "word ", "漢", "e\u{301}", "-a", "\t"] {
      let short = time(String(repeating: piece, count: 5_000))
      let long = time(String(repeating: piece, count: 50_000))
      #expect(long < short * 40, "ten times \(piece) took \(long / short) times as long")
    }
  }

  /// Of this thread, in nanoseconds: other tests run at the same time.
  private func cpuTime(_ work: () -> Void) -> Int {
    func now() -> Int {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
    let start = now()
    work()
    return now() - start
  }
}
