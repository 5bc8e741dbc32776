import Terminal
import Testing

@Suite("Safe text")
struct SafeTextTests {
  @Test(
    "shows control characters and takes none for a command",
    arguments: [
      ("a\u{1B}[2Jb", "a␛[2Jb"), ("bell\u{7}", "bell␇"), ("x\u{7F}", "x␡"), ("\u{0}", "␀"),
      ("\u{9B}31m", "␦31m"), ("\u{9D}0;title\u{9C}", "␦0;title␦"),
      ("true\rfalse", "true␍false"), ("one\r\ntwo", "one\ntwo"), ("a\tb\nc", "a\tb\nc"),
      ("\u{1B}]8;;http://x\u{7}link", "␛]8;;http://x␇link"),
      ("line\u{2028}separator", "line separator"),
    ])
  func showsControls(_ raw: String, _ shown: String) {
    #expect(SafeText(raw).string == shown)
  }

  @Test("writes controls with a caret where only ASCII is known")
  func caretNotation() {
    #expect(displaySafe("a\u{1B}[2J\u{7F}\u{9B}", asciiOnly: true) == "a^[[2J^??")
  }

  @Test(
    "leaves out and counts what hides or reorders text",
    arguments: [
      ("user \u{202E}txt.exe", "user txt.exe", 1), ("a\u{2066}b\u{2069}", "ab", 2),
      ("\u{200B}\u{FEFF}\u{AD}\u{2060}x", "x", 4), ("a\u{E0041}\u{E0042}", "a", 2),
      ("\u{61C}\u{200E}\u{200F}", "", 3), ("\u{3164}z", "z", 1),
    ])
  func hidden(_ raw: String, _ shown: String, _ count: Int) {
    let text = SafeText(raw)
    #expect(text.string == shown)
    #expect(text.hiddenCount == count)
  }

  @Test(
    "reduces what terminals disagree about",
    arguments: [
      ("⚠\u{FE0F} ❤\u{FE0F}", "⚠ ❤"), ("👨‍👩‍👧‍👦!", "👨!"), ("👍🏽", "👍"), ("🇺🇦🇸🇪", "UASE"),
      ("🏳\u{FE0F}‍🌈", "🏳"), ("\u{E0B0}\u{F111}", "??"), ("\u{FFFE}\u{10FFFF}", "��"),
      ("\u{301}abc", "◌\u{301}abc"), ("x\n\u{301}", "x\n◌\u{301}"),
    ])
  func reduces(_ raw: String, _ shown: String) {
    let text = SafeText(raw)
    #expect(Array(text.string.unicodeScalars) == Array(shown.unicodeScalars))
    #expect(text.hiddenCount == 0)
  }

  @Test("keeps at most four marks on a base")
  func fewMarks() {
    let text = SafeText("Z" + String(repeating: "\u{300}", count: 60) + "a\u{301}")
    #expect(text.string.unicodeScalars.count == 7)
    #expect(text.hiddenCount == 56)
    #expect(text.columns == 2)
  }

  @Test("leaves text that is fine as it was, accents and all")
  func keepsText() {
    let raw = "“Łódź” — naïve Москва 漢字 ¿qué? 5 €\tשלום\n한국어 क्ष น้ำ ½"
    #expect(SafeText(raw).string == raw)
  }

  @Test("cleans literals and interpolations as well")
  func literals() {
    let outlet = "The \u{1B}]0;Times\u{7}"
    let text: SafeText = "by \(outlet)"
    #expect(text.string == "by The ␛]0;Times␇")
  }

  @Test("holds no scalar that a terminal might obey, whatever it was made from")
  func neverDangerous() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<500 {
      let text = SafeText(randomText(length: 60, using: &generator))
      #expect(!text.string.unicodeScalars.contains(where: isDangerous))
      #expect(SafeText(text.string).string == text.string)
    }
    // All that is assigned, and pieces of the planes that are not.
    let starts =
      Array(stride(from: UInt32(0), to: 0x32000, by: 64))
      + stride(from: UInt32(0xE0000), to: 0xE0200, by: 64)
      + stride(from: UInt32(0x32000), to: 0x110000, by: 0xFC0)
    let dangerous = starts.filter { start in
      var raw = ""
      raw.unicodeScalars.append(contentsOf: (start..<start + 64).compactMap(Unicode.Scalar.init))
      return SafeText(raw).string.unicodeScalars.contains(where: isDangerous)
    }
    #expect(dangerous == [])
  }

  private func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: scalar != "\n" && scalar != "\t"
    case .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: true
    default: scalar.properties.isNoncharacterCodePoint
    }
  }

  @Test("finds a span of the source again")
  func spans() {
    let raw = "a\u{1B}b\u{202E}cd 🇺🇦 end"
    let text = SafeText(raw)
    for word in ["a", "b", "cd", "🇺🇦", "end"] {
      let source = raw.utf8Range(of: word)
      let safe = text.safeRange(ofSource: source)
      #expect(text.string.slice(safe) == SafeText(word).string)
      #expect(text.sourceRange(ofSafe: safe) == source)
    }
    #expect(text.sourceCount == raw.utf8.count)
    #expect(text.safeRange(ofSource: raw.utf8Range(of: "\u{202E}")).isEmpty)
  }
}

extension String {
  /// Where a part stands first, in UTF-8 bytes.
  func utf8Range(of part: String) -> Range<Int> {
    let (whole, wanted) = (Array(utf8), Array(part.utf8))
    let start = (0...whole.count - wanted.count).first { whole[$0...].starts(with: wanted) }!
    return start..<start + wanted.count
  }

  func slice(_ range: Range<Int>) -> String {
    String(decoding: Array(utf8)[range], as: UTF8.self)
  }
}
