/// Office-holders by body and title, as “RUS” and “foreign minister”.
///
/// Kept by a hash, as ``Vocabulary`` keeps words.
struct OfficeIndex: Sendable {
  private var holders: [UInt64: [Int]] = [:]

  subscript(body: String, title: String) -> [Int]? { holders[Self.hash(body, title)] }

  mutating func insert(_ holder: Int, as title: String, of body: String) {
    Self.insert(holder, in: &holders[Self.hash(body, title), default: []])
  }

  private static func hash(_ body: String, _ title: String) -> UInt64 {
    var hash = WordHash()
    for byte in body.utf8 { hash.add(byte) }
    hash.add(0x20)
    for byte in title.utf8 { hash.add(byte) }
    return hash.value
  }

  private static func insert(_ holder: Int, in holders: inout [Int]) {
    if holders.last != holder { holders.append(holder) }
  }
}
