/// A text of which many stretches are written, some of them several times: where it needs
/// escapes is looked up once.
struct EscapedText {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The places of the bytes that need an escape, in order, and the end.
  private var escapes: [Int] = []
  /// For every 64 bytes how many escapes stand before them.
  private var before: [Int32] = []

  /// - Parameter bytes: UTF-8; must outlive this value.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    before.reserveCapacity(bytes.count / 64 + 1)
    escapes.reserveCapacity(64)
    JSONEscape.forEach(in: bytes) { place in
      while before.count * 64 <= place { before.append(Int32(escapes.count)) }
      escapes.append(place)
    }
    while before.count * 64 <= bytes.count { before.append(Int32(escapes.count)) }
    escapes.append(bytes.count)
  }

  func write(_ span: Range<Int>, to buffer: inout ByteBuffer) {
    var start = span.lowerBound
    var next = firstEscape(from: start)
    while escapes[next] < span.upperBound {
      let place = escapes[next]
      buffer.append(UnsafeBufferPointer(rebasing: bytes[start..<place]))
      buffer.append(JSONEscape.text(for: bytes[place]))
      start = place + 1
      next += 1
    }
    buffer.append(UnsafeBufferPointer(rebasing: bytes[start..<span.upperBound]))
  }

  /// Which escape is the first one that does not stand before a place.
  private func firstEscape(from place: Int) -> Int {
    var next = Int(before[place / 64])
    while escapes[next] < place { next &+= 1 }
    return next
  }
}
