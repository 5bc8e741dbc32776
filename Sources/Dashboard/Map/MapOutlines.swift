import EventData

/// What is wrong with a file of outlines; `line` counts from 1.
package enum MapOutlineError: Error, Hashable, Sendable {
  case fields(file: String, line: Int, found: Int)
  case unknownStanding(file: String, line: Int, String)
  /// The point that cannot be read, or a ring of fewer than three.
  case badRing(file: String, line: Int, String)
}

/// The border of a country, or of an area of which it is disputed whose it is.
package struct MapOutline: Hashable, Sendable {
  package let name: String
  package let isDisputed: Bool
  /// A closed ring; the last point is the first.
  package let ring: [MapPoint]
  let bounds: MapBounds
}

/// Degrees, WGS 84; longitudes may reach a little beyond 180.
package struct MapPoint: Hashable, Sendable {
  package var longitude: Double
  package var latitude: Double
}

struct MapBounds: Hashable, Sendable {
  var longitudes: ClosedRange<Double>
  var latitudes: ClosedRange<Double>

  init?(_ points: [MapPoint]) {
    guard let west = points.map(\.longitude).min(), let east = points.map(\.longitude).max(),
      let south = points.map(\.latitude).min(), let north = points.map(\.latitude).max()
    else { return nil }
    longitudes = west...east
    latitudes = south...north
  }

  func overlaps(_ other: MapBounds, shiftedBy degrees: Double) -> Bool {
    latitudes.overlaps(other.latitudes)
      && longitudes.lowerBound + degrees <= other.longitudes.upperBound
      && longitudes.upperBound + degrees >= other.longitudes.lowerBound
  }
}

/// All borders that a map can show.
package struct MapOutlines: Hashable, Sendable {
  package let outlines: [MapOutline]

  package static let none = MapOutlines([])

  package init(_ outlines: [MapOutline]) {
    self.outlines = outlines
  }

  /// Reads a table of rings: name, standing (`state` or `disputed`), and the ring as
  /// longitude,latitude in hundredths of a degree: the first point, then the distance of each
  /// from the one before.
  ///
  /// `#` at the start of a line makes it a comment; the first other line names the columns.
  package init(parsing text: String, file: String) throws(MapOutlineError) {
    var outlines: [MapOutline] = []
    var hasHeading = false
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      guard hasHeading else {
        hasHeading = true
        continue
      }
      outlines.append(try MapOutlineLine(file: file, number: number).parse(line))
    }
    self.init(outlines)
  }
}

/// Reads one line of a file of outlines.
private struct MapOutlineLine {
  let file: String
  let number: Int

  func parse(_ line: Substring.UTF8View) throws(MapOutlineError) -> MapOutline {
    let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard fields.count == 3 else {
      throw .fields(file: file, line: number, found: fields.count)
    }
    let standing = String(Substring(fields[1]))
    guard standing == "state" || standing == "disputed" else {
      throw .unknownStanding(file: file, line: number, standing)
    }
    let ring = try ring(fields[2])
    guard ring.count > 2, let bounds = MapBounds(ring) else {
      throw .badRing(file: file, line: number, "\(ring.count) points")
    }
    return MapOutline(
      name: String(Substring(fields[0])), isDisputed: standing == "disputed", ring: ring,
      bounds: bounds)
  }

  private func ring(_ field: Substring.UTF8View) throws(MapOutlineError) -> [MapPoint] {
    var ring: [MapPoint] = []
    var (longitude, latitude) = (0, 0)
    for point in field.split(separator: UInt8(ascii: " ")) {
      guard let comma = point.firstIndex(of: UInt8(ascii: ",")),
        let across = Int(Substring(point[..<comma])),
        let up = Int(Substring(point[point.index(after: comma)...])),
        abs(across) <= 36_000, abs(up) <= 18_000
      else { throw .badRing(file: file, line: number, String(Substring(point))) }
      longitude += across
      latitude += up
      ring.append(MapPoint(longitude: Double(longitude) / 100, latitude: Double(latitude) / 100))
    }
    return ring
  }
}
