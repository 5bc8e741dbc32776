/// How many terminal columns a character takes.
///
/// The answer agrees with glibc's `wcwidth`, because ncurses asks that one: two tables that
/// differ would let the picture in ncurses' memory drift from what stands on the screen.
/// Characters of ambiguous width (East Asian Width “A”) count as one column.
package enum CharacterWidth {
  /// 0 for combining and control characters, 2 for wide ones (CJK, emoji), else 1; in columns.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value >= 0x20 && value < 0x7F || value >= 0xA0 ? 1 : 0 }
    return lookedUp(value)
  }

  /// Columns of a whole text on one line, controls and combining characters counting nothing.
  package static func columns(of text: String) -> Columns {
    var sum = 0
    for scalar in text.unicodeScalars { sum += columns(of: scalar) }
    return Columns(sum)
  }

  /// The last entry of ``changes`` that starts at or before `value` tells its width.
  private static func lookedUp(_ value: UInt32) -> Int {
    let key = value << 2 | 3
    var low = 0
    var high = changes.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if changes[middle] <= key { low = middle } else { high = middle }
    }
    return Int(changes[low] & 3)
  }
}
