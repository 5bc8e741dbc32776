/// Text that may be shown: no terminal reads anything in it as a command.
///
/// The only way by which text reaches a frame. Controls become visible pictures (␛), text
/// that reorders or hides other text (bidi controls, zero-width and tag characters) is left
/// out and counted, emoji sequences are reduced to their first emoji, flags to two letters,
/// and a character carries at most ``marksPerBase`` combining marks. Line feeds and tabs
/// stay: ``WrappedText`` and ``Canvas`` know what to do with them.
///
/// String literals and interpolations go the same way, so `"by \(outlet)"` is safe whatever
/// the outlet calls itself.
package struct SafeText: Hashable, Sendable {
  /// ncurses keeps a base and four marks in a cell.
  package static let marksPerBase = 4

  /// What is shown: printable scalars, line feeds and tabs.
  package let string: String
  /// Characters left out that a reader would not have seen.
  package let hiddenCount: Int
  /// Whether a byte is a character and a column.
  let isASCII: Bool
  /// Where ``string`` differs from the text that it was made from, in order.
  let edits: [Edit]

  /// - Parameter asciiOnly: shows ESC as `^[` instead of ␛.
  package init(_ raw: String, asciiOnly: Bool = false) {
    // The bytes' union tells in one quick pass whether the text is ASCII; most texts are.
    var union: UInt8 = 0
    var hasControls = false
    let utf8 = raw.utf8Span
    let bytes = utf8.span
    for index in bytes.indices {
      let byte = bytes[index]
      union |= byte
      hasControls = hasControls || byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F
    }
    guard hasControls || union >= 0x80 else {
      isASCII = true
      string = raw
      hiddenCount = 0
      edits = []
      return
    }
    var cleaner = TextCleaner(asciiOnly: asciiOnly)
    string = cleaner.clean(raw)
    hiddenCount = cleaner.hiddenCount
    edits = cleaner.edits
    isASCII = union < 0x80 && asciiOnly
  }

  /// Columns on one line; a tab or a line feed counts as the one blank that ``Canvas`` draws.
  package var columns: Columns {
    if isASCII { return Columns(string.utf8.count) }
    return string.unicodeScalars.reduce(into: Columns(0)) { sum, scalar in
      sum.count += scalar.value < 0x20 ? 1 : CharacterWidth.columns(of: scalar)
    }
  }

  package var isEmpty: Bool { string.isEmpty }
}

extension SafeText: ExpressibleByStringInterpolation, CustomStringConvertible {
  package init(stringLiteral value: String) {
    self.init(value)
  }

  package var description: String { string }
}

/// A line or a report made safe for a terminal, for what is printed rather than drawn.
package func displaySafe(_ raw: String, asciiOnly: Bool = false) -> String {
  SafeText(raw, asciiOnly: asciiOnly).string
}
