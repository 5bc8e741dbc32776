/// A 64-bit hash of a word's folded letters, fed a byte or eight at a time: eight are mixed by one
/// multiplication. What is behind it is that of wyhash.
struct WordHash {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// Bytes that are not mixed in yet, the first one lowest, and how many bits they have.
  private var rest: UInt64 = 0
  private var bits: UInt64 = 0

  /// Never 0, which stands for a mark.
  @inline(__always)
  var value: UInt64 {
    let value = Self.mix(state, rest)
    return value == 0 ? 1 : value
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) { add(UInt64(byte), 1) }

  /// Adds letters in lower case.
  @inline(__always)
  mutating func add(_ run: LetterRun) { add(run.folded, run.count) }

  /// Adds up to eight bytes, the first one lowest, with zeros behind them.
  @inline(__always)
  private mutating func add(_ bytes: UInt64, _ count: Int) {
    rest |= bytes &<< bits
    let filled = bits &+ UInt64(truncatingIfNeeded: count &* 8)
    if filled < 64 {
      bits = filled
    } else {
      state = Self.mix(state, rest)
      rest = bits == 0 ? 0 : bytes &>> (64 &- bits)
      bits = filled &- 64
    }
  }

  @inline(__always)
  private static func mix(_ state: UInt64, _ bytes: UInt64) -> UInt64 {
    let product = (state ^ bytes).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }

  /// Adds all bytes of a text as they are.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  @inline(__always)
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    var place = 0
    while place &+ 8 <= bytes.count {
      add(EightBytes.at(place, of: bytes), 8)
      place &+= 8
    }
    add(EightBytes.at(place, of: bytes), bytes.count &- place)
  }

  /// Adds the folded form of the bytes of one word: lower case, no accents, straight
  /// apostrophes, no dots but between single letters.
  @inline(__always)
  mutating func addFolded(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var place = range.lowerBound
    while place < range.upperBound {
      let run = LetterRun(bytes, place, before: range.upperBound)
      if run.count > 0 {
        add(run)
        place &+= run.count
        continue
      }
      let byte = bytes[place]
      if byte < 0x80 {
        add(byte)
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
