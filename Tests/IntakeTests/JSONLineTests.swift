import Testing

@testable import Intake

@Suite("A line of JSON")
struct JSONLineTests {
  private func value(_ json: String) throws -> JSONLine.Value? {
    try JSONLine(Array(json.utf8)).value(["v"])
  }

  @Test(
    "unescapes strings",
    arguments: [
      (#""a\"b\\c\/d""#, "a\"b\\c/d"),
      (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"),
      (#""\u00e9\u4e2d""#, "é中"),
      (#""\ud83d\ude00!""#, "😀!"),
      (#""\ud83d!""#, "\u{FFFD}!"),
      (#""\ud83d\u0041""#, "\u{FFFD}A"),
      (#""\ude00""#, "\u{FFFD}"),
      (#""Żółw""#, "Żółw"),
    ])
  func unescapes(_ json: String, _ expected: String) throws {
    #expect(try value("{\"v\":\(json)}") == .string(Array(expected.utf8)))
  }

  @Test("keeps the spelling of numbers")
  func keepsNumbers() throws {
    #expect(
      try value(#"{"v":-12345678901234567890.5e3}"#)
        == .number(Array("-12345678901234567890.5e3".utf8)))
  }

  @Test("reads nested values, booleans and blanks")
  func readsNested() throws {
    let array = try value(#" { "x" : { "y" : [ ] } , "v" : [ true , { } , null ] } "#)
    #expect(array == .array([.bool, .object([]), .null]))
  }

  @Test("lets the later of two members with one name count")
  func laterCounts() throws {
    #expect(try value(#"{"v":1,"V":2}"#) == .number([UInt8(ascii: "2")]))
  }

  @Test(
    "says where and why a line is no object",
    arguments: [
      ("[1]", 1, JSONProblem.notAnObject),
      ("\"text\"", 1, .notAnObject),
      (#"{"v" 1}"#, 6, .missingColon),
      (#"{"v":1 "w":2}"#, 8, .missingComma),
      (#"{"v":maybe}"#, 6, .badValue),
      (#"{"v":}"#, 6, .badValue),
      (#"{"v":tru}"#, 9, .badValue),
      (#"{"v":"\x"}"#, 8, .badString),
      (#"{"v":"\u00g0"}"#, 11, .badString),
      (#"{v:1}"#, 2, .badString),
      (#"{"v":"abc"#, 10, .truncated),
      (#"{"v":1"#, 7, .truncated),
      (#"{"v":1} {"v":2}"#, 9, .trailingText),
    ])
  func saysWhy(_ json: String, _ column: Int, _ problem: JSONProblem) {
    let failure = #expect(throws: JSONLine.Failure.self) { try JSONLine(Array(json.utf8)) }
    #expect(failure?.column == column)
    #expect(failure?.problem == problem)
  }

  @Test("refuses to nest without end")
  func refusesDepth() {
    let deep = "{\"v\":" + String(repeating: "[", count: 100_000)
    let failure = #expect(throws: JSONLine.Failure.self) { try JSONLine(Array(deep.utf8)) }
    #expect(failure?.problem == .tooDeep)
  }
}
