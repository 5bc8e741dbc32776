/// A text of which many stretches are written, some of them several times: where it needs
/// escapes is looked up once.
struct EscapedText {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The places of the bytes that need an escape, in order.
  private var escapes: [Int] = []

  /// - Parameter bytes: UTF-8; must outlive this value.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    JSONEscape.forEach(in: bytes) { escapes.append($0) }
  }

  func write(_ span: Range<Int>, to buffer: inout ByteBuffer) {
    var start = span.lowerBound
    var next = firstEscape(from: start)
    while next < escapes.count, escapes[next] < span.upperBound {
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
    var low = 0
    var high = escapes.count
    while low < high {
      let middle = (low + high) / 2
      if escapes[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
