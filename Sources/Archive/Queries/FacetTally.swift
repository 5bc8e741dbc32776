/// How many of some articles have each actor, each region and each trait.
struct FacetTally {
  /// By row; there may be more places than rows.
  private(set) var actors: [Int] = []
  private(set) var regions: [Int] = []
  private(set) var traits: [Int] = []
  /// By months since the year 0; of 0 for no date.
  private var byMonth: [Int] = []

  /// By months since the year 0; 0 for no date.
  var months: [Int: Int] {
    Dictionary(
      uniqueKeysWithValues: byMonth.enumerated().lazy.filter { $0.element > 0 }
        .map { ($0.offset, $0.element) })
  }

  /// Takes in an article: the bytes of its ``PackedFacets``.
  ///
  /// Reads them where they are: lists of a hundred thousand articles are counted while a person
  /// waits.
  ///
  /// - Throws: ``ArchiveError/corrupt(_:)``.
  mutating func add(_ packed: UnsafeRawBufferPointer) throws(ArchiveError) {
    var place = 0
    try Self.count(1, packed, &place, &byMonth)
    try Self.count(Self.length(packed, &place), packed, &place, &actors)
    try Self.count(Self.length(packed, &place), packed, &place, &regions)
    try Self.count(Self.length(packed, &place), packed, &place, &traits)
  }

  /// What both have counted.
  static func += (tally: inout Self, other: Self) {
    for counts in [\Self.actors, \.regions, \.traits, \.byMonth] {
      let missing = other[keyPath: counts].count - tally[keyPath: counts].count
      if missing > 0 {
        tally[keyPath: counts].append(contentsOf: repeatElement(0, count: missing))
      }
      for (place, count) in other[keyPath: counts].enumerated() {
        tally[keyPath: counts][place] &+= count
      }
    }
  }

  /// Adds one for each of so many rows, which follow as distances.
  private static func count(
    _ length: Int, _ packed: UnsafeRawBufferPointer, _ place: inout Int, _ counts: inout [Int]
  ) throws(ArchiveError) {
    var left = length
    var row = 0
    while left > 0 {
      left = countShort(left, packed, &place, &row, &counts)
      guard left > 0 else { return }
      // One of more than a byte, or beyond the counts so far.
      row &+= try integer(packed, &place)
      // Rows are given out in order, from 1.
      guard 0..<(1 << 24) ~= row else { throw .corrupt("packed facet \(row)") }
      if row >= counts.count {
        counts.append(contentsOf: repeatElement(0, count: row + 1 - counts.count + row / 2))
      }
      counts[row] &+= 1
      left &-= 1
    }
  }

  /// As far as distances take one byte, which nearly all do.
  ///
  /// - Returns: how many are left.
  private static func countShort(
    _ length: Int, _ packed: UnsafeRawBufferPointer, _ place: inout Int, _ row: inout Int,
    _ counts: inout [Int]
  ) -> Int {
    counts.withUnsafeMutableBufferPointer { counts in
      let end = min(packed.count, place &+ length)
      let start = place
      var at = place
      var known = row
      while at < end {
        let byte = Int(packed[at])
        let next = known &+ (byte >> 1)
        guard byte & 0x81 == 0, next < counts.count else { break }
        counts[next] &+= 1
        known = next
        at &+= 1
      }
      place = at
      row = known
      return length &- (at &- start)
    }
  }

  private static func length(
    _ packed: UnsafeRawBufferPointer, _ place: inout Int
  ) throws(ArchiveError) -> Int {
    let length = try integer(packed, &place)
    // Each takes a byte at least.
    guard 0...packed.count ~= length else { throw .corrupt("\(length) packed facets") }
    return length
  }

  /// As ``PackedReader/integer()`` does.
  private static func integer(
    _ packed: UnsafeRawBufferPointer, _ place: inout Int
  ) throws(ArchiveError) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < packed.count, shift < 64 {
      let byte = packed[place]
      place &+= 1
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)) }
      shift &+= 7
    }
    throw .corrupt("packed facets without an end")
  }
}
