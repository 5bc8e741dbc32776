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
    let folded = StopWords.folded
    for byte in bytes {
      let letter = folded[Int(byte)]
      if letter != 0 { key.append(folded: letter) } else { endWord() }
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
    // Without the ASCII bytes between them, the other characters stay what they are.
    var others: [UInt8] = []
    var place = 0
    while place + 8 <= bytes.count {
      let eight = EightBytes(bytes, at: place)
      latin += eight.letters.nonzeroBitCount
      if eight.foreign != 0 {
        for byte in bytes[place..<place + 8] where byte >= 0x80 { others.append(byte) }
      }
      place += 8
    }
    for byte in bytes[place...] {
      if byte >= 0x80 { others.append(byte) } else if byte.isASCIILetter { latin += 1 }
    }
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
