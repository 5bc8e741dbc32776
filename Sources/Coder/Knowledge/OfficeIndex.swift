/// Office-holders by body and title, as “RUS foreign minister”.
///
/// Kept by a hash, as ``Vocabulary`` keeps words.
struct OfficeIndex: Sendable {
  private var holders: [UInt64: [Int]] = [:]

  /// - Parameter key: The body, a blank, the title.
  subscript(key: String) -> [Int]? {
    var hash = WordHash()
    for byte in key.utf8 { hash.add(byte) }
    return holders[hash.value]
  }

  mutating func insert(_ holder: Int, as title: String, of body: String) {
    var hash = WordHash()
    for byte in body.utf8 { hash.add(byte) }
    hash.add(0x20)
    for byte in title.utf8 { hash.add(byte) }
    Self.insert(holder, in: &holders[hash.value, default: []])
  }

  private static func insert(_ holder: Int, in holders: inout [Int]) {
    if holders.last != holder { holders.append(holder) }
  }
}
