/// Folds Latin letters to lower-case ASCII: “É” to “e”, “ß” to “ss”, “ł” to “l”.
///
/// The tables were made from the compatibility decompositions of Unicode 15, with
/// the letters that have none (ø, đ, ł, ß …) added by hand. Two bytes a letter; a
/// blank stands for nothing.
enum Folding {
  /// U+00C0 to U+024F: Latin-1 letters, Latin Extended-A and -B.
  static let latin: [UInt8] = bytes([
    "a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thssa a a a a a aec ",
    "e e e e i i i i d n o o o o o   o u u u u y thy a a a a a a c c c c c c c c d d ",
    "d d e e e e e e e e e e g g g g g g g g h h h h i i i i i i i i i i ijijj j k k ",
    "k l l l l l l l l l l n n n n n n n n n o o o o o o oeoer r r r r r s s s s s s ",
    "s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s                 ",
    "              e     f                           o o                           u ",
    "u                                       dzdzdzljljljnjnjnja a i i o o u u u u u ",
    "u u u u u   a a a a         g g k k o o o o     j dzdzdzg g     n n a a         ",
    "a a a a e e e e i i i i o o o o r r r r u u u u s s t t     h h             a a ",
    "e e o o o o o o o o y y                                                         ",
  ])

  /// U+1E00 to U+1EFF: Latin Extended Additional.
  static let latinAdditional: [UInt8] = bytes([
    "a a b b b b b b c c d d d d d d d d d d e e e e e e e e e e f f g g h h h h h h ",
    "h h h h i i i i k k k k k k l l l l l l l l m m m m m m n n n n n n n n o o o o ",
    "o o o o p p p p r r r r r r r r s s s s s s s s s s t t t t t t t t u u u u u u ",
    "u u u u v v v v w w w w w w w w w w x x x x y y z z z z z z h t w y a s         ",
    "a a a a a a a a a a a a a a a a a a a a a a a a e e e e e e e e e e e e e e e e ",
    "i i i i o o o o o o o o o o o o o o o o o o o o o o o o u u u u u u u u u u u u ",
    "u u y y y y y y y y             ",
  ])

  private static func bytes(_ rows: [String]) -> [UInt8] { rows.flatMap { Array($0.utf8) } }

  /// The folded letters of a scalar, blank where there is none; nil when it is no Latin letter.
  static func letters(of scalar: UInt32) -> (UInt8, UInt8)? {
    switch scalar {
    case 0xC0..<0x250:
      let place = Int(scalar - 0xC0) * 2
      return (latin[place], latin[place + 1])
    case 0x1E00..<0x1F00:
      let place = Int(scalar - 0x1E00) * 2
      return (latinAdditional[place], latinAdditional[place + 1])
    default: return nil
    }
  }
}
