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
    withID(prefix, name) { String(decoding: $0, as: UTF8.self) }
  }

  /// A hash of an id whose tail is known.
  static func hash(_ prefix: String, id tail: String) -> UInt64 {
    var tail = tail
    return tail.withUTF8 { hash(prefix, id: $0) }
  }

  static func hash(_ prefix: String, id tail: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = WordHash()
    hash.add(prefix)
    hash.add(tail)
    return hash.value
  }

  /// A hash of the id that a name has, without making it.
  static func hash(_ prefix: String, name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    withID(prefix, name, hash)
  }

  static func hash(_ prefix: String, name: String) -> UInt64 {
    var name = name
    return name.withUTF8 { hash(prefix, name: $0) }
  }

  static func hash(_ id: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = WordHash()
    hash.add(id)
    return hash.value
  }

  /// Lends the bytes of the id that a name has.
  static func withID<Result>(
    _ prefix: String, _ name: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var prefix = prefix
    return prefix.withUTF8 { prefix in
      // No letter is folded into more bytes than it has; letters are written by eights.
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: prefix.count + name.count + 8) { id in
        var count = id.update(fromContentsOf: prefix)
        fold(name, into: id, &count)
        return body(UnsafeBufferPointer(rebasing: id[..<count]))
      }
    }
  }

  /// - Parameter count: how many bytes of the id are written.
  private static func fold(
    _ name: UnsafeBufferPointer<UInt8>, into id: UnsafeMutableBufferPointer<UInt8>,
    _ count: inout Int
  ) {
    let first = count
    var place = 0
    // A hyphen is written only before what follows it, so that none ends the key.
    var isParted = false
    func part() {
      if isParted { id[count] = 0x2D }
      count += isParted ? 1 : 0
      isParted = false
    }
    func add(_ byte: UInt8) {
      part()
      id[count] = byte
      count += 1
    }
    while place < name.count {
      let run = LetterRun(name, place, before: name.count)
      if run.count > 0 {
        part()
        UnsafeMutableRawBufferPointer(id).storeBytes(
          of: run.folded.littleEndian, toByteOffset: count, as: UInt64.self)
        count += run.count
        place += run.count
        continue
      }
      let (scalar, length) = decode(name, place, name.count)
      if scalar < 0x80 {
        let byte = UInt8(scalar)
        if byte &- 0x30 < 10 {
          add(byte)
        } else if byte != 0x27, byte != 0x2E, count > first {
          isParted = true
        }
      } else if let (one, other) = Folding.letters(of: scalar) {
        if one != 0x20 { add(one) }
        if other != 0x20 { add(other) }
      } else if scalar != 0x2019 {
        for byte in name[place..<place + length] { add(byte) }
      }
      place += length
    }
  }
}
