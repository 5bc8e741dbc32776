/// The character encoding of an input, as far as it says one.
enum Charset: Hashable {
  case utf8
  /// What pages that call themselves Latin-1 or ASCII are in truth.
  case windows1252
  /// A name for `iconv`.
  case other(String)

  init(named name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8", "unicode-1-1-utf-8": self = .utf8
    case "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252", "cp1252",
      "iso8859-1", "iso_8859-1":
      self = .windows1252
    default: self = .other(name)
    }
  }

  /// The encoding that an XML declaration or a meta element names; nil when none does.
  ///
  /// - Parameter head: the first bytes of a document whose markup is ASCII.
  init?(declaredIn head: [UInt8]) {
    let text = head.prefix(2048).map { $0 < 0x80 ? $0.asciiLowercased : 0x3F }
    var place = 0
    while let key = Self.next(["encoding", "charset"], in: text, from: place) {
      place = key
      var rest = text[key...].drop { $0 == 0x20 }
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x22 || $0 == 0x27 }
      let name = rest.prefix { byte in
        byte.isASCIILetter || byte.isASCIIDigit || "-_.:".utf8.contains(byte)
      }
      guard name.count >= 3 else { continue }
      self.init(named: String(decoding: name, as: UTF8.self))
      return
    }
    return nil
  }

  /// The place behind the next of the words.
  private static func next(_ words: [String], in text: [UInt8], from start: Int) -> Int? {
    text.indices.dropFirst(start).lazy.compactMap { index in
      words.first { text[index...].starts(with: $0.utf8) }.map { index + $0.utf8.count }
    }.first
  }
}

/// Turns the pieces of an input into UTF-8, as they arrive.
struct CharsetDecoder {
  private let iconv: Iconv?
  private let charset: Charset
  private var kept: [UInt8] = []

  /// Nil when the system does not know the encoding.
  init?(_ charset: Charset) {
    self.charset = charset
    if case .other(let name) = charset {
      guard let iconv = Iconv(name) else { return nil }
      self.iconv = iconv
    } else {
      iconv = nil
    }
  }

  /// Valid UTF-8, but for a character at the end that is not complete before the last piece.
  /// Bytes that are no UTF-8 are read as Windows-1252, one by one: pages mix the two.
  mutating func decode(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
    if let iconv { return iconv.utf8(bytes, isLast: isLast) }
    var bytes = kept.isEmpty ? bytes : kept + bytes
    kept = []
    if !isLast {
      let whole = bytes.count - Self.openEnd(of: bytes)
      kept = Array(bytes[whole...])
      bytes.removeSubrange(whole...)
    }
    return CharacterDecoding.isValid(bytes) ? bytes : Windows1252.mended(bytes)
  }

  /// How many bytes at the end begin a character that goes on.
  private static func openEnd(of bytes: [UInt8]) -> Int {
    for length in 1...3 where length <= bytes.count {
      let byte = bytes[bytes.count - length]
      if byte < 0x80 { return 0 }
      if byte >= 0xC0 {
        let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        return length < needed ? length : 0
      }
    }
    return 0
  }
}
