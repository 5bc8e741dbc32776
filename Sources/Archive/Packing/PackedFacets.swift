import EventData

/// What an article can be counted under, in one column: its month, and the rows of its actors, its
/// regions and its traits, each in ascending order and once.
///
/// The tables of mentions lead from an actor to its articles; this leads back.
struct PackedFacets: Equatable {
  /// Months since the year 0; 0 for an article without a date.
  var month: Int
  var actors: [Int64]
  var regions: [Int64]
  var traits: [Int64]

  init(published: Int, actors: [Int64], regions: [Int64], traits: [Int64]) {
    month = Self.month(published)
    self.actors = actors
    self.regions = regions
    self.traits = traits
  }

  init(packed: some Sequence<UInt8>) throws(ArchiveError) {
    var reader = PackedReader(packed)
    month = try reader.integer()
    actors = try reader.rows()
    regions = try reader.rows()
    traits = try reader.rows()
  }

  /// What either has; of the later month.
  func union(_ other: PackedFacets) -> PackedFacets {
    var union = self
    union.month = max(month, other.month)
    union.actors = Set(actors).union(other.actors).sorted()
    union.regions = Set(regions).union(other.regions).sorted()
    union.traits = Set(traits).union(other.traits).sorted()
    return union
  }

  var packed: [UInt8] {
    var writer = PackedWriter()
    writer.write(month)
    for rows in [actors, regions, traits] { writer.write(rows: rows) }
    return writer.bytes
  }

  private static func month(_ published: Int) -> Int {
    guard let date = PublicationDate(published: published, precision: 1) else { return 0 }
    let (year, month, _) = date.day.components
    return year * 12 + month - 1
  }
}
