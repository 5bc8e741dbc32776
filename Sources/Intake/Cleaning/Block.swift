/// A paragraph or a lone line of a page, and the little that rules ask of its shape.
struct Block: Hashable {
  let range: Range<Int>
  /// Blocks without an empty line between them share a group.
  let group: Int
  /// Parted by blanks; counted no further than a line is long.
  let words: Int
  let endsSentence: Bool
  let ending: Ending
  /// No lower-case letter, and more than one letter.
  let isCapitals: Bool
  /// Whether it begins as a sentence or a name does: a capital, a digit, a quotation mark.
  let beginsUpper: Bool

  enum Ending: Hashable {
    /// A full stop, an exclamation mark, an ellipsis.
    case stop
    case question
    case colon
    /// A comma or a semicolon: the sentence goes on in the next block.
    case goesOn
    case none
  }

  /// What is longer is a paragraph, whatever it ends with, in bytes.
  static let lineLength = 240

  init(range: Range<Int>, group: Int, in bytes: [UInt8]) {
    self.range = range
    self.group = group
    ending = Self.ending(of: bytes[range])
    endsSentence = ending == .stop || ending == .question
    let head = bytes[range.prefix(Self.lineLength + 1)]
    words = head.withUnsafeBufferPointer { ByteRuns.countWords(in: $0) }
    isCapitals =
      !head.contains(where: \.isASCIILower) && head.count(where: \.isASCIIUpper) > 1
    beginsUpper = bytes[range].first.map { !$0.isASCIILower && $0 != 0x2D } ?? false
  }

  var isLong: Bool { range.count > Self.lineLength }
  /// A paragraph: long, or a whole sentence.
  var isProse: Bool { isLong || (endsSentence && words >= 4) }
  /// A short line that is no sentence: a heading, a link, a caption, an item of a list.
  var isLine: Bool { !isLong && ending == .none }

  /// How the text ends, behind closing quotation marks, brackets and notes.
  private static func ending(of bytes: ArraySlice<UInt8>) -> Ending {
    guard let last = bytes.last, !last.isASCIILetter else { return .none }
    if let plain = ending(in: last) { return plain }
    var rest = Array(bytes.suffix(24))[...]
    while !rest.isEmpty {
      if let closer = closers.first(where: { rest.reversed().starts(with: $0.reversed()) }) {
        rest.removeLast(closer.count)
      } else if rest.last == UInt8(ascii: "]"), let open = rest.lastIndex(of: UInt8(ascii: "[")),
        rest[open...].dropFirst().dropLast().allSatisfy(\.isASCIIDigit)
      {
        rest = rest[..<open]
      } else {
        break
      }
    }
    if let plain = rest.last.flatMap(ending(in:)) { return plain }
    // …  。  ！  ۔  ।  end a sentence, ？ and ؟ ask.
    let stops = ["\u{2026}", "\u{3002}", "\u{FF01}", "\u{06D4}", "\u{0964}"]
    let questions = ["\u{FF1F}", "\u{061F}"]
    func ends(_ sign: String) -> Bool { rest.suffix(sign.utf8.count).elementsEqual(sign.utf8) }
    if stops.contains(where: ends) { return .stop }
    return questions.contains(where: ends) ? .question : .none
  }

  /// Nil for a byte that is no mark.
  private static func ending(in last: UInt8) -> Ending? {
    switch last {
    case UInt8(ascii: "."), UInt8(ascii: "!"): .stop
    case UInt8(ascii: "?"): .question
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: ","), UInt8(ascii: ";"): .goesOn
    default: nil
    }
  }

  private static let closers: [[UInt8]] = [
    "\"", "'", ")", " ", "\u{2019}", "\u{201D}", "\u{BB}", "\u{201C}", "\u{300D}",
  ].map { Array($0.utf8) }
}
