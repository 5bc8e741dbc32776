/// A 64-bit FNV-1a hash of a word's folded letters, fed a byte at a time.
struct WordHash: Hashable {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// Adds all bytes of a text as they are.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { for byte in $0 { add(byte) } }
  }

  /// Adds the folded form of the bytes of one word: lower case, no accents, straight
  /// apostrophes, no dots but between single letters.
  @inline(__always)
  mutating func addFolded(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      if byte < 0x80 {
        add(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        place += 1
      } else {
        let (scalar, length) = decode(bytes, place, range.upperBound)
        place += length
        if scalar == 0x2019 || scalar == 0x2018 || scalar == 0x02BC {
          add(0x27)
        } else if scalar == 0xAD || (0x300..<0x370).contains(scalar) {
          continue
        } else if let (first, second) = Folding.letters(of: scalar) {
          if first != 0x20 { add(first) }
          if second != 0x20 { add(second) }
        } else {
          for byte in bytes[place - length..<place] { add(byte) }
        }
      }
    }
  }
}

/// The scalar at a place and its length in bytes; a broken byte counts as itself.
@inline(__always)
func decode(
  _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ end: Int
) -> (scalar: UInt32, length: Int) {
  let first = UInt32(bytes[place])
  func tail(_ offset: Int) -> UInt32 { UInt32(bytes[place + offset]) & 0x3F }
  if first < 0x80 { return (first, 1) }
  if first >= 0xF0, place + 4 <= end {
    return ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  }
  if first >= 0xE0, first < 0xF0, place + 3 <= end {
    return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
  }
  if first >= 0xC0, first < 0xE0, place + 2 <= end { return ((first & 0x1F) << 6 | tail(1), 2) }
  return (first, 1)
}
