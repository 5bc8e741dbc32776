/// Random numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &+ 0x9E37_79B9_7F4A_7C15
  }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

enum RandomText {
  /// Words of the news, marks in wrong places, scripts that the coder does not know.
  static let pieces = [
    "Putin", "Kyiv", "Russia's", "U.S.", "U.S", "Dr.", "Marta Illyn", "J. K. Reke", "said", "told",
    "warned", "that", "not", "will", "to", "he", "she", "they", "who", "and", "but", ", ", ". ",
    ".", "! ", "? ", ": ", "; ", "-", "--", "—", "–", "…", "...", "“", "”", "\"", "''", "‘", "’",
    "'", "`", "(", ")", "[", "]", "attack", "attacked", "troops", "shelled", "talks", "according",
    "to", "Monday", "2014", "12", "1,200", "$", "million", "at least", "30-day", "\n", "\n\n",
    "\r\n", "\t", "\u{0}", "\u{7F}", "\u{A0}", "\u{200B}", "\u{FEFF}", "\u{301}", "é", "ß", "Київ",
    "東京", "القدس", "🕊️", "👩‍👩‍👧", "🇺🇦", "\u{E000}", "\u{10FFFF}", "-based", "n't", "'s",
    "the foreign minister", "White House", "claims", "denied",
  ]

  static func make(pieces count: Int, using generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<count {
      text += pieces.randomElement(using: &generator)!
      if Bool.random(using: &generator) { text += " " }
    }
    return text
  }

  /// Bytes without any sense, the broken ones replaced as an intake would.
  static func soup(bytes count: Int, using generator: inout SeededGenerator) -> String {
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
