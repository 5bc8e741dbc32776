/// Writes JSON as UTF-8 bytes, without a model of it in memory.
struct JSONWriter {
  private var buffer: ByteBuffer
  private var needsComma = false

  init(capacity: Int) {
    buffer = ByteBuffer(capacity: capacity)
  }

  var bytes: [UInt8] { buffer.bytes }

  /// What was written, not copied; the writer has nothing left.
  mutating func finish() -> [UInt8] { buffer.finish() }

  mutating func object(_ fill: (inout JSONWriter) -> Void) { enclose("{", "}", fill) }
  mutating func array(_ fill: (inout JSONWriter) -> Void) { enclose("[", "]", fill) }

  private mutating func enclose(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ fill: (inout JSONWriter) -> Void
  ) {
    separate()
    buffer.append(UInt8(ascii: open))
    needsComma = false
    fill(&self)
    buffer.append(UInt8(ascii: close))
    needsComma = true
  }

  mutating func key(_ key: StaticString) {
    let comma = needsComma ? 1 : 0
    let count = key.utf8CodeUnitCount
    buffer.write(atMost: count + 4) { place in
      place[0] = UInt8(ascii: ",")
      place[comma] = UInt8(ascii: "\"")
      (place + comma + 1).update(from: key.utf8Start, count: count)
      place[comma + count + 1] = UInt8(ascii: "\"")
      place[comma + count + 2] = UInt8(ascii: ":")
      return comma + count + 3
    }
    needsComma = false
  }

  mutating func value(_ value: String?) {
    separate()
    if let value { quote(value) } else { buffer.append("null") }
    needsComma = true
  }

  mutating func value(_ value: Int) {
    separate()
    buffer.append(value)
    needsComma = true
  }

  mutating func value(_ value: Bool) {
    separate()
    buffer.append(value ? "true" : "false")
    needsComma = true
  }

  /// A number; a whole one without a fraction. Infinity and NaN have no form in JSON.
  mutating func value(_ value: Double) {
    separate()
    if value == value.rounded(), abs(value) < 1e15 {
      buffer.append(Int(value))
    } else {
      buffer.append(value.isFinite ? String(value) : "null")
    }
    needsComma = true
  }

  /// A text given as UTF-8 bytes.
  mutating func value(utf8 text: ArraySlice<UInt8>) {
    separate()
    text.withUnsafeBufferPointer { quote($0) }
    needsComma = true
  }

  mutating func member(_ key: StaticString, _ text: String?) {
    self.key(key)
    value(text)
  }

  mutating func member(_ key: StaticString, utf8 text: ArraySlice<UInt8>) {
    self.key(key)
    value(utf8: text)
  }

  private mutating func separate() {
    if needsComma { buffer.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func quote(_ text: String) {
    var text = text
    text.withUTF8 { quote($0) }
  }

  /// Runs that need no escape are copied as they are.
  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    buffer.append(UInt8(ascii: "\""))
    var start = 0
    while true {
      let end = JSONEscape.endOfRun(in: text, from: start)
      buffer.append(UnsafeBufferPointer(rebasing: text[start..<end]))
      if end == text.count { break }
      buffer.append(JSONEscape.text(for: text[end]))
      start = end + 1
    }
    buffer.append(UInt8(ascii: "\""))
  }
}
