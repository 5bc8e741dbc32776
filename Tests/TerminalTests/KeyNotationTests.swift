import Terminal
import Testing

@Suite("Key notation")
struct KeyNotationTests {
  @Test(
    "names keys by characters, signs and names",
    arguments: [
      ("jj⏎", [.character("j"), .character("j"), .enter]),
      ("<Tab>⇥<S-Tab>", [.tab, .tab, .backTab]), ("<C-d><c-D>", [.control("d"), .control("d")]),
      ("⎋<Esc>", [.escape, .escape]), ("␣<Space> ", Array(repeating: .character(" "), count: 3)),
      ("<Down><PgDn><pageup>", [.down, .pageDown, .pageUp]),
      ("<F1><F12>", [.function(1), .function(12)]),
      ("<A-x><M-é>", [.alt("x"), .alt("é")]),
      ("<lt><gt><>", [.character("<"), .character(">"), .character("<"), .character(">")]),
      (
        "a < b",
        [.character("a"), .character(" "), .character("<"), .character(" "), .character("b")]
      ),
      ("<C-Space><C-lt>", [.control(" "), .control("<")]), ("/Łódź", "/Łódź".map(Key.character)),
    ] as [(String, [Key])])
  func parses(_ text: String, _ keys: [Key]) throws {
    #expect(try KeyNotation.keys(text) == keys)
    #expect(try KeyNotation.inputs(text) == keys.map(Input.key))
  }

  @Test(
    "says which name it does not know, and where",
    arguments: [("jj<Entre>", "<Entre>", 2), ("<C-abc>", "<C-abc>", 0), ("é<F99>", "<F99>", 1)])
  func unknownNames(_ text: String, _ name: String, _ offset: Int) {
    #expect(throws: KeyNotation.Problem(name: name, offset: offset)) {
      try KeyNotation.keys(text)
    }
  }

  @Test("prints every key as it reads it")
  func roundTrip() throws {
    let characters: [Character] = ["a", "Z", "?", "<", ">", " ", "-", "é", "漢", "/", "⏎", "\\"]
    var keys: [Key] = [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown,
    ]
    keys += characters.map(Key.character) + characters.map(Key.alt) + (1...24).map(Key.function)
    keys += "az\\]^_@ ".map(Key.control)
    for key in keys {
      #expect(try KeyNotation.keys(KeyNotation.notation(for: key)) == [key])
    }
    #expect(try KeyNotation.keys(keys.map(KeyNotation.notation).joined()) == keys)
  }
}
