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
  package private(set) var panes: [LayoutPlace] = []

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

  /// Panes in equal parts of the screen: side by side where they are wide enough to read.
  package init(size: Size, sharedBy shared: [PaneID]) {
    guard size.columns >= Self.smallest.columns, size.rows >= Self.smallest.rows else { return }
    let room = takeEdges(of: size)
    let isWide = room.columns / max(1, shared.count) >= 55
    let parts = LayoutColumn.share(
      isWide ? room.columns : room.rows, minimums: shared.map { _ in 0 },
      weights: shared.map { _ in 1 })
    var start = 0
    for (id, part) in zip(shared, parts) {
      panes.append(
        LayoutPlace(
          id: id,
          rectangle: Rectangle(
            column: isWide ? start : 0, row: room.row + (isWide ? 0 : start),
            columns: isWide ? part : room.columns, rows: isWide ? room.rows : part)))
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
