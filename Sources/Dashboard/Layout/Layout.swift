import Terminal

/// Who stands where on a screen of a given size; a pure function of what it is made from.
package struct Layout: Hashable, Sendable {
  /// Below this there is room for a line of text only.
  package static let smallest = Size(columns: 40, rows: 10)

  /// The line above the panes; nil where rows are too few.
  package private(set) var header: Rectangle?
  /// The line below the panes.
  package private(set) var status: Rectangle?
  /// Panes that can be seen, in the order of the registry.
  package internal(set) var panes: [LayoutPlace] = []

  package var isTooSmall: Bool { panes.isEmpty }

  /// - Parameter recent: panes by when they last had the focus; the first has it now.
  package init(
    size: Size, panes all: [(id: PaneID, placement: Placement)], recent: [PaneID], zoomed: Bool
  ) {
    guard size.columns >= Self.smallest.columns, size.rows >= Self.smallest.rows,
      let focus = recent.first
    else { return }
    let room = takeEdges(of: size)
    guard !zoomed else {
      panes = [LayoutPlace(id: focus, rectangle: room)]
      return
    }
    let columns = Self.columns(of: room)
    let placed = columns.enumerated().flatMap { index, column in
      LayoutColumn(
        rectangle: column,
        panes: all.filter { Self.column(of: $0.placement, among: columns.count) == index },
        recent: recent, isAlone: columns.count == 1
      ).placed
    }
    panes = all.compactMap { pane in placed.first { $0.id == pane.id } }
  }

  /// Panes in equal parts of the screen: side by side where they are wide enough to read, four
  /// and more in two columns.
  ///
  /// - Parameter focus: is among them where there is no room for all.
  package init(size: Size, sharedBy shared: [PaneID], focus: PaneID) {
    guard size.columns >= Self.smallest.columns, size.rows >= Self.smallest.rows else { return }
    let room = takeEdges(of: size)
    let half = (shared.count + 1) / 2
    if shared.count > 3, room.columns / 2 >= Self.sideBySide {
      let left = Rectangle(
        column: 0, row: room.row, columns: room.columns / 2, rows: room.rows)
      let right = Rectangle(
        column: left.columns, row: room.row, columns: room.columns - left.columns,
        rows: room.rows)
      stack(Array(shared.prefix(half)), in: left)
      stack(Array(shared.dropFirst(half)), in: right)
    } else if room.columns / max(1, shared.count) >= Self.sideBySide {
      stack(shared, in: room, isRow: true)
    } else {
      // What does not fit below each other is left out, not made unreadable.
      var shown = Array(shared.prefix(max(1, room.rows / Self.fewestRows)))
      if !shown.contains(focus) { shown[shown.count - 1] = focus }
      stack(shown, in: room)
    }
  }

  /// Columns that a pane needs beside another, and rows below another.
  private static let sideBySide = 55
  private static let fewestRows = 5

  private mutating func stack(_ shared: [PaneID], in room: Rectangle, isRow: Bool = false) {
    let parts = LayoutColumn.share(
      isRow ? room.columns : room.rows, minimums: shared.map { _ in 0 },
      weights: shared.map { _ in 1 })
    var start = isRow ? room.column : room.row
    for (id, part) in zip(shared, parts) {
      panes.append(
        LayoutPlace(
          id: id,
          rectangle: Rectangle(
            column: isRow ? start : room.column, row: isRow ? room.row : start,
            columns: isRow ? part : room.columns, rows: isRow ? room.rows : part)))
      start += part
    }
  }

  /// Sets the lines above and below the panes, and returns what is left.
  private mutating func takeEdges(of size: Size) -> Rectangle {
    let hasHeader = size.rows >= 14
    header =
      hasHeader ? Rectangle(column: 0, row: 0, columns: size.columns, rows: 1) : nil
    status = Rectangle(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
    return Rectangle(
      column: 0, row: hasHeader ? 1 : 0, columns: size.columns,
      rows: size.rows - (hasHeader ? 2 : 1))
  }

  package func rectangle(of pane: PaneID) -> Rectangle? {
    panes.first { $0.id == pane }?.rectangle
  }

  package func pane(column: Int, row: Int) -> PaneID? {
    panes.first { $0.rectangle.contains(column: column, row: row) }?.id
  }

  /// One, two or three columns; the reader's is as wide as a comfortable line needs, not wider.
  private static func columns(of room: Rectangle) -> [Rectangle] {
    let reading = 96
    let widths: [Int]
    switch room.columns {
    case ..<110: widths = [room.columns]
    case ..<200:
      let right = min(reading, (room.columns * 13 + 12) / 25)
      widths = [room.columns - right, right]
    default:
      let middle = min(reading, room.columns * 2 / 5)
      let left = (room.columns - middle) * 13 / 25
      widths = [left, middle, room.columns - middle - left]
    }
    var column = room.column
    return widths.map { width in
      defer { column += width }
      return Rectangle(column: column, row: room.row, columns: width, rows: room.rows)
    }
  }

  private static func column(of placement: Placement, among count: Int) -> Int {
    switch count {
    case 2: placement.ofTwo
    case 3: placement.ofThree
    default: 0
    }
  }
}

/// A pane that can be seen, and its part of the screen, border included.
package struct LayoutPlace: Hashable, Sendable {
  package var id: PaneID
  package var rectangle: Rectangle
}
