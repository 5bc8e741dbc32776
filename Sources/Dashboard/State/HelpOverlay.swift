import Terminal

/// The list of keys over the screen, made from the keymap that is in force.
package struct HelpOverlay: Hashable, Sendable {
  enum Line: Hashable {
    case heading(String)
    case binding(keys: String, description: String)
    case blank
  }

  /// Where help was asked for: it tells what keys do there.
  package let context: KeyContext
  /// Words that a line must have to be shown.
  var query = ""
  /// The first line that is seen.
  package private(set) var top = 0

  package init(for context: KeyContext) {
    self.context = context
  }

  mutating func perform(_ action: Action.ID, on size: Size, _ keymap: Keymap) {
    let page = max(1, Self.area(in: size).rows - 2)
    switch action {
    case .down: scroll(by: 1, on: size, keymap)
    case .up: scroll(by: -1, on: size, keymap)
    case .pageDown: scroll(by: page, on: size, keymap)
    case .pageUp: scroll(by: -page, on: size, keymap)
    case .halfPageDown: scroll(by: page / 2, on: size, keymap)
    case .halfPageUp: scroll(by: -page / 2, on: size, keymap)
    case .first: top = 0
    case .last: scroll(by: .max / 2, on: size, keymap)
    default: break
    }
  }

  mutating func scroll(by lines: Int, on size: Size, _ keymap: Keymap) {
    top += lines
    fit(on: size, keymap)
  }

  /// Keeps the last line at the lower edge, at most.
  mutating func fit(on size: Size, _ keymap: Keymap) {
    let area = Self.area(in: size)
    let count = columns(in: area, keymap: keymap).map(\.count).max() ?? 0
    top = max(0, min(top, count - (area.rows - 2)))
  }

  // MARK: Lines

  /// What can be done, by groups, this pane's own first.
  func groups(keymap: Keymap) -> [[Line]] {
    let bindings = keymap.bindings(in: context)
    let keys = Action.Group.allCases.map { group in
      section(
        group.rawValue,
        bindings.filter { $0.action.group == group }.map {
          (
            Wording.keys($0.keys), $0.action.description,
            $0.action.id.rawValue
          )
        })
    }
    let language = section("In a search", FilterHelp.lines.map { ($0.term, $0.meaning, "") })
    return (keys + [language]).filter { !$0.isEmpty }
  }

  /// A heading with those of its lines that have the words.
  private func section(
    _ name: String, _ lines: [(keys: String, description: String, id: String)]
  ) -> [Line] {
    let words = query.lowercased().split(separator: " ")
    let found = lines.filter { line in
      let text = "\(name) \(line.keys) \(line.description) \(line.id)".lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    guard !found.isEmpty else { return [] }
    return [.heading(name)] + found.map { .binding(keys: $0.keys, description: $0.description) }
  }

  /// One column of lines, or two where there is room, neither much longer than the other.
  func columns(in area: Rectangle, keymap: Keymap) -> [[Line]] {
    let groups = groups(keymap: keymap)
    let single = Array(groups.joined(separator: [.blank]))
    guard area.columns >= 120 else { return [single] }
    let splits = (1..<max(2, groups.count)).map { count in
      [groups.prefix(count), groups.dropFirst(count)].map { Array($0.joined(separator: [.blank])) }
    }
    return splits.min { ($0.map(\.count).max() ?? 0) < ($1.map(\.count).max() ?? 0) } ?? [single]
  }

  // MARK: Drawing

  /// In the middle of the screen, its border included.
  static func area(in size: Size) -> Rectangle {
    let columns = size.columns >= 124 ? min(128, size.columns - 4) : min(72, size.columns)
    // Header and status line stay in sight: they tell how to close this.
    let rows = size.rows >= 14 ? size.rows - 2 : size.rows
    return Rectangle(
      column: (size.columns - columns) / 2, row: (size.rows - rows) / 2, columns: columns,
      rows: rows)
  }

  func draw(in canvas: inout Canvas, keymap: Keymap) {
    var area = Self.area(in: canvas.size)
    let columns = columns(in: area, keymap: keymap)
    if columns.allSatisfy(\.isEmpty) {
      area.row += area.rows / 2
      area.rows = min(3, area.rows)
      canvas.fill(area, role: .text)
      let inner = canvas.box(area, title: title, focused: true)
      canvas.write("No key does that.", at: inner.column + 2, inner.row)
      return
    }
    let count = columns.map(\.count).max() ?? 0
    if count + 2 < area.rows {
      area.row += (area.rows - count - 2) / 2
      area.rows = count + 2
    }
    canvas.fill(area, role: .text)
    let last = min(count, top + area.rows - 2)
    let note = count > area.rows - 2 ? "\(last) of \(count) lines" : ""
    let inner = canvas.box(area, title: title, note: SafeText(note), focused: true)
    let width = inner.columns / max(1, columns.count)
    for (index, lines) in columns.enumerated() {
      let part = Rectangle(
        column: inner.column + index * width, row: inner.row, columns: width, rows: inner.rows)
      canvas.inside(part) { canvas in
        for (row, line) in lines.dropFirst(top).prefix(inner.rows).enumerated() {
          Self.draw(line, in: &canvas, row: row)
        }
      }
    }
  }

  private var title: SafeText { query.isEmpty ? "Keys" : "Keys with “\(query)”" }

  private static func draw(_ line: Line, in canvas: inout Canvas, row: Int) {
    let keyColumns = 16
    switch line {
    case .heading(let text): canvas.write(SafeText(text), at: 2, row, role: .heading)
    case .binding(let keys, let description):
      canvas.write(SafeText(keys), at: 2, row, role: .key, limit: Columns(keyColumns))
      canvas.write(
        SafeText(description), at: 3 + keyColumns, row,
        limit: Columns(max(0, canvas.columns - keyColumns - 4)))
    case .blank: break
    }
  }
}
