/// Office-holders by body and title, as “RUS” and “foreign minister”.
struct OfficeIndex: Sendable {
  private var places = HashIndex(capacity: 1 << 14)
  private var holders: [[Int]] = []

  subscript(body: String, title: String) -> [Int]? {
    var (body, title) = (body, title)
    let hash = body.withUTF8 { body in title.withUTF8 { Self.hash(body, $0) } }
    return places[hash].map { holders[$0] }
  }

  mutating func insert(
    _ holder: Int, as title: UnsafeBufferPointer<UInt8>, of body: UnsafeBufferPointer<UInt8>
  ) {
    let hash = Self.hash(body, title)
    if let place = places[hash] {
      if holders[place].last != holder { holders[place].append(holder) }
    } else {
      places.set(hash, holders.count)
      holders.append([holder])
    }
  }

  private static func hash(
    _ body: UnsafeBufferPointer<UInt8>, _ title: UnsafeBufferPointer<UInt8>
  ) -> UInt64 {
    var hash = WordHash()
    hash.add(body)
    hash.add(0x20)
    hash.add(title)
    return hash.value
  }
}
