import EventData
import Lexicons

/// The regions of an article, each once, with their mentions.
struct RegionIndex {
  /// What a region is known by before it is made.
  struct Key {
    fileprivate let hash: UInt64

    /// - Parameter index: of a state of the lexicons.
    static func state(_ index: Int) -> Key { Key(hash: UInt64(index) << 2 | 1) }

    /// - Parameter index: of a place of the lexicons.
    static func place(_ index: Int) -> Key { Key(hash: UInt64(index) << 2 | 2) }

    /// - Parameter id: of a region that only the text places.
    static func unlisted(_ id: String) -> Key { Key(hash: Vocabulary.hash(id)) }
  }

  private(set) var regions: [RegionEntity] = []
  private var places = HashIndex()

  /// - Parameter region: made only where it is not there yet.
  /// - Returns: The place of the region in ``regions``.
  mutating func insert(
    _ key: Key, _ span: Span, _ rule: String, _ region: @autoclosure () -> Region
  ) -> Int {
    let place = places[key.hash] ?? regions.count
    if place == regions.count {
      places.set(key.hash, place)
      regions.append(RegionEntity(region: region()))
      regions[place].mentions.reserveCapacity(4)
    }
    regions[place].mentions.append(Mention(span: span, rule: rule))
    return place
  }

  /// Adds a mention to a region that is there.
  mutating func add(_ span: Span, _ rule: String, to region: Int) {
    regions[region].mentions.append(Mention(span: span, rule: rule))
  }

  /// Adds a mention to a region that is there already; does nothing for another.
  mutating func add(_ span: Span, _ rule: String, to key: Key) {
    guard let place = places[key.hash] else { return }
    regions[place].mentions.append(Mention(span: span, rule: rule))
  }

  /// The place in ``regions`` of the region that contains a place, where it is there and of the
  /// same kind.
  func parent(of place: Place?, _ kind: Region.Kind) -> Int? {
    guard let parent = place?.parent else { return nil }
    return regions.firstIndex { $0.region.id == parent && $0.region.kind == kind }
  }
}
