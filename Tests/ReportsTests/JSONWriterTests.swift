import EventData
import Foundation
import Testing

@testable import Reports

@Suite("Written JSON")
struct JSONWriterTests {
  private func json(_ fill: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(capacity: 0)
    fill(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(
    "escapes quotes, backslashes and control characters",
    arguments: [
      ("plain", #""plain""#), (#"a "b" \c"#, #""a \"b\" \\c""#), ("a\nb\tc\rd", #""a\nb\tc\rd""#),
      ("\u{0}\u{1}\u{1F}\u{7F}", #""\u0000\u0001\u001f\u007f""#),
      ("\u{8}\u{C}", #""\u0008\u000c""#),
      ("漢🕊️é", "\"漢🕊️é\""), ("\u{2028}\u{2029}\u{85}", "\"\u{2028}\u{2029}\u{85}\""), ("", #""""#),
      ("</script>", #""</script>""#),
    ])
  func escapes(_ text: String, _ expected: String) {
    #expect(json { $0.value(text) } == expected)
  }

  @Test("escapes a mark wherever it stands in texts of every length")
  func everyPlace() {
    for length in 0...40 {
      let plain = String(repeating: "a", count: length)
      #expect(json { $0.value(plain) } == "\"\(plain)\"")
      for place in 0..<length {
        let (head, tail) = (plain.prefix(place), plain.dropFirst(place + 1))
        #expect(json { $0.value(head + "\"" + tail) } == "\"\(head)\\\"\(tail)\"")
      }
    }
  }

  @Test("writes every stretch of a text as it would by itself")
  func stretches() {
    var bytes = Array(repeating: UInt8(ascii: "a"), count: 200)
    for mark in [0, 1, 63, 64, 127, 130, 131, 199] { bytes[mark] = UInt8(ascii: "\"") }
    bytes.withUnsafeBufferPointer { bytes in
      let text = EscapedText(bytes)
      for start in 0...bytes.count {
        for end in stride(from: start, through: bytes.count, by: 3) {
          let alone = String(decoding: bytes[start..<end], as: UTF8.self)
          #expect(json { $0.value(start..<end, of: text) } == json { $0.value(alone) })
        }
      }
    }
  }

  @Test("reads back as every scalar was")
  func everyScalar() throws {
    var scalars = String.UnicodeScalarView()
    let ranges: [ClosedRange<UInt32>] = [
      0...0x2FF, 0x2000...0x206F, 0xD7F0...0xD7FF, 0xE000...0xE010, 0xFFF0...0xFFFF,
      0x1F600...0x1F60F, 0x10FFF0...0x10FFFF,
    ]
    for value in ranges.joined() { scalars.append(Unicode.Scalar(value)!) }
    let text = String(scalars)
    let bytes = Array(json { writer in writer.array { $0.value(text) } }.utf8)
    #expect(!bytes.contains { $0 < 0x20 || $0 == 0x7F })
    let parsed = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String]
    #expect(parsed.map { Array($0[0].unicodeScalars) } == Array(text.unicodeScalars))
  }

  @Test(
    "holds no half of a surrogate pair, whatever bytes came in",
    arguments: [
      [0xED, 0xA0, 0x80], [0xED, 0xB0, 0x80], [0xF0, 0x9F, 0x95], [0xFF, 0xFE], [0xC0, 0x80],
      [0x61, 0xE2, 0x80],
    ] as [[UInt8]])
  func surrogates(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    var writer = JSONWriter(capacity: 0)
    writer.array { $0.value(text) }
    #expect(String(validating: writer.bytes, as: UTF8.self) != nil)
    let parsed = try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String]
    #expect(parsed == [text])
  }

  @Test(
    "writes numbers as JSON has them",
    arguments: [
      (12, "12"), (-10, "-10"), (0.5, "0.5"), (-7.2, "-7.2"), (0, "0"), (127_000, "127000"),
      (1.5e9, "1500000000"), (.nan, "null"), (.infinity, "null"), (-.infinity, "null"),
    ] as [(Double, String)])
  func numbers(_ number: Double, _ expected: String) {
    #expect(json { $0.value(number) } == expected)
  }

  @Test("writes whole numbers of every length")
  func wholeNumbers() {
    var numbers = [Int.max, Int.min]
    var power = 1
    for _ in 0..<18 {
      numbers += [power - 1, power, power + 1, -power, 1 - power]
      power *= 10
    }
    for number in numbers { #expect(json { $0.value(number) } == String(number)) }
  }

  @Test("writes numbers of few decimals in their shortest form")
  func decimals() {
    for whole in [0, 1, 7, 48, 179, 1_234_567] {
      for rest in ["1", "05", "001", "4501", "00001", "99999", "123456"] {
        for sign in ["", "-"] {
          let text = "\(sign)\(whole).\(rest)"
          #expect(json { $0.value(Double(text)!) } == text)
        }
      }
    }
  }

  @Test(
    "writes numbers that come back the same", arguments: [1e16, 1e300, 2.5e-308, 0.1, -1.0 / 3])
  func extremes(_ number: Double) throws {
    let text = json { writer in writer.array { $0.value(number) } }
    let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [Double]
    #expect(parsed == [number])
  }

  @Test("puts commas between members and nowhere else")
  func commas() {
    let text = json { writer in
      writer.object { writer in
        writer.key("a")
        writer.array { _ in }
        writer.member("b", nil)
        writer.key("c")
        writer.array { writer in
          writer.value(1)
          writer.object { _ in }
          writer.value(true)
          writer.array { $0.value(2) }
        }
        writer.member("d", "e")
      }
    }
    #expect(text == #"{"a":[],"b":null,"c":[1,{},true,[2]],"d":"e"}"#)
  }
}
