/// What becomes of a scalar before it may be shown.
enum ScalarTreatment: Equatable {
  case keep
  /// Shown over the character before it.
  case combine
  /// Shown as something else that cannot be taken for a command.
  case replace(String)
  /// Left out; `counted` if a reader should be told that the text hid something.
  case drop(counted: Bool)

  /// The treatment of a scalar that stands alone.
  ///
  /// Control characters become visible, so that an injected escape sequence can be seen;
  /// whatever changes the order of text or shows nothing at all is left out.
  static func of(_ scalar: Unicode.Scalar, asciiOnly: Bool) -> ScalarTreatment {
    let value = scalar.value
    switch value {
    case 0x09, 0x0A: return .keep
    case 0x00..<0x20, 0x7F: return .replace(picture(ofControl: value, asciiOnly: asciiOnly))
    case 0x20..<0x7F: return .keep
    case 0x80..<0xA0: return .replace(asciiOnly ? "?" : "\u{2426}")
    case _ where isPlain(value): return .keep
    case 0x2028, 0x2029: return .replace(" ")
    // Variation selectors ask for a width that the terminal may not agree to.
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return .drop(counted: false)
    // Flags: two letters are narrower, safer and easier to read.
    case 0x1F1E6...0x1F1FF: return .replace(String(UnicodeScalar(UInt8(value - 0x1F1E6 + 0x41))))
    default: return byProperties(scalar, asciiOnly: asciiOnly)
    }
  }

  /// `^[` or ␛ for ESC, and so on.
  private static func picture(ofControl value: UInt32, asciiOnly: Bool) -> String {
    if asciiOnly { return "^" + String(UnicodeScalar(UInt8(value ^ 0x40))) }
    return value == 0x7F ? "\u{2421}" : String(UnicodeScalar(0x2400 + value)!)
  }

  /// Ranges of letters, punctuation and symbols that need no look at their properties.
  private static func isPlain(_ value: UInt32) -> Bool {
    switch value {
    case 0xA0..<0x300: value != 0xAD
    case 0x370..<0x378, 0x384..<0x483, 0x48A..<0x530: true
    case 0x2010..<0x2028, 0x202F..<0x205F, 0x20A0..<0x20C0, 0x2100..<0x2300: true
    case 0x2500..<0x2600, 0x3041..<0x3097, 0x30A1..<0x30FB, 0x4E00..<0xA000: true
    case 0xAC00..<0xD7A4: true
    default: false
    }
  }

  private static func byProperties(_ scalar: Unicode.Scalar, asciiOnly: Bool) -> ScalarTreatment {
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint { return .drop(counted: true) }
    if properties.isNoncharacterCodePoint { return .replace(asciiOnly ? "?" : "\u{FFFD}") }
    switch properties.generalCategory {
    case .format: return .drop(counted: true)
    case .privateUse: return .replace("?")
    case .surrogate, .control: return .replace(asciiOnly ? "?" : "\u{FFFD}")
    default: return CharacterWidth.columns(of: scalar) == 0 ? .combine : .keep
    }
  }
}
