import Testing

@testable import Intake

/// What looks at eight bytes at once must see what a loop over single bytes sees.
@Suite("Runs of bytes")
struct ByteRunsTests {
  /// Texts of all lengths around eight, over bytes on the edges of every class.
  static let texts: [[UInt8]] = {
    let edges: [UInt8] = [
      0x00, 0x09, 0x0A, 0x1F, 0x20, 0x20, 0x21, 0x2F, 0x30, 0x39, 0x3A, 0x40, 0x41, 0x5A, 0x5B,
      0x60, 0x61, 0x7A, 0x7B, 0x7E, 0x7F, 0x80, 0xC2, 0xFF,
    ]
    var random = SeededRandom(seed: 8)
    return (0..<400).map { index in
      (0..<index % 40).map { _ in random.element(of: edges) }
    } + edges.map { [UInt8](repeating: $0, count: 19) }
  }()

  @Test("of printable ASCII end where the first other byte stands", arguments: texts)
  func plain(_ text: [UInt8]) {
    for start in 0...text.count {
      let expected = text[start...].firstIndex { $0 < 0x20 || $0 > 0x7E } ?? text.count
      #expect(text.withUnsafeBufferPointer { ByteRuns.endOfPlain(in: $0, from: start) } == expected)
    }
  }

  @Test("begin words where a word or a mark begins", arguments: texts)
  func wordStarts(_ text: [UInt8]) {
    let expected = text.indices.filter { place in
      text[place] != 0x20 && !(text[place].isWord && place > 0 && text[place - 1].isWord)
    }
    var found: [Int] = []
    text.withUnsafeBufferPointer { ByteRuns.forEachWordStart(in: $0) { found.append($0) } }
    #expect(found == expected)
  }

  @Test("have as many words as blanks part", arguments: texts)
  func words(_ text: [UInt8]) {
    let expected = text.split { $0 == 0x20 || $0 == 0x09 }.count
    #expect(text.withUnsafeBufferPointer { ByteRuns.countWords(in: $0) } == expected)
  }

  @Test("are folded as single bytes are", arguments: texts)
  func folding(_ text: [UInt8]) {
    let ascii = text.filter { $0 < 0x80 }
    var expected: [UInt8] = []
    for byte in ascii {
      let isBlank = byte == 0x20 || byte == 0x09
      if isBlank, expected.last == 0x20 { continue }
      expected.append(isBlank ? 0x20 : (0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    #expect(Folding.fold(ascii[...]) == expected)
  }

  @Test("find a byte, or nothing behind the end", arguments: texts)
  func first(_ text: [UInt8]) {
    for start in 0...text.count + 1 {
      let expected = text.dropFirst(start).firstIndex(of: 0x0A)
      #expect(
        text.withUnsafeBufferPointer { ByteRuns.first(0x0A, in: $0, from: start) } == expected)
    }
  }
}
