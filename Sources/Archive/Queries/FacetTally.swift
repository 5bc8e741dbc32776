/// How many of some articles have each actor, each region and each trait.
struct FacetTally {
  /// By row; there may be more places than rows.
  private(set) var actors: [Int] = []
  private(set) var regions: [Int] = []
  private(set) var traits: [Int] = []
  /// By months since the year 0; 0 for no date.
  private(set) var months: [Int: Int] = [:]

  /// Takes in an article: the bytes of its ``PackedFacets``.
  ///
  /// Reads them where they are: lists of a hundred thousand articles are counted while a person
  /// waits.
  ///
  /// - Throws: ``ArchiveError/corrupt(_:)``.
  mutating func add(_ packed: UnsafeRawBufferPointer) throws(ArchiveError) {
    var place = 0
    months[try Self.integer(packed, &place), default: 0] += 1
    try Self.count(packed, &place, &actors)
    try Self.count(packed, &place, &regions)
    try Self.count(packed, &place, &traits)
  }

  private static func count(
    _ packed: UnsafeRawBufferPointer, _ place: inout Int, _ counts: inout [Int]
  ) throws(ArchiveError) {
    var row = 0
    let rows = try integer(packed, &place)
    // Each takes a byte at least.
    guard 0...packed.count ~= rows else { throw .corrupt("\(rows) packed facets") }
    for _ in 0..<rows {
      row &+= try integer(packed, &place)
      // Rows are given out in order, from 1.
      guard 0..<(1 << 24) ~= row else { throw .corrupt("packed facet \(row)") }
      if row >= counts.count {
        counts.append(contentsOf: repeatElement(0, count: row + 1 - counts.count + row / 2))
      }
      counts[row] &+= 1
    }
  }

  /// As ``PackedReader/integer()`` does.
  @inline(__always)
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
