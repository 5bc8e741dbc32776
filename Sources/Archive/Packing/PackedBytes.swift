/// Writes integers and strings as few bytes: the columns that only brink reads.
///
/// Integers are zigzag LEB128, seven bits to a byte, the lowest first: −64…63 take one byte.
struct PackedWriter {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

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

  mutating func write(_ part: [UInt8]) {
    write(part.count)
    bytes += part
  }

  /// What is packed already.
  mutating func append(_ packed: [UInt8]) { bytes += packed }

  /// Each row as the distance from the one before.
  mutating func write(rows: [Int64]) {
    write(rows.count)
    var last: Int64 = 0
    for row in rows {
      write(Int(row &- last))
      last = row
    }
  }

  /// As a decimal fraction where it is one of few digits, as most numbers in texts and tables are;
  /// else bit by bit.
  mutating func write(_ value: Double) {
    for (digits, scale) in PackedDecimal.scales.enumerated() {
      let scaled = (value * scale).rounded()
      guard abs(scaled) < PackedDecimal.most, scaled / scale == value,
        scaled != 0 || value.sign == .plus
      else { continue }
      write(digits)
      return write(Int(scaled))
    }
    write(PackedDecimal.scales.count)
    write(Int(truncatingIfNeeded: Int64(bitPattern: value.bitPattern)))
  }
}

/// Numbers as decimal fractions: an integer, and how many of its digits stand behind the point.
private enum PackedDecimal {
  static let scales: [Double] = [1, 10, 100, 1000]
  /// Integers below it are exact.
  static let most = 0x1p53
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
    String(decoding: try part(), as: UTF8.self)
  }

  mutating func part() throws(ArchiveError) -> ArraySlice<UInt8> {
    let count = try count()
    defer { position += count }
    return bytes[position..<(position + count)]
  }

  mutating func rows() throws(ArchiveError) -> [Int64] {
    var rows: [Int64] = []
    var last: Int64 = 0
    for _ in 0..<(try count()) {
      last = last &+ Int64(try integer())
      rows.append(last)
    }
    return rows
  }

  mutating func real() throws(ArchiveError) -> Double {
    let digits = try integer()
    let value = try integer()
    let scales = PackedDecimal.scales
    if scales.indices.contains(digits) { return Double(value) / scales[digits] }
    guard digits == scales.count else { throw .corrupt("number with \(digits) digits") }
    return Double(bitPattern: UInt64(bitPattern: Int64(value)))
  }
}
