/// Finds an entry by its id; an open-addressing table that knows its size beforehand.
struct IDIndex {
  /// The hash of an id and its place, -1 where there is none.
  private var slots: [(hash: UInt64, place: Int)]
  private let mask: Int

  /// - Parameter capacity: How many ids will be noted at most.
  init(capacity: Int) {
    let size = 2 << (Int.bitWidth - capacity.leadingZeroBitCount)
    slots = Array(repeating: (0, -1), count: size)
    mask = size - 1
  }

  /// The place that was noted for the id, else nil once `place` is noted for it.
  ///
  /// - Parameter isAt: Whether the id is the one of a place that was noted.
  mutating func find(
    _ id: UnsafeBufferPointer<UInt8>, orNote place: Int, isAt: (Int) -> Bool
  ) -> Int? {
    let hash = id.reduce(0xcbf2_9ce4_8422_2325) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
    }
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while slots[slot].place >= 0 {
      if slots[slot].hash == hash, isAt(slots[slot].place) { return slots[slot].place }
      slot = (slot + 1) & mask
    }
    slots[slot] = (hash, place)
    return nil
  }
}
