import Terminal
import Testing

@Suite("What a terminal sends")
struct InputDecoderTests {
  private func inputs(_ text: String) -> [Input] {
    var decoder = InputDecoder()
    return decoder.decode(text.utf8) + decoder.flush()
  }

  @Test(
    "is read as keys",
    arguments: [
      ("aé漢😀", "aé漢😀"), ("\r\n", "⏎⏎"), ("\t\u{1B}[Z", "<Tab><S-Tab>"), ("\u{7F}\u{8}", "<BS><BS>"),
      ("\u{3}\u{1A}\u{1C}", "<C-c><C-z><C-\\>"), ("\u{0}", "<C-@>"), ("\u{1B}", "<Esc>"),
      ("\u{1B}\u{1B}\u{1B}", "<Esc><Esc><Esc>"), ("\u{1B}x\u{1B}é", "<A-x><A-é>"),
      ("\u{1B}[A\u{1B}OB\u{1B}[1;5C\u{1B}[D", "<Up><Down><Right><Left>"),
      ("\u{1B}[H\u{1B}[4~\u{1B}[1~\u{1B}OF", "<Home><End><Home><End>"),
      ("\u{1B}[5~\u{1B}[6;5~\u{1B}[3~", "<PgUp><PgDn><Del>"),
      ("\u{1B}OP\u{1B}[15~\u{1B}[24~\u{1B}[[B\u{1B}[1;2S", "<F1><F5><F12><F2><F4>"),
      ("\u{1B}[", "<A-[>"), ("\u{1B}O", "<A-O>"), ("\u{1B}]", "<A-]>"),
    ])
  func keys(_ sent: String, _ keys: String) throws {
    let expected = try KeyNotation.inputs(keys)
    #expect(inputs(sent) == expected)
  }

  @Test(
    "is left out if it is a reply, a report or a broken sequence",
    arguments: [
      "\u{1B}]11;rgb:ffff/0000/0000\u{1B}\\", "\u{1B}]0;title\u{7}", "\u{1B}[?62;c", "\u{1B}[3;4R",
      "\u{1B}P1+r616263\u{1B}\\", "\u{1B}[I\u{1B}[O", "\u{1B}[9999~", "\u{1B}[27;5;9~",
      "\u{1B}[97;5u",
      "\u{1B}[<0;1;1m", "\u{1B}[<35;4;4M", "\u{1B}[<1;2M", "\u{1B}[2026;2$y", "\u{1B}[12;",
      "\u{1B}_G1\u{1B}\\",
      "\u{1B}[<99999999999;1;1M", "\u{1B}[8;24;80t", "\u{9B}",
    ])
  func ignores(_ sent: String) {
    #expect(inputs(sent) == [])
    #expect(inputs(sent + "j").last == .key(.character("j")) || sent.hasSuffix(";"))
  }

  @Test("is read by the terminal's own table first, the longest sequence winning")
  func ownSequences() {
    var decoder = InputDecoder(sequences: [
      Array("\u{1B}[11^".utf8): .function(13), Array("\u{1B}[11".utf8): .function(20),
    ])
    #expect(decoder.decode("\u{1B}[11^\u{1B}[A".utf8) == [.key(.function(13)), .key(.up)])
  }

  @Test("shows a run of bytes that are no UTF-8 as one character")
  func brokenUTF8() {
    let replaced = Input.key(.character("\u{FFFD}"))
    for bytes in [[0xFF, 0xFE], [0x80, 0xBF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xE2, 0x82]] {
      var decoder = InputDecoder()
      let inputs = decoder.decode((bytes + [0x71]).map { UInt8($0) }) + decoder.flush()
      #expect(inputs == [replaced, .key(.character("q"))])
    }
  }

  @Test("means the same in whatever pieces it comes")
  func pieces() {
    let sent = Array(
      "a\u{1B}[A\u{1B}[200~p\u{1B}asted\r\u{1B}[201~é漢\u{1B}]11;x\u{1B}\\\u{1B}[<0;3;4Mz".utf8)
    var whole = InputDecoder()
    let expected = whole.decode(sent)
    #expect(expected.count == 7)
    for size in 1...5 {
      var decoder = InputDecoder()
      var found: [Input] = []
      for start in stride(from: 0, to: sent.count, by: size) {
        found += decoder.decode(sent[start..<min(sent.count, start + size)])
      }
      #expect(found == expected)
      #expect(decoder.patience == nil)
    }
  }

  @Test("waits for the rest of an escape sequence, but not for long")
  func patience() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0x1B]) == [])
    #expect(decoder.patience == InputDecoder.escapeDelay)
    #expect(decoder.flush() == [.key(.escape)])
    #expect(decoder.patience == nil)
  }

  @Test("is text, not commands, when it is pasted")
  func paste() {
    let text = "q\r:quit\r\u{3} drop table\u{1B}[A"
    #expect(inputs("\u{1B}[200~\(text)\u{1B}[201~j") == [.paste(text), .key(.character("j"))])
  }

  @Test("stays pasted text behind an end mark that was pasted, too")
  func pasteBreakout() {
    let sent = "\u{1B}[200~harmless\u{1B}[201~:quit\r\u{1B}[201~"
    #expect(inputs(sent) == [.paste("harmless:quit\r")])
    let two = "\u{1B}[200~one\u{1B}[201~j\u{1B}[200~two\u{1B}[201~"
    #expect(inputs(two) == [.paste("one"), .key(.character("j")), .paste("two")])
  }

  @Test("is cut if a paste is huge, and ends if its end never comes")
  func hugePaste() {
    let sent = "\u{1B}[200~" + String(repeating: "x", count: 200_000)
    #expect(inputs(sent) == [.paste(String(repeating: "x", count: InputDecoder.pasteLimit))])
  }

  @Test("is a click, a double click or the wheel")
  func mouse() {
    var decoder = InputDecoder()
    func mouse(_ gesture: Mouse.Gesture, _ column: Int, _ row: Int) -> [Input] {
      [.mouse(Mouse(gesture: gesture, column: column, row: row))]
    }
    let press = Array("\u{1B}[<0;3;4M\u{1B}[<0;3;4m".utf8)
    #expect(decoder.decode(press, at: 0) == mouse(.press, 2, 3))
    #expect(decoder.decode(press, at: 300) == mouse(.doubleClick, 2, 3))
    #expect(decoder.decode(press, at: 400) == mouse(.press, 2, 3))
    #expect(decoder.decode(press, at: 2000) == mouse(.press, 2, 3))
    #expect(decoder.decode("\u{1B}[<64;9999;1M".utf8) == mouse(.wheelUp, 9998, 0))
    #expect(decoder.decode("\u{1B}[<69;1;2M".utf8) == mouse(.wheelDown, 0, 1))
    #expect(decoder.decode("\u{1B}[M !!".utf8) == mouse(.press, 0, 0))
  }

  @Test("never stops the reader, whatever it is")
  func fuzz() {
    let pieces =
      [
        "\u{1B}[", "\u{1B}]11;x", "\u{1B}\\", "\u{1B}[<0;1;1M", "\u{1B}[M!!!", "\u{1B}O",
        "\u{1B}[200~",
        "\u{1B}[201~", "\u{1B}", "j", "é", "漢", "\u{0}", "\u{18}", "\u{7}", ";", "1", "~", "[", "<",
      ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x82], [0x80]]
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      var decoder = InputDecoder()
      for _ in 0..<60 {
        _ = decoder.decode(pieces.randomElement(using: &generator)!)
        if Int.random(in: 0...9, using: &generator) == 0 { _ = decoder.flush() }
      }
      _ = decoder.flush()
      _ = decoder.flush()
      #expect(decoder.patience == nil)
      #expect(decoder.decode([0x6A]) == [.key(.character("j"))])
    }
  }
}
