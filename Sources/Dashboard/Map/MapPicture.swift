import Terminal

/// Borders and disputed areas as dots: all of a map that depends on nothing but where one looks.
struct MapPicture: Sendable {
  let projection: MapProjection
  private(set) var borders: BrailleRaster
  /// Disputed areas, hatched.
  private(set) var hatching: BrailleRaster

  init(_ outlines: MapOutlines, _ projection: MapProjection) {
    self.projection = projection
    borders = BrailleRaster(size: projection.size)
    hatching = BrailleRaster(size: projection.size)
    let seen = projection.bounds
    for outline in outlines.outlines {
      for shift in [-360.0, 0, 360] where outline.bounds.overlaps(seen, shiftedBy: shift) {
        let ring = outline.ring.map { projection.dot($0, shiftedBy: shift) }
        draw(ring)
        if outline.isDisputed { hatch(ring) }
      }
    }
  }

  private mutating func draw(_ ring: [DotPoint]) {
    let (width, height) = (Double(borders.dots.columns) - 1, Double(borders.dots.rows) - 1)
    for (start, end) in zip(ring, ring.dropFirst()) {
      guard
        let seen = DotSegment(start: start, end: end).clipped(width: width, height: height)
      else { continue }
      borders.line(from: seen.start.dot, to: seen.end.dot)
    }
  }

  /// Every fourth diagonal of what lies inside, by the crossings of each row of dots.
  private mutating func hatch(_ ring: [DotPoint]) {
    let dots = hatching.dots
    for row in 0..<dots.rows {
      let y = Double(row) + 0.5
      let crossings = zip(ring, ring.dropFirst()).compactMap { a, b -> Double? in
        guard (a.y <= y) != (b.y <= y) else { return nil }
        return a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)
      }.sorted()
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        let first = max(0, crossings[pair].rounded(.up))
        let last = min(Double(dots.columns - 1), crossings[pair + 1].rounded(.down))
        guard first <= last else { continue }
        for column in Int(first)...Int(last) where (column + row) % 4 == 0 {
          hatching.set(column, row)
        }
      }
    }
  }
}

extension DotPoint {
  fileprivate var dot: (column: Int, row: Int) { (Int(x), Int(y)) }
}
