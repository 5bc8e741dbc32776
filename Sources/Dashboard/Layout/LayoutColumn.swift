import Terminal

/// A column of the screen: which of its panes are shown, from top to bottom.
struct LayoutColumn {
  typealias Candidate = (id: PaneID, placement: Placement)

  /// Panes that share rows: one, or narrow neighbours side by side.
  struct Shelf {
    var panes: [Candidate]
    var minimumRows: Int { panes.map(\.placement.minimumRows).max() ?? 0 }
    var weight: Int { panes.map(\.placement.weight).max() ?? 0 }
    func holds(_ id: PaneID) -> Bool { panes.contains { $0.id == id } }
  }

  /// Columns below which narrow panes do not share a shelf.
  static let narrowest = 24
  /// Panes one above the other on a screen of one column: more are too small to read.
  static let mostAlone = 2
  /// How much more room the pane with the focus takes on such a screen.
  static let focusGain = 2

  let placed: [LayoutPlace]

  init(rectangle: Rectangle, panes: [Candidate], recent: [PaneID], isAlone: Bool) {
    let shelves = Self.shelves(of: panes, columns: rectangle.columns)
    let chosen = Self.choose(
      from: shelves, rows: rectangle.rows, recent: recent, isAlone: isAlone)
    let weights = chosen.map { shelf in
      isAlone && recent.first.map(shelf.holds) == true
        ? shelf.weight * Self.focusGain : shelf.weight
    }
    let heights = Self.share(
      rectangle.rows, minimums: chosen.map(\.minimumRows), weights: weights)
    var row = rectangle.row
    var placed: [LayoutPlace] = []
    for (shelf, height) in zip(chosen, heights) {
      var column = rectangle.column
      let widths = Self.share(
        rectangle.columns, minimums: shelf.panes.map { _ in 0 }, weights: shelf.panes.map { _ in 1 }
      )
      for (pane, width) in zip(shelf.panes, widths) {
        placed.append(
          LayoutPlace(
            id: pane.id,
            rectangle: Rectangle(column: column, row: row, columns: width, rows: height)))
        column += width
      }
      row += height
    }
    self.placed = placed
  }

  private static func shelves(of panes: [Candidate], columns: Int) -> [Shelf] {
    var shelves: [Shelf] = []
    for pane in panes {
      if pane.placement.isNarrow, let last = shelves.last,
        last.panes.allSatisfy(\.placement.isNarrow),
        (last.panes.count + 1) * narrowest <= columns
      {
        shelves[shelves.count - 1].panes.append(pane)
      } else {
        shelves.append(Shelf(panes: [pane]))
      }
    }
    return shelves
  }

  /// The shelves that fit: what has the focus first, then what belongs to it, then by memory.
  private static func choose(
    from shelves: [Shelf], rows: Int, recent: [PaneID], isAlone: Bool
  ) -> [Shelf] {
    let candidates = shelves.flatMap(\.panes)
    var wishes = recent
    if isAlone, let focus = recent.first,
      let own = candidates.first(where: { $0.id == focus })?.placement.companion
    {
      let partner = recent.dropFirst().first { id in
        id == own || candidates.first { $0.id == id }?.placement.companion == focus
      }
      // A pane that belongs to neither would only take room.
      wishes = [focus] + (partner.map { [$0] } ?? [])
    }
    var chosen: Set<Int> = []
    var left = rows
    for id in wishes {
      guard let index = shelves.firstIndex(where: { $0.holds(id) }), !chosen.contains(index),
        chosen.isEmpty || shelves[index].minimumRows <= left,
        !isAlone || chosen.count < mostAlone
      else { continue }
      chosen.insert(index)
      left -= shelves[index].minimumRows
    }
    return shelves.indices.filter(chosen.contains).map { shelves[$0] }
  }

  /// Parts a length: everybody's minimum, then the rest by weight, without a remainder.
  static func share(_ length: Int, minimums: [Int], weights: [Int]) -> [Int] {
    let rest = max(0, length - minimums.reduce(0, +))
    let total = max(1, weights.reduce(0, +))
    var parts = zip(minimums, weights).map { $0 + rest * $1 / total }
    var left = length - parts.reduce(0, +)
    var index = 0
    while left != 0, !parts.isEmpty {
      let step = left > 0 ? 1 : -1
      if parts[index % parts.count] + step >= 0 {
        parts[index % parts.count] += step
        left -= step
      }
      index += 1
    }
    return parts
  }
}
