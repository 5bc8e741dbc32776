/// The id of an actor: what it is, and its name folded, blanks as hyphens.
enum ActorKey {
  /// What an id begins with.
  enum Prefix {
    static let person = "person:"
    static let organisation = "organisation:"
    static let group = "group:"
    static let outlet = "outlet:"
    static let state = "state:"
  }

  static func id(_ prefix: String, name: String) -> String {
    var name = name
    return name.withUTF8 { id(prefix, name: $0) }
  }

  static func id(_ prefix: String, name: UnsafeBufferPointer<UInt8>) -> String {
    // No letter is folded into more bytes than it has.
    var prefix = prefix
    return String(unsafeUninitializedCapacity: prefix.utf8.count + name.count) { bytes in
      var count = prefix.withUTF8 { bytes.update(fromContentsOf: $0) }
      fold(name) { byte in
        bytes[count] = byte
        count += 1
      }
      return count
    }
  }

  /// A hash of an id whose tail is known.
  static func hash(_ prefix: String, id tail: String) -> UInt64 {
    var hash = WordHash()
    hash.add(prefix)
    hash.add(tail)
    return hash.value
  }

  /// A hash of the id that a name has, without making it.
  static func hash(_ prefix: String, name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = WordHash()
    hash.add(prefix)
    fold(name) { hash.add($0) }
    return hash.value
  }

  @inline(__always)
  private static func fold(
    _ name: UnsafeBufferPointer<UInt8>, _ emit: (UInt8) -> Void
  ) {
    var place = 0
    var isEmpty = true
    // A hyphen is written only before what follows it, so that none ends the key.
    var isParted = false
    func add(_ byte: UInt8) {
      if isParted { emit(0x2D) }
      isParted = false
      isEmpty = false
      emit(byte)
    }
    while place < name.count {
      let (scalar, length) = decode(name, place, name.count)
      if scalar < 0x80 {
        let byte = UInt8(scalar)
        if (byte | 0x20) &- 0x61 < 26 {
          add(byte | 0x20)
        } else if byte &- 0x30 < 10 {
          add(byte)
        } else if byte != 0x27, byte != 0x2E, !isEmpty {
          isParted = true
        }
      } else if let (first, second) = Folding.letters(of: scalar) {
        if first != 0x20 { add(first) }
        if second != 0x20 { add(second) }
      } else if scalar != 0x2019 {
        for byte in name[place..<place + length] { add(byte) }
      }
      place += length
    }
  }
}
