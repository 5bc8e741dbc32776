import Glibc

/// Searches through bytes that look at several of them at once.
enum ByteRuns {
  /// The first byte from a place on that is no printable ASCII character, or the end.
  static func endOfPlain(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var place = start
    while place &+ 8 <= bytes.count {
      let other = EightBytes.all & ~EightBytes(bytes, at: place).plain
      if other != 0 { return place &+ other.trailingZeroBitCount / 8 }
      place &+= 8
    }
    while place < bytes.count, bytes[place] >= 0x20, bytes[place] < 0x7F { place &+= 1 }
    return place
  }

  /// The first byte from a place on that is no ASCII, or the end.
  static func endOfASCII(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var place = start
    while place &+ 8 <= bytes.count {
      let foreign = EightBytes(bytes, at: place).foreign
      if foreign != 0 { return place &+ foreign.trailingZeroBitCount / 8 }
      place &+= 8
    }
    while place < bytes.count, bytes[place] < 0x80 { place &+= 1 }
    return place
  }

  /// Calls the body with every place that is no blank and does not lie inside a word.
  @inline(__always)
  static func forEachWordStart(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void
  ) {
    var place = 0
    var isInside = false
    while place &+ 8 <= bytes.count {
      let eight = EightBytes(bytes, at: place)
      let word = eight.word
      var starts =
        EightBytes.all & ~eight.equal(to: 0x20)
        & ~(word & EightBytes.next(word, before: isInside))
      while starts != 0 {
        body(place &+ starts.trailingZeroBitCount / 8)
        starts &= starts &- 1
      }
      isInside = EightBytes.hasLast(word)
      place &+= 8
    }
    while place < bytes.count {
      let isWord = bytes[place].isWord
      if bytes[place] != 0x20, !(isWord && isInside) { body(place) }
      isInside = isWord
      place &+= 1
    }
  }

  /// How many words blanks part.
  static func countWords(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var words = 0
    var place = 0
    var isBehindBlank = true
    while place &+ 8 <= bytes.count {
      let eight = EightBytes(bytes, at: place)
      let blank = eight.equal(to: 0x20) | eight.equal(to: 0x09)
      words &+= (~blank & EightBytes.next(blank, before: isBehindBlank)).nonzeroBitCount
      isBehindBlank = EightBytes.hasLast(blank)
      place &+= 8
    }
    while place < bytes.count {
      let isBlank = bytes[place] == 0x20 || bytes[place] == 0x09
      if isBehindBlank, !isBlank { words &+= 1 }
      isBehindBlank = isBlank
      place &+= 1
    }
    return words
  }

  /// The next byte of that value from a place on; nil when there is none.
  static func first(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard let base = bytes.baseAddress, start < bytes.count,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
