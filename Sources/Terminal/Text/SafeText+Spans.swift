extension SafeText {
  /// A place where the safe text differs from its source; both in UTF-8 bytes.
  struct Edit: Hashable, Sendable {
    let source: Range<Int>
    let safe: Range<Int>
  }

  /// Bytes of the text that this was made from.
  package var sourceCount: Int {
    string.utf8.count + (edits.last.map { $0.source.upperBound - $0.safe.upperBound } ?? 0)
  }

  /// Where a range of the source, in UTF-8 bytes, stands in ``string``.
  ///
  /// What was left out has no length; what was replaced counts as a whole.
  package func safeRange(ofSource range: Range<Int>) -> Range<Int> {
    let start = translated(range.lowerBound, from: \.source, to: \.safe, up: false)
    return start..<max(start, translated(range.upperBound, from: \.source, to: \.safe, up: true))
  }

  /// Which bytes of the source a range of ``string`` came from.
  package func sourceRange(ofSafe range: Range<Int>) -> Range<Int> {
    let start = translated(range.lowerBound, from: \.safe, to: \.source, up: false)
    return start..<max(start, translated(range.upperBound, from: \.safe, to: \.source, up: true))
  }

  private func translated(
    _ offset: Int, from: KeyPath<Edit, Range<Int>>, to: KeyPath<Edit, Range<Int>>, up: Bool
  ) -> Int {
    guard !edits.isEmpty else { return offset }
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      let edited = edits[middle][keyPath: from]
      // What was left out just before a start belongs to what comes before.
      if edited.lowerBound < offset || !up && edited == offset..<offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0 else { return offset }
    let edit = edits[low - 1]
    if offset < edit[keyPath: from].upperBound {
      return up ? edit[keyPath: to].upperBound : edit[keyPath: to].lowerBound
    }
    return edit[keyPath: to].upperBound + offset - edit[keyPath: from].upperBound
  }
}
