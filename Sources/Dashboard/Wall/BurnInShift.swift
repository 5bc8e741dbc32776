import Terminal

/// Moves the picture by a cell now and then, within a margin, so that no line of it is burnt
/// into the screen that shows it day and night.
package enum BurnInShift {
  /// Cells that are left free in all.
  package static let margin = Size(columns: 2, rows: 1)
  /// How long the picture stays in a place.
  static let stay = Duration.seconds(180)

  private static let places = [(0, 0), (1, 0), (2, 0), (2, 1), (1, 1), (0, 1)]

  /// The room of the picture; all of it where a margin would cost the panes.
  package static func room(in size: Size) -> Size {
    let room = Size(columns: size.columns - margin.columns, rows: size.rows - margin.rows)
    let smallest = Layout.smallest
    return room.columns < smallest.columns || room.rows < smallest.rows ? size : room
  }

  static func step(at now: Duration) -> Int { Int(now / stay) }

  /// Where the picture stands in a terminal of a size.
  package static func place(in size: Size, at now: Duration) -> (column: Int, row: Int) {
    room(in: size) == size ? (0, 0) : places[step(at: now) % places.count]
  }
}
