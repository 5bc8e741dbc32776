/// What one cell shows (two cells, if it is wide): a base and the marks over it.
struct Glyph {
  /// UTF-8 bytes of the text that it stands in.
  let range: Range<Int>
  let base: Unicode.Scalar
  /// 0 only for a line feed or a tab, else 1 or 2.
  let columns: Int
  let hasMarks: Bool

  var isSpace: Bool { base == " " || base == "\t" || base == "\u{3000}" }

  /// The glyph that starts at `start`; the bytes are those of a ``SafeText``.
  init(at start: Int, in bytes: Span<UInt8>) {
    let first = bytes[start]
    if first < 0x80 && (start + 1 == bytes.count || bytes[start + 1] < 0x80) {
      self.init(
        range: start..<start + 1, base: Unicode.Scalar(first), columns: first < 0x20 ? 0 : 1,
        hasMarks: false)
      return
    }
    let (base, length) = Glyph.scalar(at: start, in: bytes)
    var end = start + length
    let columns = CharacterWidth.columns(of: base)
    let isControl = base.value < 0x20
    while !isControl && end < bytes.count && bytes[end] >= 0x80 {
      let (mark, length) = Glyph.scalar(at: end, in: bytes)
      guard CharacterWidth.columns(of: mark) == 0 else { break }
      end += length
    }
    self.init(
      range: start..<end, base: base, columns: columns, hasMarks: end > start + length)
  }

  private init(range: Range<Int>, base: Unicode.Scalar, columns: Int, hasMarks: Bool) {
    self.range = range
    self.base = base
    self.columns = columns
    self.hasMarks = hasMarks
  }

  /// What the cell holds.
  func symbol(in bytes: Span<UInt8>) -> Symbol {
    var symbol = Symbol(base.value < 0x20 ? " " : base)
    guard hasMarks else { return symbol }
    var offset = range.lowerBound + UTF8.width(base)
    while offset < range.upperBound {
      let (mark, length) = Glyph.scalar(at: offset, in: bytes)
      symbol.add(mark)
      offset += length
    }
    return symbol
  }

  /// Decodes valid UTF-8, as the bytes of a String are.
  private static func scalar(
    at start: Int, in bytes: Span<UInt8>
  ) -> (scalar: Unicode.Scalar, length: Int) {
    func tail(_ distance: Int) -> UInt32 { UInt32(bytes[start + distance] & 0x3F) }
    let first = UInt32(bytes[start])
    let (value, length): (UInt32, Int) =
      switch first {
      case 0..<0x80: (first, 1)
      case 0..<0xE0: ((first & 0x1F) << 6 | tail(1), 2)
      case 0..<0xF0: ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
      default: ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
      }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}

extension Span<UInt8> {
  /// How many bytes at the start of a range are a character and a column each, none of which a
  /// mark follows.
  func letters(in range: Range<Int>) -> Int {
    var end = range.lowerBound
    while end < range.upperBound, self[end] >= 0x20, self[end] < 0x80 { end += 1 }
    if end < count, self[end] >= 0x80, end > range.lowerBound { end -= 1 }
    return end - range.lowerBound
  }
}
