import EventData

/// Three letters of an actor's code: a state, the kind of a body, or a sector.
///
/// Codes are ASCII. A number, as the characters of texts would be looked up one by one for each of
/// the many comparisons.
struct CodePart: Hashable, ExpressibleByStringLiteral {
  private let letters: UInt32

  fileprivate init(_ letters: Slice<UnsafeBufferPointer<UInt8>>) {
    self.letters = letters.reduce(0) { $0 << 8 | UInt32($1) }
  }

  @inline(__always)
  init(stringLiteral text: StaticString) {
    var letters: UInt32 = 0
    for place in 0..<text.utf8CodeUnitCount {
      letters = letters << 8 | UInt32(text.utf8Start[place])
    }
    self.letters = letters
  }

  /// What a code begins with that is of no state.
  static let bodies: [CodePart] = ["IGO", "NGO", "MNC", "IMG"]
}

extension ActorReference {
  /// The first letters: `RUS` of `RUSMIL`.
  var body: CodePart {
    var code = code
    return code.withUTF8 { CodePart($0.prefix(3)) }
  }

  /// The last letters: `MIL` of `RUSMIL`, but `RUS` of `RUS`.
  var sector: CodePart {
    var code = code
    return code.withUTF8 { CodePart($0.suffix(3)) }
  }
}
