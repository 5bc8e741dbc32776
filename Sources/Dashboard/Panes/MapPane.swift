import Archive
import Escalation
import EventData
import Glibc
import Terminal

extension Action.ID {
  fileprivate static let zoomIn: Self = "map-zoom-in"
  fileprivate static let zoomOut: Self = "map-zoom-out"
  fileprivate static let west: Self = "map-west"
  fileprivate static let east: Self = "map-east"
  fileprivate static let north: Self = "map-north"
  fileprivate static let south: Self = "map-south"
  fileprivate static let fit: Self = "map-fit"
}

/// Where things happen: a map, and under it the places, each of which opens its events.
///
/// A pane too small for a map is the list alone.
struct MapPane: DrillPane {
  static let id: PaneID = "map"
  static let title = "Map"
  static let placement = Placement(
    ofTwo: 0, ofThree: 2, minimumRows: 30, weight: 1, companion: "reader")
  static let actions = [
    Action(
      .open, "List its events, or read the sentence", hint: "open",
      keys: [.enter, .character("l"), .right], in: .pane(id)),
    Action(.zoomIn, "See more detail", hint: "closer", keys: [.character("+")], in: .pane(id)),
    Action(
      .zoomOut, "See more of the world", hint: "farther", keys: [.character("_")], in: .pane(id)),
    Action(.west, "Look farther west", keys: [.character("H")], in: .pane(id)),
    Action(.south, "Look farther south", keys: [.character("J")], in: .pane(id)),
    Action(.north, "Look farther north", keys: [.character("K")], in: .pane(id)),
    Action(.east, "Look farther east", keys: [.character("L")], in: .pane(id)),
    Action(
      .fit, "To where most happens, or to all places", hint: "fit", keys: [.character("f")],
      in: .pane(id)),
    Action(
      .turn, "With the map, or the list alone", hint: "list", keys: [.character("t")], in: .pane(id)
    ),
  ]
  private static let step = 0.25
  private static let zoomStep = 1.5

  var reading: MapReading?
  var list = DrillList<MapPlace>()
  private var showsMap = true
  private var fitsAll = false
  /// Where somebody has gone to look; nil while the map looks where things happen.
  private var chosen: MapViewport?
  /// The filter under which that was chosen.
  private var filter: ArticleFilter?
  private var picture: MapPicture?

  func reader(in view: PaneView) -> @Sendable (LoadSource) throws -> MapReading {
    let filter = view.scope.filter
    let known = reading.flatMap { $0.outlineFailure == nil ? $0.outlines : nil }
    return { try MapReading(of: filter, from: $0, outlines: known) }
  }

  func sentences(
    of line: MapPlace, in view: PaneView
  ) -> @Sendable (LoadSource) throws -> [EvidenceLine] {
    { try EvidenceLine.lines(of: line.events, from: $0.archive) }
  }

  mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    if action == .turn, list.opened == nil {
      showsMap.toggle()
    } else if let viewport = picture?.projection.viewport, list.opened == nil,
      look(action, from: viewport, mapSize(in: view))
    {
      refresh(in: view)
      return []
    } else {
      let before = list.selected?.id
      guard let requests = drill(action, in: view) else { return nil }
      if list.selected?.id != before { follow() }
      refresh(in: view)
      return requests
    }
    fit(in: view)
    return []
  }

  mutating func point(at gesture: Pointing, in view: PaneView) -> [PaneRequest] {
    let head = headRows(view)
    guard let reading, let projection = picture?.projection, 0..<head ~= gesture.row else {
      return drill(gesture.below(head), in: view)
    }
    let cell = (column: gesture.column, row: gesture.row)
    if case .wheel(let lines) = gesture.kind {
      chosen = projection.viewport.zoomed(
        by: lines < 0 ? Self.zoomStep : 1 / Self.zoomStep,
        around: projection.coordinate(column: cell.column, row: cell.row))
      refresh(in: view)
      return []
    }
    guard let place = projection.nearest(to: cell, of: reading.lines) else { return [] }
    return choose(place, by: gesture, in: view)
  }

  /// Changes where the map looks; false when the action does not.
  private mutating func look(
    _ action: Action.ID, from viewport: MapViewport, _ size: Size
  ) -> Bool {
    switch action {
    case .zoomIn: chosen = viewport.zoomed(by: Self.zoomStep)
    case .zoomOut: chosen = viewport.zoomed(by: 1 / Self.zoomStep)
    case .west: chosen = viewport.panned(east: -Self.step, north: 0, in: size)
    case .east: chosen = viewport.panned(east: Self.step, north: 0, in: size)
    case .north: chosen = viewport.panned(east: 0, north: Self.step, in: size)
    case .south: chosen = viewport.panned(east: 0, north: -Self.step, in: size)
    case .fit:
      if chosen == nil { fitsAll.toggle() }
      chosen = nil
    default: return false
    }
    return true
  }

  /// Brings the chosen place into sight.
  private mutating func follow() {
    guard let projection = picture?.projection, let place = list.selected?.coordinate,
      projection.cell(place) == nil
    else { return }
    chosen = MapViewport(center: place, degreesPerDot: projection.viewport.degreesPerDot)
  }

  mutating func refresh(in view: PaneView) {
    let size = mapSize(in: view)
    guard let reading, size.rows > 0 else {
      picture = nil
      return
    }
    if filter != reading.filter {
      chosen = nil
      filter = reading.filter
    }
    let viewport = chosen ?? .fitting(reading.focus(all: fitsAll), in: size)
    let projection = MapProjection(viewport: viewport, size: size)
    if picture?.projection != projection { picture = MapPicture(reading.outlines, projection) }
  }

  // MARK: Drawing

  private func mapSize(in view: PaneView) -> Size {
    Size(columns: view.size.columns, rows: headRows(view))
  }

  /// Without as many a map shows nothing that the list does not.
  func headRows(_ view: PaneView) -> Int {
    guard showsMap, list.opened == nil, !list.isEmpty, view.size.rows >= 12,
      view.size.columns >= 30
    else { return 0 }
    return view.size.rows - max(4, min(12, view.size.rows / 4)) - 1
  }

  func footRows(_ view: PaneView) -> Int { headRows(view) > 0 ? 1 : 0 }

  func draw(in canvas: inout Canvas, view: PaneView) {
    guard let reading, !list.isEmpty else {
      let empty: [SafeText] =
        view.scope.isEmpty
        ? ["Nothing on the map yet.", "It shows where events that count have happened."]
        : ["Nothing on the map under the filter.", "Esc shows all articles again."]
      return EmptyNote.draw(reading == nil ? EmptyNote.loading : empty, in: &canvas)
    }
    let rows = headRows(view)
    if let picture, rows > 0 {
      let part = Rectangle(column: 0, row: 0, columns: canvas.columns, rows: rows)
      canvas.inside(part) {
        MapDrawing.draw(picture, reading.lines, selected: list.selected, in: &$0)
      }
      let seen = reading.lines.count {
        $0.coordinate.flatMap(picture.projection.cell) != nil
      }
      MapDrawing.legend(reading, seen: seen, in: &canvas, row: canvas.rows - 1)
    }
    let most = max(0.1, reading.lines.first?.points ?? 0)
    let columns = canvas.columns
    drawList(MapDrawing.table(in: columns), in: &canvas, view: view) {
      MapDrawing.cells(of: $0, most: most, in: columns)
    }
  }
}

extension MapProjection {
  /// Rows, or twice as many columns, that a pointer may be away from the place that it means.
  private static let reach = 3.0

  /// The place that is meant by who points at a cell, of several the weightiest.
  fileprivate func nearest(
    to pointed: (column: Int, row: Int), of places: [MapPlace]
  ) -> MapPlace? {
    let near = places.compactMap { place -> (place: MapPlace, distance: Double)? in
      guard let cell = place.coordinate.flatMap(cell) else { return nil }
      // A cell is about twice as high as wide.
      let distance = hypot(
        Double(cell.column - pointed.column) / 2, Double(cell.row - pointed.row))
      return distance <= Self.reach ? (place, distance) : nil
    }
    return near.min { $0.distance < $1.distance }?.place
  }
}
