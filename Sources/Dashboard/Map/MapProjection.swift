import EventData
import Glibc
import Terminal

/// Which part of the world a map shows.
struct MapViewport: Hashable, Sendable {
  var center: Coordinate
  /// Degrees of latitude that a dot stands for.
  var degreesPerDot: Double

  /// From a street to the whole world.
  static let scales = 0.0005...4.0

  /// The part that holds all the coordinates, with some room around; the world when there are
  /// none.
  static func fitting(_ coordinates: [Coordinate], in size: Size) -> MapViewport {
    let (columns, rows) = (Double(max(1, size.columns * 2)), Double(max(1, size.rows * 4)))
    guard let south = coordinates.map(\.latitude).min(),
      let north = coordinates.map(\.latitude).max()
    else {
      return MapViewport(
        center: Coordinate(latitude: 20, longitude: 10),
        degreesPerDot: max(360 / columns, 150 / rows))
    }
    let (west, breadth) = narrowestArc(coordinates.map(\.longitude))
    let center = Coordinate(
      latitude: (south + north) / 2, longitude: remainder(west + breadth / 2, 360))
    let room = 1.3
    // A single place is shown with what lies around it.
    let least = 1.5
    let across = max(least, breadth) * MapProjection.shrinking(at: center.latitude) * room
    let down = max(least, north - south) * room
    return MapViewport(center: center, degreesPerDot: max(across / columns, down / rows)).bounded
  }

  /// The shortest arc that holds all the longitudes: it may cross the date line.
  private static func narrowestArc(_ longitudes: [Double]) -> (west: Double, breadth: Double) {
    let sorted = longitudes.sorted()
    guard let first = sorted.first, let last = sorted.last else { return (0, 0) }
    var (west, gap) = (first, first + 360 - last)
    for (a, b) in zip(sorted, sorted.dropFirst()) where b - a > gap { (west, gap) = (b, b - a) }
    return (west, 360 - gap)
  }

  /// - Parameter factor: above 1 to see more detail.
  func zoomed(by factor: Double) -> MapViewport {
    MapViewport(center: center, degreesPerDot: degreesPerDot / factor).bounded
  }

  /// The same, what is seen at a coordinate left where it is.
  func zoomed(by factor: Double, around fixed: Coordinate) -> MapViewport {
    var zoomed = zoomed(by: factor)
    // As far as it goes: it may not see more than the world.
    let part = zoomed.degreesPerDot / degreesPerDot
    zoomed.center.latitude = fixed.latitude + (center.latitude - fixed.latitude) * part
    zoomed.center.longitude = fixed.longitude + (center.longitude - fixed.longitude) * part
    return zoomed.bounded
  }

  /// Moves by parts of what is seen, to the east and to the north.
  func panned(east: Double, north: Double, in size: Size) -> MapViewport {
    var moved = self
    moved.center.latitude += north * Double(size.rows * 4) * degreesPerDot
    moved.center.longitude +=
      east * Double(size.columns * 2) * degreesPerDot
      / MapProjection.shrinking(at: center.latitude)
    return moved.bounded
  }

  private var bounded: MapViewport {
    MapViewport(
      center: Coordinate(
        latitude: min(85, max(-85, center.latitude)),
        longitude: remainder(center.longitude, 360)),
      degreesPerDot: min(Self.scales.upperBound, max(Self.scales.lowerBound, degreesPerDot)))
  }
}

/// From degrees to the dots of a map: as on a globe seen from above its centre, near enough.
struct MapProjection: Hashable, Sendable {
  let viewport: MapViewport
  /// In cells.
  let size: Size

  /// How much shorter a degree of longitude is than one of latitude.
  static func shrinking(at latitude: Double) -> Double { max(0.1, cos(latitude * .pi / 180)) }

  /// - Parameter shift: degrees to add to the longitude.
  func dot(_ point: MapPoint, shiftedBy shift: Double = 0) -> DotPoint {
    let east = point.longitude + shift - viewport.center.longitude
    let shrinking = Self.shrinking(at: viewport.center.latitude)
    return DotPoint(
      x: Double(size.columns) + east * shrinking / viewport.degreesPerDot,
      y: Double(size.rows * 2)
        - (point.latitude - viewport.center.latitude) / viewport.degreesPerDot)
  }

  /// The cell that shows a coordinate; nil when it is not seen.
  func cell(_ coordinate: Coordinate) -> (column: Int, row: Int)? {
    let point = MapPoint(longitude: coordinate.longitude, latitude: coordinate.latitude)
    let nearest =
      viewport.center.longitude
      + remainder(coordinate.longitude - viewport.center.longitude, 360)
    let dot = dot(point, shiftedBy: nearest - coordinate.longitude)
    guard dot.x >= 0, dot.y >= 0 else { return nil }
    let cell = (column: Int(dot.x / 2), row: Int(dot.y / 4))
    return cell.column < size.columns && cell.row < size.rows ? cell : nil
  }

  /// What the middle of a cell shows.
  func coordinate(column: Int, row: Int) -> Coordinate {
    let (east, south) = (Double(column * 2 + 1 - size.columns), Double(row * 4 + 2 - size.rows * 2))
    let center = viewport.center
    return Coordinate(
      latitude: center.latitude - south * viewport.degreesPerDot,
      longitude: center.longitude
        + east * viewport.degreesPerDot / Self.shrinking(at: center.latitude))
  }

  /// What is seen, in degrees.
  var bounds: MapBounds {
    let down = Double(size.rows * 2) * viewport.degreesPerDot
    let across =
      Double(size.columns) * viewport.degreesPerDot
      / Self.shrinking(at: viewport.center.latitude)
    let center = viewport.center
    // Two corners always make bounds.
    return MapBounds([
      MapPoint(longitude: center.longitude - across, latitude: center.latitude - down),
      MapPoint(longitude: center.longitude + across, latitude: center.latitude + down),
    ])!
  }
}

/// A place on a map, in dots from its upper left.
struct DotPoint: Hashable, Sendable {
  var x: Double
  var y: Double
}

/// A straight line on a map.
struct DotSegment: Hashable, Sendable {
  var start: DotPoint
  var end: DotPoint

  /// The part that lies inside 0…width and 0…height (Liang and Barsky 1984); nil when none does.
  func clipped(width: Double, height: Double) -> DotSegment? {
    let (across, down) = (end.x - start.x, end.y - start.y)
    var (enters, leaves) = (0.0, 1.0)
    for (step, room) in [
      (-across, start.x), (across, width - start.x), (-down, start.y), (down, height - start.y),
    ] {
      if step == 0 {
        if room < 0 { return nil }
      } else if step < 0 {
        enters = max(enters, room / step)
      } else {
        leaves = min(leaves, room / step)
      }
    }
    guard enters <= leaves else { return nil }
    func point(_ part: Double) -> DotPoint {
      DotPoint(x: start.x + part * across, y: start.y + part * down)
    }
    return DotSegment(start: point(enters), end: point(leaves))
  }
}
