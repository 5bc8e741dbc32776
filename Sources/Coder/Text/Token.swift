import EventData

/// A word, a number or a mark, as a range of bytes with what the vocabulary knows of it.
struct Token {
  enum Kind: UInt8 {
    case word, number
    /// `'s` or the apostrophe of a plural possessor.
    case possessive
    /// A hyphen inside a compound, glued on both sides.
    case hyphen
    /// A dash between clauses: –, —, --, or a hyphen with blanks around it.
    case dash
    case comma, period, question, exclamation, colon, semicolon, ellipsis
    case openQuote, closeQuote
    case openBracket, closeBracket
    case currency
    case other
  }

  /// A set of kinds.
  struct Kinds {
    private var bits: UInt32 = 0

    mutating func insert(_ kind: Kind) { bits |= 1 << UInt32(kind.rawValue) }

    func contains(_ kind: Kind) -> Bool { bits >> UInt32(kind.rawValue) & 1 != 0 }
  }

  /// How the word is written.
  struct Shape: OptionSet {
    let rawValue: UInt8

    static let initialUpper = Shape(rawValue: 1 << 0)
    /// Two letters or more, all of them upper case.
    static let allUpper = Shape(rawValue: 1 << 1)
    static let spaceBefore = Shape(rawValue: 1 << 2)
    /// The mark is a single quotation mark.
    static let single = Shape(rawValue: 1 << 3)
    /// Letters with dots between them, as U.S. or a.m.
    static let dotted = Shape(rawValue: 1 << 4)
    /// An upper-case letter stands after the first one, as in NATO, NATOs or McCain.
    static let innerUpper = Shape(rawValue: 1 << 5)
    static let hasLower = Shape(rawValue: 1 << 6)
  }

  var start: Int32
  var end: Int32
  /// Id in the vocabulary; 0 for a word that it does not hold.
  var word: Int32
  var kind: Kind
  var shape: Shape
  /// What the vocabulary knows of the word; nothing of a mark.
  var flags: WordFlags = []
  /// Of the folded word; 0 for a mark.
  var hash: UInt64

  var span: Span { Span(Int(start), Int(end)) }
  var isCapitalised: Bool { shape.contains(.initialUpper) }
  var endsSentence: Bool { kind == .period || kind == .question || kind == .exclamation }
}
