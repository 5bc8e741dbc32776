/// Guesses the language of a text from its letters and its commonest words.
///
/// Made for whole articles in the languages that crises are reported in; of a few words
/// it says nothing rather than something wrong.
enum LanguageDetector {
  /// How much of a text is looked at, in bytes: some 120 words.
  static let sample = 800

  /// A BCP 47 tag, or nil when unsure.
  static func language(of text: some Collection<UInt8>) -> String? {
    let head = text.prefix(sample)
    return head.withContiguousStorageIfAvailable { language(of: $0) }
      ?? Array(head).withUnsafeBufferPointer { language(of: $0) }
  }

  private static func language(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let letters = Letters(bytes)
    // Twenty letters at least, or nothing can be told.
    let most = max(letters.latin, letters.cyrillic, letters.arabic, letters.han, 20)
    if most == letters.latin { return latin(bytes) }
    if most == letters.cyrillic { return letters.cyrillicLanguage }
    if most == letters.arabic { return letters.hasPersian ? nil : "ar" }
    return most == letters.han && !letters.hasKana ? "zh" : nil
  }

  /// The language whose small words stand out: one in twelve words at least, and half
  /// as many again as of any other.
  private static func latin(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var counts = [Int](repeating: 0, count: StopWords.languages.count)
    var words = 0
    let masks = StopWords.masks
    var key = StopWords.Key()
    func endWord() {
      if key.isEmpty { return }
      words += 1
      if let word = key.value {
        var mask = masks[word]
        while mask != 0 {
          counts[mask.trailingZeroBitCount] += 1
          mask &= mask - 1
        }
      }
      key = StopWords.Key()
    }
    for byte in bytes {
      if byte.isASCIILetter || byte >= 0x80 { key.append(byte) } else { endWord() }
    }
    endWord()
    guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }) else { return nil }
    let second = counts.indices.filter { $0 != best }.map { counts[$0] }.max() ?? 0
    guard counts[best] >= 3, counts[best] * 12 >= words, counts[best] * 2 >= second * 3 else {
      return nil
    }
    return StopWords.languages[best]
  }
}

/// How often the scripts occur in a text, and the letters that tell languages apart.
private struct Letters {
  private(set) var latin = 0
  private(set) var cyrillic = 0
  private(set) var arabic = 0
  /// A character of Chinese counts as three letters, as it stands for as much.
  private(set) var han = 0
  private(set) var hasPersian = false
  private(set) var hasKana = false
  private var ukrainian = 0
  private var russian = 0
  private var isOtherCyrillic = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    // In numbers of eight bits, so that many bytes are counted at once.
    for start in stride(from: 0, to: bytes.count, by: 255) {
      var letters: UInt8 = 0
      for byte in bytes[start..<min(start + 255, bytes.count)] {
        letters &+= byte.isASCIILetter ? 1 : 0
      }
      latin &+= Int(letters)
    }
    // Without the ASCII bytes between them, the other characters stay what they are.
    let others = bytes.filter { $0 >= 0x80 }
    for scalar in String(decoding: others, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0xC0...0x24F: latin += 1
      case 0x400...0x4FF:
        cyrillic += 1
        note(cyrillic: scalar)
      case 0x600...0x6FF:
        arabic += 1
        // پ چ ژ ک گ ی and ٹ ڈ ڑ ے: Persian, Urdu, Pashto.
        hasPersian = hasPersian || "پچژکگیٹڈڑے".unicodeScalars.contains(scalar)
      case 0x3040...0x30FF, 0xAC00...0xD7AF: hasKana = true
      case 0x4E00...0x9FFF: han += 3
      default: break
      }
    }
  }

  private mutating func note(cyrillic scalar: Unicode.Scalar) {
    switch scalar {
    case "і", "ї", "є", "ґ", "І", "Ї", "Є", "Ґ": ukrainian += 1
    case "ы", "э", "ё", "Ы", "Э", "Ё": russian += 1
    // Belarusian, Serbian, Macedonian, Kazakh and others.
    case "ў", "ј", "љ", "њ", "ћ", "ђ", "џ", "ѓ", "ќ", "ә", "ғ", "қ", "ң", "ө", "ү", "ұ", "һ":
      isOtherCyrillic = true
    default: break
    }
  }

  var cyrillicLanguage: String? {
    if isOtherCyrillic { return nil }
    if russian >= 2, russian > ukrainian * 4 { return "ru" }
    return ukrainian >= 2 && ukrainian > russian * 4 ? "uk" : nil
  }
}
