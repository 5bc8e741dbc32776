import Glibc

/// Reads JSON values from bytes (RFC 8259), from left to right, once.
struct JSONScanner {
  /// How deep values may nest: articles are flat, and recursion has an end.
  static let maximalDepth = 64

  private let bytes: [UInt8]
  private var index = 0
  /// The first quotation mark from some place before ``index`` on, or the end.
  private var nextQuote = -1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  func failure(_ problem: JSONProblem) -> JSONLine.Failure {
    JSONLine.Failure(column: index + 1, problem: index < bytes.count ? problem : .truncated)
  }

  mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || (0x09...0x0D).contains(byte) { index += 1 }
  }

  mutating func value(depth: Int) throws(JSONLine.Failure) -> JSONLine.Value {
    guard depth <= Self.maximalDepth else { throw failure(.tooDeep) }
    skipBlanks()
    switch peek {
    case UInt8(ascii: "{"): return .object(try members(depth: depth))
    case UInt8(ascii: "["): return .array(try elements(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool)
    case UInt8(ascii: "f"): return try literal("false", .bool)
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func members(depth: Int) throws(JSONLine.Failure) -> [JSONLine.Member] {
    var members: [JSONLine.Member] = []
    index += 1
    skipBlanks()
    if take(UInt8(ascii: "}")) { return members }
    // An article has about as many fields; what is nested in it is seldom an object.
    if depth == 0 { members.reserveCapacity(16) }
    repeat {
      skipBlanks()
      guard peek == UInt8(ascii: "\"") else { throw failure(.badString) }
      let name = try string()
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw failure(.missingColon) }
      members.append(.init(name: name, value: try value(depth: depth + 1)))
      skipBlanks()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw failure(.missingComma) }
    return members
  }

  private mutating func elements(depth: Int) throws(JSONLine.Failure) -> [JSONLine.Value] {
    var elements: [JSONLine.Value] = []
    index += 1
    skipBlanks()
    if take(UInt8(ascii: "]")) { return elements }
    repeat {
      elements.append(try value(depth: depth + 1))
      skipBlanks()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw failure(.missingComma) }
    return elements
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  private mutating func literal(
    _ word: StaticString, _ value: JSONLine.Value
  ) throws(JSONLine.Failure) -> JSONLine.Value {
    for offset in 0..<word.utf8CodeUnitCount where !take(word.utf8Start[offset]) {
      throw failure(.badValue)
    }
    return value
  }

  private mutating func number() throws(JSONLine.Failure) -> [UInt8] {
    let start = index
    while let byte = peek, byte.isASCIIDigit || "+-.eE".utf8.contains(byte) { index += 1 }
    let digits = bytes[start..<index]
    guard digits.contains(where: \.isASCIIDigit), digits.first != UInt8(ascii: "+") else {
      index = start
      throw failure(.badValue)
    }
    return Array(digits)
  }

  private mutating func string() throws(JSONLine.Failure) -> [UInt8] {
    index += 1
    var text: [UInt8] = []
    while true {
      let start = index
      index = endOfRun(from: start)
      if text.isEmpty { text.reserveCapacity(nextQuote - start) }
      // The run ends where a byte was found, or where the bytes do.
      bytes.withUnsafeBufferPointer {
        text.append(contentsOf: UnsafeBufferPointer(rebasing: $0[start..<index]))
      }
      if take(UInt8(ascii: "\"")) { return text }
      guard take(UInt8(ascii: "\\")) else { throw failure(.truncated) }
      try escape(into: &text)
    }
  }

  /// The next quotation mark or backslash, or the end.
  private mutating func endOfRun(from start: Int) -> Int {
    if nextQuote < start { nextQuote = place(of: UInt8(ascii: "\""), in: start..<bytes.count) }
    return place(of: UInt8(ascii: "\\"), in: start..<nextQuote)
  }

  /// The upper bound when the byte is not there.
  private func place(of byte: UInt8, in range: Range<Int>) -> Int {
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return range.upperBound }
      return UnsafeRawPointer(found) - base
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONLine.Failure) {
    guard let byte = peek else { throw failure(.truncated) }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      index += 1
      text.append(contentsOf: String(try scalar()).utf8)
      return
    default: throw failure(.badString)
    }
    index += 1
  }

  /// What `\u` spells, with the second half of a pair where the first calls for it.
  private mutating func scalar() throws(JSONLine.Failure) -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    let after = index
    if first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
      let second = try unit()
      if (0xDC00...0xDFFF).contains(second) {
        let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        return Unicode.Scalar(value) ?? "\u{FFFD}"
      }
    }
    index = after
    return "\u{FFFD}"
  }

  private mutating func unit() throws(JSONLine.Failure) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = peek.flatMap(\.hexDigitValue) else { throw failure(.badString) }
      value = value << 4 | UInt16(digit)
      index += 1
    }
    return value
  }
}

extension UInt8 {
  /// 0 to 15; nil for what is no hexadecimal digit.
  fileprivate var hexDigitValue: UInt8? {
    if isASCIIDigit { return self - UInt8(ascii: "0") }
    let letter = self | 0x20
    return (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(letter) ? letter - 0x57 : nil
  }
}
