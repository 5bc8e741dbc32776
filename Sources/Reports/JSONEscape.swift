/// Which bytes JSON has to write otherwise, and how.
enum JSONEscape {
  /// The next byte that needs an escape, or the end.
  static func endOfRun(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var place = start
    while place &+ 8 <= text.count {
      let escapes = escapes(inEightOf: text, at: place)
      if escapes != 0 { return place &+ escapes.trailingZeroBitCount / 8 }
      place &+= 8
    }
    while place < text.count, !needsEscape(text[place]) { place &+= 1 }
    return place
  }

  /// Whether a text of a multiple of eight bytes holds one that needs an escape.
  @inline(__always)
  static func isNeeded(inEightsOf text: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place < text.count {
      if escapes(inEightOf: text, at: place) != 0 { return true }
      place &+= 8
    }
    return false
  }

  /// Calls the body with the place of every byte that needs an escape, in order.
  @inline(__always)
  static func forEach(in text: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
    var place = 0
    while place &+ 8 <= text.count {
      var escapes = escapes(inEightOf: text, at: place)
      while escapes != 0 {
        body(place &+ escapes.trailingZeroBitCount / 8)
        escapes &= escapes &- 1
      }
      place &+= 8
    }
    while place < text.count {
      if needsEscape(text[place]) { body(place) }
      place &+= 1
    }
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F
  }

  /// The high bit of each of eight bytes that needs an escape, the first byte lowest.
  ///
  /// Without its high bit a byte can be added to without a carry into the next one: a sum that
  /// does not reach the high bit is that of a byte below a bound, or of one that is zero after
  /// the exclusive or with what is sought.
  @inline(__always)
  private static func escapes(
    inEightOf text: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> UInt64 {
    func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
    let bytes = UnsafeRawBufferPointer(text)
      .loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
    let low = bytes & each(0x7F)
    let others =
      (low &+ each(0x60)) & ((low ^ each(0x22)) &+ each(0x7F))
      & ((low ^ each(0x5C)) &+ each(0x7F)) & ((low ^ each(0x7F)) &+ each(0x7F))
    return ~(others | bytes) & each(0x80)
  }

  static func text(for byte: UInt8) -> String {
    switch byte {
    case 0x22: "\\\""
    case 0x5C: "\\\\"
    case 0x0A: "\\n"
    case 0x09: "\\t"
    case 0x0D: "\\r"
    default: "\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
    }
  }
}
