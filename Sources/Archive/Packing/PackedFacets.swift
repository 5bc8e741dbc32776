/// The rows of what an article can be counted under, in one column: its actors, its regions and
/// its traits, each in ascending order and once.
///
/// The tables of mentions lead from an actor to its articles; this leads back.
struct PackedFacets: Equatable {
  var actors: [Int64]
  var regions: [Int64]
  var traits: [Int64]

  init(actors: [Int64], regions: [Int64], traits: [Int64]) {
    self.actors = actors
    self.regions = regions
    self.traits = traits
  }

  init(packed: some Sequence<UInt8>) throws(ArchiveError) {
    var reader = PackedReader(packed)
    actors = try reader.ascending()
    regions = try reader.ascending()
    traits = try reader.ascending()
  }

  var packed: [UInt8] {
    var writer = PackedWriter()
    for rows in [actors, regions, traits] {
      writer.write(rows.count)
      var last: Int64 = 0
      for row in rows {
        writer.write(Int(row &- last))
        last = row
      }
    }
    return writer.bytes
  }
}

extension PackedReader {
  fileprivate mutating func ascending() throws(ArchiveError) -> [Int64] {
    var rows: [Int64] = []
    var last: Int64 = 0
    for _ in 0..<(try count()) {
      last = last &+ Int64(try integer())
      rows.append(last)
    }
    return rows
  }
}
