import Testing

@testable import Intake

@Suite("Decoding characters")
struct CharacterDecodingTests {
  private func decoded(_ bytes: [UInt8]) -> String {
    String(decoding: CharacterDecoding.utf8(from: bytes), as: UTF8.self)
  }

  /// UTF-16 without a mark.
  private func bytes(_ text: String, _ order: ByteOrder) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in text.utf16 {
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      bytes += order == .big ? pair : pair.reversed()
    }
    return bytes
  }

  @Test("leaves valid UTF-8 as it is")
  func leavesValid() {
    #expect(decoded(Array("Žižkov – 中文 – “naïve”".utf8)) == "Žižkov – 中文 – “naïve”")
  }

  @Test(
    "reads plain Windows-1252",
    arguments: [
      ([0x63, 0x61, 0x66, 0xE9], "café"),
      ([0x93, 0x59, 0x65, 0x73, 0x94, 0x20, 0x97, 0x20, 0x68, 0x65], "“Yes” — he"),
      ([0x4E, 0x61, 0xEF, 0x76, 0x65, 0x20, 0xE0, 0x20, 0x4F, 0x73, 0x6C, 0x6F], "Naïve à Oslo"),
      ([0x80, 0x35, 0x20, 0xA9, 0x20, 0x64, 0x92, 0x6F, 0x72, 0x85], "€5 © d’or…"),
    ] as [([UInt8], String)])
  func readsWindows(_ bytes: [UInt8], _ expected: String) {
    #expect(decoded(bytes) == expected)
  }

  @Test(
    "repairs broken UTF-8",
    arguments: [
      ([0x61, 0xE2, 0x82], "a\u{FFFD}"),
      ([0x61, 0xC3, 0xA9, 0xFF, 0x62], "aé\u{FFFD}b"),
      ([0x61, 0xC0, 0xAF, 0x62], "a\u{FFFD}\u{FFFD}b"),
      ([0x61, 0x81, 0x62], "a\u{FFFD}b"),
    ] as [([UInt8], String)])
  func repairs(_ bytes: [UInt8], _ expected: String) {
    #expect(decoded(bytes) == expected)
  }

  @Test("reads UTF-16 of both orders, and UTF-8 behind a mark")
  func readsMarks() {
    let text = "Velm: 中 😀\nThey met."
    let big = [0xFE, 0xFF] + bytes(text, .big)
    let little = [0xFF, 0xFE] + bytes(text, .little)
    let marked = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    let options = IntakeOptions(asIs: true)
    for bytes in [big, little, marked] {
      #expect(Outcome(reading: bytes, options: options).articles.map(\.text) == [text])
    }
    #expect(Outcome(reading: big).originals == [big])
  }

  @Test(
    "goes on behind bytes that mean nothing in the encoding that a page declares",
    arguments: [
      ("koi8", [0x61, 0x90, 0x8B, 0x62], "a\u{FFFD}\u{FFFD}b"),
      ("shift_jis", [0x61, 0xFF, 0x62, 0x81], "a\u{FFFD}b\u{FFFD}"),
      ("iso-8859-7", [0xD2, 0x61, 0xE1], "\u{FFFD}aα"),
    ] as [(String, [UInt8], String)])
  func goesOn(_ charset: String, _ bytes: [UInt8], _ expected: String) throws {
    let found = try CharacterDecoding.utf8(from: bytes, declared: Charset(named: charset))
    #expect(String(decoding: found, as: UTF8.self) == expected)
  }

  @Test("reads JSON Lines in UTF-16")
  func readsLinesInUTF16() {
    let lines = "{\"id\": \"1\", \"text\": \"One.\"}\r\n{\"id\": \"2\", \"text\": \"Two.\"}\r\n"
    let bytes = [0xFF, 0xFE] + bytes(lines, .little)
    #expect(Outcome(reading: bytes).articles.map(\.id) == ["1", "2"])
  }

  @Test("reports a file that holds nothing but a mark")
  func reportsMark() {
    #expect(Outcome(reading: [0xEF, 0xBB, 0xBF]).errors.map(\.reason) == [.noText])
    #expect(Outcome(reading: [0xFF, 0xFE]).errors.map(\.reason) == [.empty])
  }
}
