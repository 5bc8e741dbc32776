/// Writes integers and strings as few bytes: the columns that only brink reads.
///
/// Integers are zigzag LEB128, seven bits to a byte, the lowest first: −64…63 take one byte.
struct PackedWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value &<< 1) ^ Int64(value &>> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }
}

/// Reads what ``PackedWriter`` wrote; trusts nothing that it reads.
struct PackedReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ data: some Sequence<UInt8>) {
    bytes = Array(data)
  }

  var isAtEnd: Bool { position == bytes.count }

  /// - Throws: ``ArchiveError/corrupt(_:)`` at the end of the bytes, or for a number of more than
  ///   64 bits.
  mutating func integer() throws(ArchiveError) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count, shift < 64 {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 {
        return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
      }
      shift += 7
    }
    throw .corrupt("packed integer without an end")
  }

  /// How many things follow; each takes at least one byte, so a larger number is a lie.
  mutating func count() throws(ArchiveError) -> Int {
    let count = try integer()
    guard (0...(bytes.count - position)).contains(count) else {
      throw .corrupt("packed count \(count) beyond the end")
    }
    return count
  }

  mutating func string() throws(ArchiveError) -> String {
    let count = try count()
    defer { position += count }
    return String(decoding: bytes[position..<(position + count)], as: UTF8.self)
  }
}
