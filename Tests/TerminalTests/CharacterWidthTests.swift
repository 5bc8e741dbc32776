import Glibc
import Terminal
import Testing

@Suite("The width of a character")
struct CharacterWidthTests {
  @Test(
    "is 0 for marks and controls, 2 for wide ones, else 1",
    arguments: [
      ("a", 1), ("é", 1), ("ß", 1), ("Ж", 1), ("א", 1), ("—", 1), ("…", 1), ("“", 1), ("█", 1),
      ("│", 1), ("⚠", 1), ("❤", 1), ("\u{A0}", 1), ("\u{FFFD}", 1), ("\u{241B}", 1),
      ("漢", 2), ("か", 2), ("한", 2), ("！", 2), ("😀", 2), ("\u{3000}", 2), ("✅", 2),
      ("\u{301}", 0), ("\u{20E3}", 0), ("\u{200B}", 0), ("\u{FE0F}", 0), ("\u{1161}", 0),
      ("\u{0}", 0), ("\u{1B}", 0), ("\u{7F}", 0), ("\u{9B}", 0),
    ] as [(Unicode.Scalar, Int)])
  func knownWidths(_ scalar: Unicode.Scalar, _ columns: Int) {
    #expect(CharacterWidth.columns(of: scalar) == columns)
  }

  @Test("is 0, 1 or 2 for every scalar")
  func alwaysSmall() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let columns = CharacterWidth.columns(of: scalar)
      if !(0...2).contains(columns) { Issue.record("\(value) takes \(columns) columns") }
    }
  }

  @Test("sums up over a line, marks counting nothing")
  func sums() {
    #expect(CharacterWidth.columns(of: "ab漢e\u{301}") == 5)
  }

  /// ncurses asks the libc; where the two differ a `?` is shown, so they should rarely.
  @Test("agrees with the libc of this machine for all but a few hundred new characters")
  func agreesWithLibc() throws {
    typealias WidthFunction = @convention(c) (Int32) -> Int32
    let symbol = try #require(dlsym(nil, "wcwidth"), "this libc has no wcwidth")
    let wcwidth = unsafeBitCast(symbol, to: WidthFunction.self)
    let locale = try #require(
      newlocale(1 << LC_CTYPE, "C.UTF-8", nil), "this machine has no locale C.UTF-8")
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    var differing = 0
    for value in 0xA0...0x10FFFF {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let known = Int(wcwidth(Int32(value)))
      if known >= 0 && known != CharacterWidth.columns(of: scalar) { differing += 1 }
    }
    #expect(differing < 500)
  }
}
