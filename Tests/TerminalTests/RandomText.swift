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

/// Texts of letters, blanks, wide characters, marks, controls and things that hide.
func randomText(length: Int, using generator: inout SeededGenerator) -> String {
  let pieces: [Unicode.Scalar] = [
    "a", "b", "M", "-", ".", " ", " ", " ", "\n", "\t", "é", "—", "漢", "字", "😀", "\u{301}",
    "\u{1B}", "\u{200B}", "\u{202E}", "\u{9B}", "\u{1F1FA}", "\u{FE0F}", "\u{200D}", "\u{E000}",
    "\r", "\u{7F}", "한", "ß", "\u{E0041}", "\u{3000}", "/", "w",
  ]
  var text = ""
  for _ in 0..<length {
    text.unicodeScalars.append(pieces.randomElement(using: &generator)!)
  }
  return text
}
