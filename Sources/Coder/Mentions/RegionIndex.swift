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

  /// Adds a mention to the region that contains a place, where that is there already and of
  /// the same kind.
  ///
  /// - Returns: The place of that region in ``regions``; nil where there is none.
  mutating func add(
    _ span: Span, _ rule: String, toParentOf place: Place?, _ kind: Region.Kind
  ) -> Int? {
    guard let parent = place?.parent,
      let index = regions.firstIndex(where: { $0.region.id == parent && $0.region.kind == kind })
    else { return nil }
    regions[index].mentions.append(Mention(span: span, rule: rule))
    return index
  }
}
