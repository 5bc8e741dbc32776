/// Bytes that are appended in small pieces.
///
/// An array asks at every append whether it is shared and has room; this asks once a piece.
struct ByteBuffer {
  /// What was appended, and room for more.
  private var storage: [UInt8]
  private var count = 0

  init(capacity: Int) {
    storage = Array(repeating: 0, count: max(capacity, 64))
  }

  var bytes: [UInt8] { Array(storage[..<count]) }

  /// What was appended, not copied; the buffer is empty then.
  mutating func finish() -> [UInt8] {
    var bytes: [UInt8] = []
    swap(&bytes, &storage)
    bytes.removeLast(bytes.count - count)
    count = 0
    return bytes
  }

  mutating func append(_ byte: UInt8) {
    write(atMost: 1) { place in
      place[0] = byte
      return 1
    }
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    write(atMost: bytes.count) { place in
      place.update(from: source, count: bytes.count)
      return bytes.count
    }
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  mutating func append(_ number: Int) {
    write(atMost: 20) { place in
      var rest = number.magnitude
      var length = 0
      repeat {
        place[length] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
        length += 1
      } while rest > 0
      if number < 0 {
        place[length] = UInt8(ascii: "-")
        length += 1
      }
      var digits = UnsafeMutableBufferPointer(start: place, count: length)
      digits.reverse()
      return length
    }
  }

  /// Lets the body write behind the end; it says how many bytes it wrote.
  @inline(__always)
  mutating func write(atMost limit: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    if storage.count - count < limit {
      storage.append(contentsOf: repeatElement(0, count: storage.count + limit))
    }
    let end = count
    count = storage.withUnsafeMutableBufferPointer { storage in
      storage.baseAddress.map { end + body($0 + end) } ?? end
    }
  }
}
