import Testing

@testable import Intake

@Suite("Scrubbing characters")
struct TextScrubberTests {
  private func scrubbed(_ text: String) -> String {
    String(decoding: TextScrubber.scrub(Array(text.utf8)), as: UTF8.self)
  }

  @Test(
    "makes the characters of a line plain",
    arguments: [
      ("Velm\u{A0}–\u{202F}8\u{2009}km", "Velm – 8 km"),
      ("sol\u{AD}diers at the bor\u{200B}der\u{FEFF}", "soldiers at the border"),
      ("a\u{202E}b\u{2066}c\u{200F}d\u{61C}e\u{E0041}f", "abcdef"),
      ("a\u{0}b\u{7}c\u{1B}[31md\u{7F}e\u{9B}f", "abc[31mdef"),
      ("one\ttwo", "one\ttwo"),
      ("  \t one \u{A0} ", "one"),
      (
        "ﬁnal ﬂight, naïve, “quoted”, 中文, 😀, Ελλάδα", "final flight, naïve, “quoted”, 中文, 😀, Ελλάδα"
      ),
      ("", ""),
      ("\u{A0}\u{200B}", ""),
    ])
  func makesPlain(_ line: String, _ expected: String) {
    #expect(scrubbed(line) == expected + "\n")
  }

  @Test("ends lines with line feeds, however they ended")
  func endsLines() {
    let ends = ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}"]
    for end in ends { #expect(scrubbed("a \(end) b") == "a\nb\n", "\(Array(end.utf8))") }
    #expect(scrubbed("a\r\n\r\nb") == "a\n\nb\n")
  }

  @Test("leaves no control character of any text", arguments: 0..<40)
  func leavesNoControl(_ seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let text = String(
      String.UnicodeScalarView(
        (0..<400).compactMap { _ in
          Unicode.Scalar(random.next(below: [0x100, 0x3000, 0x11_0000][random.next(below: 3)]))
        }))
    let bad = scrubbed(text).unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
    }
    #expect(bad.isEmpty)
  }
}
