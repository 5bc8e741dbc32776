/// What the tokenizer asks of a scalar; beyond Latin, Greek and Cyrillic every scalar
/// from U+0370 on that is no punctuation counts as a lower-case letter.
enum CharacterClass {
  @inline(__always)
  static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 }
    if scalar < 0xC0 { return scalar == 0xAA || scalar == 0xB5 || scalar == 0xBA }
    if scalar == 0xD7 || scalar == 0xF7 { return false }
    if scalar < 0x2000 { return true }
    if scalar < 0x2C00 { return false }
    if scalar < 0x3040 { return scalar < 0x2E00 }
    return scalar < 0xFE00 || (0x10000..<0x1F000).contains(scalar)
  }

  @inline(__always)
  static func isUpper(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar &- 0x41 < 26 }
    if scalar < 0xDF { return scalar >= 0xC0 }
    if scalar < 0x180 {
      // The pairs of Latin Extended-A: even is upper, but odd from U+0139 to U+0148 and U+0179.
      if scalar < 0x100 { return false }
      let odd = (0x139...0x148).contains(scalar) || scalar >= 0x179
      return odd ? scalar & 1 == 1 : scalar & 1 == 0
    }
    return (0x391...0x3A9).contains(scalar) || (0x400...0x42F).contains(scalar)
      || ((0x1E00..<0x1F00).contains(scalar) && scalar & 1 == 0)
  }

  @inline(__always)
  static func isBlank(_ scalar: UInt32) -> Bool {
    scalar == 0xA0 || scalar == 0xFEFF || (0x2000...0x200B).contains(scalar)
      || (0x2028...0x202F).contains(scalar) || scalar == 0x3000
  }

  @inline(__always)
  static func isCombining(_ scalar: UInt32) -> Bool { (0x300..<0x370).contains(scalar) }

  @inline(__always)
  static func isApostrophe(_ scalar: UInt32) -> Bool {
    scalar == 0x27 || scalar == 0x2019 || scalar == 0x02BC || scalar == 0x2018
  }
}
