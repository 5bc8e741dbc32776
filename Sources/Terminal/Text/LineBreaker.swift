/// Finds the lines of a ``WrappedText``, reading every glyph once.
struct LineBreaker {
  /// Offsets in the safe text: start and end of what is shown.
  struct Line {
    let start: Int
    let end: Int
    let columns: Int
  }

  let width: Int
  private(set) var lines: [Line] = []

  /// Start of the line being filled, and where and how wide it would be if cut here.
  private var start = 0
  private var column = 0
  /// The end of what is shown, blanks behind it left out.
  private var inkEnd = 0
  private var inkColumns = 0
  /// The last place where the line may break: what is shown ends at `ink…`.
  private var chance: (offset: Int, column: Int, inkEnd: Int, inkColumns: Int)?
  private var previous: Glyph?

  init(width: Int) {
    self.width = width
  }

  /// A tab reaches to the next stop, no character is wider than the line.
  static func columns(of glyph: Glyph, at column: Int, width: Int) -> Int {
    if glyph.base == "\t" { return WrappedText.tabStop - column % WrappedText.tabStop }
    return min(glyph.columns, width)
  }

  mutating func read(_ text: SafeText) {
    let utf8 = text.string.utf8Span
    let bytes = utf8.span
    var offset = 0
    while offset < bytes.count {
      let glyph = Glyph(at: offset, in: bytes)
      if glyph.base == "\n" {
        endLine(at: inkEnd, columns: inkColumns, next: glyph.range.upperBound)
        column = 0
        previous = nil
      } else {
        take(glyph)
      }
      offset = glyph.range.upperBound
    }
    lines.append(Line(start: start, end: inkEnd, columns: inkColumns))
  }

  private mutating func take(_ glyph: Glyph) {
    if let previous, !glyph.isSpace, LineBreaker.mayBreak(previous, glyph) {
      chance = (glyph.range.lowerBound, column, inkEnd, inkColumns)
    }
    var columns = LineBreaker.columns(of: glyph, at: column, width: width)
    // Twice, if what is left of the word after a break still leaves no room.
    while column > 0 && column + columns > width && !glyph.isSpace {
      breakLine(before: glyph)
      columns = LineBreaker.columns(of: glyph, at: column, width: width)
    }
    column += columns
    if !glyph.isSpace {
      inkEnd = glyph.range.upperBound
      inkColumns = column
    }
    previous = glyph
  }

  /// Breaks at the last chance, else cuts the word right here.
  private mutating func breakLine(before glyph: Glyph) {
    let here = (
      offset: glyph.range.lowerBound, column: column, inkEnd: inkEnd, inkColumns: inkColumns
    )
    let cut = chance ?? here
    let (lastInk, lastInkColumns) = (inkEnd, inkColumns)
    let rest = column - cut.column
    endLine(at: cut.inkEnd, columns: cut.inkColumns, next: cut.offset)
    column = rest
    if lastInk > cut.offset {
      inkEnd = lastInk
      inkColumns = lastInkColumns - cut.column
    }
  }

  private mutating func endLine(at end: Int, columns: Int, next: Int) {
    lines.append(Line(start: start, end: max(start, end), columns: columns))
    start = next
    inkEnd = next
    inkColumns = 0
    chance = nil
  }

  /// Whether a line may end between two glyphs, the second of which is no blank.
  private static func mayBreak(_ left: Glyph, _ right: Glyph) -> Bool {
    if left.isSpace { return true }
    switch left.base {
    case "-", "–", "—", "/": return right.base.properties.isAlphabetic
    default: return left.columns == 2 && right.columns == 2 && !closing.contains(right.base)
    }
  }

  /// Signs that must not begin a line of Chinese or Japanese.
  private static let closing: Set<Unicode.Scalar> = [
    "、", "。", "，", "．", "」", "』", "）", "】", "！", "？", "：", "；",
  ]
}
