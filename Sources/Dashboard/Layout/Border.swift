import Terminal

/// The right or the lower edge of a pane, which can be moved.
package struct Border: Hashable, Sendable {
  package enum Edge: String, Hashable, Sendable { case right, lower }

  package var pane: PaneID
  package var edge: Edge

  package init(_ edge: Edge, of pane: PaneID) {
    self.pane = pane
    self.edge = edge
  }
}

extension Layout {
  /// What a pane keeps, whoever moves its borders: its frame and a line of some words.
  package static let smallestPane = Size(columns: 20, rows: 3)

  /// The same with a border so many cells farther right or down, as far as the panes on both
  /// sides have room. All panes along the border move with it.
  package func moving(_ border: Border, by cells: Int) -> Layout {
    guard let start = rectangle(of: border.pane) else { return self }
    let isColumn = border.edge == .right
    let line = Extent(of: start, across: isColumn).end
    // A border ends where it meets one that crosses it on both sides.
    var (before, behind): (Set<PaneID>, Set<PaneID>) = ([border.pane], [])
    var span = Extent(of: start, across: !isColumn)
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for place in panes where !before.contains(place.id) && !behind.contains(place.id) {
        let own = Extent(of: place.rectangle, across: isColumn)
        let along = Extent(of: place.rectangle, across: !isColumn)
        guard own.end == line || own.start == line, along.overlaps(span) else { continue }
        if own.end == line { before.insert(place.id) } else { behind.insert(place.id) }
        span = span.union(along)
        isGrowing = true
      }
    }
    guard !behind.isEmpty else { return self }
    let least = isColumn ? Self.smallestPane.columns : Self.smallestPane.rows
    func room(_ ids: Set<PaneID>) -> Int {
      ids.compactMap { rectangle(of: $0) }.map { Extent(of: $0, across: isColumn).length - least }
        .min() ?? 0
    }
    let step = max(-max(0, room(before)), min(max(0, room(behind)), cells))
    var moved = self
    for index in moved.panes.indices {
      let id = moved.panes[index].id
      if before.contains(id) {
        moved.panes[index].rectangle.stretch(isColumn, end: step)
      } else if behind.contains(id) {
        moved.panes[index].rectangle.stretch(isColumn, start: step)
      }
    }
    return moved
  }

  /// The border under a cell; nil inside a pane, and at the edges of the screen.
  package func border(column: Int, row: Int) -> Border? {
    for place in panes {
      let area = place.rectangle
      guard area.contains(column: column, row: row) else { continue }
      let isRight = column == area.column + area.columns - 1
      let isLower = row == area.row + area.rows - 1
      if isRight, isShared(.right, of: place) { return Border(.right, of: place.id) }
      if isLower, isShared(.lower, of: place) { return Border(.lower, of: place.id) }
      if column == area.column, let other = pane(column: column - 1, row: row) {
        return Border(.right, of: other)
      }
    }
    return nil
  }

  private func isShared(_ edge: Border.Edge, of place: LayoutPlace) -> Bool {
    let area = place.rectangle
    return edge == .right
      ? pane(column: area.column + area.columns, row: area.row) != nil
      : pane(column: area.column, row: area.row + area.rows) != nil
  }
}

/// From where to where, in one direction.
private struct Extent {
  var start: Int
  var end: Int
  var length: Int { end - start }

  init(of area: Rectangle, across columns: Bool) {
    start = columns ? area.column : area.row
    end = start + (columns ? area.columns : area.rows)
  }

  func overlaps(_ other: Extent) -> Bool { start < other.end && other.start < end }

  func union(_ other: Extent) -> Extent {
    var union = self
    union.start = min(start, other.start)
    union.end = max(end, other.end)
    return union
  }
}

extension Rectangle {
  fileprivate mutating func stretch(_ isColumn: Bool, start: Int = 0, end: Int = 0) {
    self =
      isColumn
      ? Rectangle(
        column: column + start, row: row, columns: columns - start + end, rows: rows)
      : Rectangle(
        column: column, row: row + start, columns: columns, rows: rows - start + end)
  }
}
