/// Office-holders by body and title, as “RUS” and “foreign minister”.
struct OfficeIndex: Sendable {
  private var places = HashIndex(capacity: 1 << 14)
  private var holders: [[Int]] = []

  subscript(body: String, title: String) -> [Int]? {
    places[Self.hash(body, title)].map { holders[$0] }
  }

  mutating func insert(_ holder: Int, as title: String, of body: String) {
    let hash = Self.hash(body, title)
    if let place = places[hash] {
      if holders[place].last != holder { holders[place].append(holder) }
    } else {
      places.set(hash, holders.count)
      holders.append([holder])
    }
  }

  private static func hash(_ body: String, _ title: String) -> UInt64 {
    var hash = WordHash()
    hash.add(body)
    hash.add(0x20)
    hash.add(title)
    return hash.value
  }
}
