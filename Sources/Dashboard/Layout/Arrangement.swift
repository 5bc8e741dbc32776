import Terminal

/// How somebody has arranged the panes on a screen of one size.
package struct Arrangement: Hashable, Sendable {
  package struct Move: Hashable, Sendable {
    package var border: Border
    /// Cells to the right, or down.
    package var by: Int

    package init(_ border: Border, by: Int) {
      self.border = border
      self.by = by
    }
  }

  /// Panes that share the screen; none for as many as fit.
  package var panes: [PaneID]
  package var moves: [Move]

  package init(panes: [PaneID] = [], moves: [Move] = []) {
    self.panes = panes
    self.moves = moves
  }

  package var isEmpty: Bool { self == Arrangement() }

  /// Moves a border; what was moved before is added up.
  package mutating func move(_ border: Border, by cells: Int) {
    if let index = moves.firstIndex(where: { $0.border == border }) {
      moves[index].by += cells
    } else {
      moves.append(Move(border, by: cells))
    }
    moves.removeAll { $0.by == 0 }
  }
}

/// An arrangement for a purpose.
struct LayoutPreset: Sendable {
  let name: String
  let panes: [PaneID]

  /// The first is no arrangement at all.
  static let all = [
    LayoutPreset(name: "as much as fits", panes: []),
    LayoutPreset(name: "reading", panes: [ArticlesPane.id, ReaderPane.id]),
    LayoutPreset(
      name: "monitoring",
      panes: [EscalationPane.id, ChangesPane.id, AlertsPane.id, TimelinePane.id]),
    LayoutPreset(
      name: "comparing",
      panes: [ClaimsPane.id, StatementsPane.id, DyadsPane.id, ReaderPane.id]),
  ]
}

/// The arrangements of several sizes as a text: a line each, as
/// `160x48 panes=articles,reader moves=articles:right:-4`.
package enum ArrangementText {
  package static func write(_ arrangements: [Size: Arrangement]) -> String {
    arrangements.filter { !$0.value.isEmpty }.map { size, arrangement in
      let panes = arrangement.panes.map(\.rawValue).joined(separator: ",")
      let moves = arrangement.moves.map {
        "\($0.border.pane.rawValue):\($0.border.edge.rawValue):\($0.by)"
      }.joined(separator: ",")
      return "\(size.columns)x\(size.rows) panes=\(panes) moves=\(moves)\n"
    }.sorted().joined()
  }

  /// What makes no sense is left out: it is a memory, not a wish.
  package static func read(_ text: String) -> [Size: Arrangement] {
    var arrangements: [Size: Arrangement] = [:]
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: " ")
      let numbers = fields.first?.split(separator: "x").compactMap { Int($0) } ?? []
      guard numbers.count == 2, fields.count == 3 else { continue }
      let lists = fields.dropFirst().map { field in
        field.drop { $0 != "=" }.dropFirst().split(separator: ",").map(String.init)
      }
      arrangements[Size(columns: numbers[0], rows: numbers[1])] = Arrangement(
        panes: lists[0].map { PaneID(rawValue: $0) }, moves: lists[1].compactMap(move))
    }
    return arrangements
  }

  private static func move(_ text: String) -> Arrangement.Move? {
    let parts = text.split(separator: ":").map(String.init)
    guard parts.count == 3, let edge = Border.Edge(rawValue: parts[1]), let cells = Int(parts[2])
    else { return nil }
    return Arrangement.Move(Border(edge, of: PaneID(rawValue: parts[0])), by: cells)
  }
}
