/// The encoding that an old Western page is in when it is not UTF-8.
enum Windows1252 {
  /// Nil when the bytes are not plainly a text of this encoding.
  ///
  /// Plainly means: not one sequence of the bytes above 0x7F is UTF-8, every letter
  /// among them stands in a word, and the rest is what such texts hold: curly quotation
  /// marks, dashes, bullets, signs of currency.
  static func utf8(from bytes: [UInt8]) -> [UInt8]? {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte >= 0x80 else {
        text.append(byte)
        continue
      }
      guard let scalar = scalar(for: byte), isPlausible(at: index, in: bytes) else { return nil }
      text.append(contentsOf: String(scalar).utf8)
    }
    return text
  }

  /// The same text with every byte that belongs to no character of UTF-8 read as one of this
  /// encoding.
  static func mended(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 64)
    var index = 0
    while index < bytes.count {
      let length = lengthOfCharacter(at: index, in: bytes)
      if length > 0 {
        text.append(contentsOf: bytes[index..<index + length])
        index += length
      } else {
        text.append(contentsOf: String(scalar(for: bytes[index]) ?? "\u{FFFD}").utf8)
        index += 1
      }
    }
    return text
  }

  /// In bytes of UTF-8; 0 where no character of it begins.
  private static func lengthOfCharacter(at index: Int, in bytes: [UInt8]) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return 1 }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard byte >= 0xC2, index + length <= bytes.count else { return 0 }
    return CharacterDecoding.isValid(Array(bytes[index..<index + length])) ? length : 0
  }

  private static func isPlausible(at index: Int, in bytes: [UInt8]) -> Bool {
    let byte = bytes[index]
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
    let before = index > 0 ? bytes[index - 1] : 0x20
    // A lead byte with its continuation is UTF-8, however broken the rest.
    if (0xC2...0xDF).contains(byte), (0x80...0xBF).contains(next) { return false }
    // A text that was cut inside a character is broken UTF-8, not Windows-1252.
    if (0xE0...0xF4).contains(byte), (0x80...0xBF).contains(next) { return false }
    if isLetter(byte) {
      // One letter can be a word: à, é.
      return isLetter(before) || isLetter(next) || before == 0x20 && next == 0x20
    }
    return punctuation.contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F: true
    case 0xC0...0xFF: byte != 0xD7 && byte != 0xF7
    default: false
    }
  }

  /// ‚ „ … ‹ ‘ ’ “ ” • – — ™ › and no-break space ¡ £ § ª « ® ° · º » ¿ €
  private static let punctuation: Set<UInt8> = [
    0x80, 0x82, 0x84, 0x85, 0x8B, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9B,
    0xA0, 0xA1, 0xA3, 0xA7, 0xA9, 0xAA, 0xAB, 0xAE, 0xB0, 0xB7, 0xBA, 0xBB, 0xBF,
  ]

  private static func scalar(for byte: UInt8) -> Unicode.Scalar? {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let value = upper[Int(byte) - 0x80]
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  /// The scalars of 0x80…0x9F; 0 where none is assigned.
  private static let upper: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
