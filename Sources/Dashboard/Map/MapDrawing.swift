import EventData
import Terminal

/// How places look on a map and beside it.
enum MapDrawing {
  /// Borders, then the places, the weightiest on top, with names where there is room.
  static func draw(
    _ picture: MapPicture, _ places: [MapPlace], selected: MapPlace?, in canvas: inout Canvas
  ) {
    canvas.draw(picture.borders, role: .dim)
    canvas.draw(picture.hatching, role: .contested)
    let seen = places.compactMap { place in
      place.coordinate.flatMap(picture.projection.cell).map { (place: place, cell: $0) }
    }
    for (place, cell) in seen.reversed() {
      canvas.write([glyph(of: place)], at: cell.column, cell.row)
    }
    var labels = MapLabels(size: canvas.size, taken: seen.map(\.cell))
    if let selected, let cell = seen.first(where: { $0.place.id == selected.id })?.cell {
      canvas.write([glyph(of: selected)], at: cell.column, cell.row)
      canvas.paint(.selection, columns: cell.column..<cell.column + 1, row: cell.row)
      label(selected, at: cell, .selection, &labels, in: &canvas)
    }
    for (place, cell) in seen where place.id != selected?.id {
      label(place, at: cell, .text, &labels, in: &canvas)
    }
  }

  private static func label(
    _ place: MapPlace, at cell: (column: Int, row: Int), _ role: Role,
    _ labels: inout MapLabels, in canvas: inout Canvas
  ) {
    let name = SafeText(place.name)
    guard let column = labels.place(name.columns.count, beside: cell) else { return }
    canvas.write(name, at: column, cell.row, role: role)
  }

  /// What happened there: the sign says it without colours.
  static func glyph(of place: MapPlace) -> Run {
    place.isContested
      ? Run("≠", .contested)
      : place.calms ? Run("▼", .deescalation) : Run("▲", .escalation)
  }

  /// What the signs mean, and what the map cannot show.
  static func legend(_ reading: MapReading, seen: Int, in canvas: inout Canvas, row: Int) {
    if let failure = reading.outlineFailure {
      canvas.write(
        SafeText("⚠ " + failure.reason), at: 2, row, role: .error,
        limit: Columns(max(0, canvas.columns - 3)))
      return
    }
    let signs: [Run] = [
      Run("▲", .escalation), Run(" escalates ", .dim), Run("▼", .deescalation),
      Run(" calms ", .dim), Run("≠", .contested), Run(" denied ", .dim), Run("⠌", .contested),
      Run(" disputed", .dim),
    ]
    let room = max(0, canvas.columns - 3)
    let counts = counts(of: reading, seen: seen)
    let text = counts.first { signs.columns + $0.columns.count <= room } ?? counts[1]
    canvas.write(signs + [Run(text, .dim)], at: 2, row, limit: Columns(room))
  }

  /// What is seen and what the map cannot show, in a long form and in a short one.
  private static func counts(of reading: MapReading, seen: Int) -> [SafeText] {
    let located = reading.lines.count { $0.coordinate != nil }
    let lost = reading.lines.count - located
    let unlocated = lost > 0 ? ", \(Wording.count(lost, "place")) not on the map" : ""
    let nowhere =
      reading.nowhere > 0 ? ", \(Wording.count(reading.nowhere, "event")) without a place" : ""
    return [
      SafeText(" · \(seen) of \(Wording.count(located, "place")) in sight" + unlocated + nowhere),
      SafeText(
        " · \(seen) of \(located) in sight"
          + (reading.nowhere > 0 ? ", \(reading.nowhere) unplaced" : "")),
    ]
  }

  static func table(in columns: Int) -> Table {
    Table(
      [
        .init(heading: "", width: 1),
        .init(heading: "Place", width: 10, grows: true),
        .init(heading: "Kind", width: 8, from: 70),
        .init(heading: "Lead", width: 4, from: 44),
        .init(heading: "Escal.", width: 7, alignment: .trailing),
        .init(heading: "Calm", width: 6, alignment: .trailing, from: 36),
        .init(heading: "Events", width: 6, alignment: .trailing, from: 30),
        .init(heading: "", width: max(8, columns / 6), from: 90),
      ], width: columns)
  }

  static func cells(of place: MapPlace, most: Double, in columns: Int) -> [[Run]] {
    func points(_ value: Double, _ role: Role) -> [Run] {
      value > 0 ? [Run(SafeText(Wording.points(value)), role)] : [Run("·", .dim)]
    }
    return [
      [glyph(of: place)],
      [
        Run(SafeText(place.name), .region),
        Run(place.coordinate == nil ? "  not on the map" : "", .dim),
      ],
      [Run(SafeText(place.region?.kind.rawValue ?? ""), .dim)],
      [Run(SafeText(place.leading.indicator), .key)],
      points(place.escalation, .escalation), points(place.calm, .deescalation),
      [Wording.tally(place.count)],
      Bar.runs(
        place.points / most, columns: max(8, columns / 6),
        role: place.calms ? .deescalation : .escalation),
    ]
  }
}

/// Finds room for names, so that none covers another or a place.
struct MapLabels {
  private let size: Size
  private var taken: [Int: [Range<Int>]] = [:]

  init(size: Size, taken cells: [(column: Int, row: Int)]) {
    self.size = size
    for cell in cells { taken[cell.row, default: []].append(cell.column..<cell.column + 1) }
  }

  /// The column of a name to the right of its cell, or to the left; nil when there is no room.
  mutating func place(_ columns: Int, beside cell: (column: Int, row: Int)) -> Int? {
    for start in [cell.column + 2, cell.column - 1 - columns] {
      let range = start..<start + columns
      guard columns > 0, start >= 0, range.upperBound <= size.columns,
        taken[cell.row]?.allSatisfy({ !$0.overlaps(range) }) ?? true
      else { continue }
      taken[cell.row, default: []].append(start..<range.upperBound + 1)
      return start
    }
    return nil
  }
}
