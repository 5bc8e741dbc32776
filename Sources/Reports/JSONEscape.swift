/// Which bytes JSON has to write otherwise, and how.
enum JSONEscape {
  /// The next byte that needs an escape, or the end.
  static func endOfRun(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(text)
    var place = start
    while place + 8 <= text.count,
      !needsEscape(eight: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    {
      place &+= 8
    }
    while place < text.count, !needsEscape(text[place]) { place &+= 1 }
    return place
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F
  }

  /// Whether one of eight bytes needs an escape.
  ///
  /// A byte that is less than a bound sets its high bit when the bound is taken from it; a
  /// byte that is sought is zero after the exclusive or, and so less than one.
  private static func needsEscape(eight bytes: UInt64) -> Bool {
    func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
    func less(_ bytes: UInt64, than bound: UInt64) -> UInt64 { (bytes &- each(bound)) & ~bytes }
    let found =
      less(bytes, than: 0x20) | less(bytes ^ each(0x22), than: 1)
      | less(bytes ^ each(0x5C), than: 1) | less(bytes ^ each(0x7F), than: 1)
    return found & each(0x80) != 0
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
