/// Writes JSON as UTF-8 bytes, without a model of it in memory.
struct JSONWriter: ~Copyable {
  private var buffer: ByteBuffer
  private var needsComma = false

  init(capacity: Int) {
    buffer = ByteBuffer(capacity: capacity)
  }

  var bytes: [UInt8] { buffer.bytes }

  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try buffer.withBytes(body)
  }

  mutating func endLine() {
    buffer.append(UInt8(ascii: "\n"))
    needsComma = false
  }

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

  @inline(__always)
  mutating func key(_ key: StaticString) {
    buffer.append(key: key, comma: needsComma)
    needsComma = false
  }

  mutating func value(_ value: String?) {
    separate()
    if let value { quote(value) } else { buffer.append(literal: "null") }
    needsComma = true
  }

  mutating func value(_ value: Int) {
    separate()
    buffer.append(value)
    needsComma = true
  }

  mutating func value(_ value: Bool) {
    separate()
    if value { buffer.append(literal: "true") } else { buffer.append(literal: "false") }
    needsComma = true
  }

  mutating func value(_ value: Double?) {
    guard let value else { return self.value(nil as String?) }
    self.value(value)
  }

  /// A number; a whole one without a fraction. Infinity and NaN have no form in JSON.
  mutating func value(_ value: Double) {
    separate()
    needsComma = true
    guard value.isFinite else { return buffer.append(literal: "null") }
    if value == value.rounded(), abs(value) < 1e15 { return buffer.append(Int(value)) }
    let scaled = (value * Self.scale).rounded()
    guard abs(scaled) < 1e15, scaled / Self.scale == value else {
      return buffer.append(String(value))
    }
    decimal(Int(scaled))
  }

  /// Coordinates and scores have few decimals: they need no search for the shortest form.
  private static let scale = 100_000.0

  /// - Parameter scaled: the number times ``scale``.
  private mutating func decimal(_ scaled: Int) {
    if scaled < 0 { buffer.append(UInt8(ascii: "-")) }
    let unit = Int(Self.scale)
    buffer.append(Int(scaled.magnitude) / unit)
    var rest = Int(scaled.magnitude) % unit
    guard rest > 0 else { return }
    buffer.append(UInt8(ascii: "."))
    var place = Int(Self.scale) / 10
    while rest > 0 {
      buffer.append(UInt8(ascii: "0") + UInt8(rest / place))
      rest %= place
      place /= 10
    }
  }

  @inline(__always)
  mutating func member(_ key: StaticString, _ text: String?) {
    self.key(key)
    value(text)
  }

  private mutating func separate() {
    if needsComma { buffer.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func quote(_ text: String) {
    // As a copy that may be made contiguous only where it is not.
    if text.utf8.withContiguousStorageIfAvailable({ quote($0) }) != nil { return }
    var text = text
    text.withUTF8 { quote($0) }
  }

  /// A stretch of a text whose escapes are known.
  mutating func value(_ span: Range<Int>, of text: EscapedText) {
    separate()
    buffer.append(UInt8(ascii: "\""))
    text.write(span, to: &buffer)
    buffer.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// `{"start":…,"end":…,"text":…}`, of which there are more than of anything else.
  mutating func mention(_ start: Int, _ end: Int, _ span: Range<Int>, of text: EscapedText) {
    separate()
    buffer.append(literal: "{\"start\":")
    buffer.append(start)
    buffer.append(literal: ",\"end\":")
    buffer.append(end)
    buffer.append(literal: ",\"text\":\"")
    text.write(span, to: &buffer)
    buffer.append(literal: "\"}")
    needsComma = true
  }

  /// `[start,end]`
  mutating func span(_ start: Int, _ end: Int) {
    separate()
    buffer.append(UInt8(ascii: "["))
    buffer.append(start)
    buffer.append(UInt8(ascii: ","))
    buffer.append(end)
    buffer.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Several of them with something between.
  mutating func value(
    joining spans: some Sequence<Range<Int>>, of text: EscapedText, by separator: StaticString
  ) {
    separate()
    buffer.append(UInt8(ascii: "\""))
    var isFirst = true
    for span in spans {
      if !isFirst { buffer.append(literal: separator) }
      isFirst = false
      text.write(span, to: &buffer)
    }
    buffer.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Runs that need no escape are copied as they are.
  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    if buffer.appendPlain(text) { return }
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
