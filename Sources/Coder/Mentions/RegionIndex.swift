import EventData

/// The regions of an article, each once, with their mentions.
struct RegionIndex {
  private(set) var regions: [RegionEntity] = []
  private var places: [String: Int] = [:]

  /// - Returns: The place of the region in ``regions``.
  mutating func insert(_ region: Region, _ span: Span, _ rule: String) -> Int {
    let place = places[region.id] ?? regions.count
    if place == regions.count {
      places[region.id] = place
      regions.append(RegionEntity(region: region))
    }
    regions[place].mentions.append(Mention(span: span, rule: rule))
    return place
  }

  /// Adds a mention to a region that is there already; does nothing for another.
  mutating func add(_ span: Span, _ rule: String, to region: String) {
    guard let place = places[region] else { return }
    regions[place].mentions.append(Mention(span: span, rule: rule))
  }
}
