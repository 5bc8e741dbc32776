/// Text made comparable: what two writers may spell differently becomes one.
enum Folding {
  /// Lower-case ASCII letters, straight quotation marks, plain hyphens, single blanks.
  static func fold(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.withUnsafeBufferPointer { bytes in
      [UInt8](unsafeUninitializedCapacity: bytes.count) { folded, count in
        count = fold(bytes, into: folded)
      }
    }
  }

  /// Lends what the bytes are folded to, for a look that needs no array of its own.
  @inline(__always)
  static func withFolded<Result>(
    _ bytes: ArraySlice<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { folded in
        let count = fold(bytes, into: folded)
        return body(UnsafeBufferPointer(rebasing: folded[..<count]))
      }
    }
  }

  /// - Parameter folded: has room for as many bytes; none is folded into more than one.
  /// - Returns: How many bytes there are.
  private static func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, into folded: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    let lower = lower
    var index = 0
    var filled = 0
    while index < bytes.count {
      while index &+ 8 <= bytes.count {
        let eight = EightBytes(bytes, at: index)
        let blank = eight.equal(to: 0x20)
        let isAfterBlank = filled > 0 && folded[filled - 1] == 0x20
        guard eight.plain == EightBytes.all,
          blank & EightBytes.next(blank, before: isAfterBlank) == 0
        else { break }
        UnsafeMutableRawPointer(folded.baseAddress! + filled).storeBytes(
          of: eight.lowercased.littleEndian, as: UInt64.self)
        index &+= 8
        filled &+= 8
      }
      guard index < bytes.count else { break }
      let byte = bytes[index]
      index &+= 1
      if lower[Int(byte)] != 0 {
        folded[filled] = lower[Int(byte)]
      } else if byte == 0x20 || byte == 0x09 {
        if filled > 0, folded[filled - 1] == 0x20 { continue }
        folded[filled] = 0x20
      } else if byte == 0xE2, index + 1 < bytes.count, bytes[index] == 0x80,
        let plain = plain(bytes[index + 1])
      {
        folded[filled] = plain
        index += 2
      } else {
        folded[filled] = byte
      }
      filled &+= 1
    }
    return filled
  }

  static func fold(_ text: some StringProtocol) -> [UInt8] { fold(Array(text.utf8)[...]) }

  /// What an ASCII byte becomes wherever it stands; 0 for blanks and for all other bytes.
  private static let lower: [UInt8] = (0...255).map { byte in
    byte > 0x20 && byte < 0x80 ? byte.asciiLowercased : 0
  }

  /// U+2010…U+201F, by the third byte.
  private static func plain(_ third: UInt8) -> UInt8? {
    switch third {
    case 0x90...0x95: UInt8(ascii: "-")
    case 0x98...0x9B: UInt8(ascii: "'")
    case 0x9C...0x9F: UInt8(ascii: "\"")
    default: nil
    }
  }

  /// The words of a text, folded, with a blank in place of whatever stands between them.
  static func plainWords(_ text: some StringProtocol) -> [UInt8] {
    let folded = fold(text)
    var words: [UInt8] = []
    words.reserveCapacity(folded.count)
    var isBetween = false
    for byte in folded {
      if byte.isWord {
        if isBetween, !words.isEmpty { words.append(0x20) }
        words.append(byte)
      }
      isBetween = !byte.isWord
    }
    return words
  }

  /// The words of a text, folded, without punctuation.
  static func words(_ text: some StringProtocol) -> [ArraySlice<UInt8>] {
    fold(text).split { !$0.isWord }
  }
}
