/// The tail of an actor's id.
enum ActorKey {
  /// A name as the tail of an id: folded, blanks as hyphens.
  static func make(_ name: String) -> String {
    var key: [UInt8] = []
    var name = name
    name.withUTF8 { bytes in
      var place = 0
      while place < bytes.count {
        let (scalar, length) = decode(bytes, place, bytes.count)
        if scalar < 0x80 {
          let byte = UInt8(scalar)
          let isKept = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
          if isKept {
            key.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
          } else if byte != 0x27, byte != 0x2E, key.last != 0x2D, !key.isEmpty {
            key.append(0x2D)
          }
        } else if let (first, second) = Folding.letters(of: scalar) {
          if first != 0x20 { key.append(first) }
          if second != 0x20 { key.append(second) }
        } else if scalar != 0x2019 {
          key.append(contentsOf: bytes[place..<place + length])
        }
        place += length
      }
    }
    if key.last == 0x2D { key.removeLast() }
    return String(decoding: key, as: UTF8.self)
  }
}
