/// Numbers by a hash of their key, which is good enough to stand for it.
///
/// An open-addressing table: what is looked up a few times for each sentence of an article must
/// not be hashed again, as a dictionary would do.
struct HashIndex {
  private struct Slot {
    var key: UInt64 = 0
    /// -1 in an empty slot.
    var number: Int32 = -1
  }

  private var slots: [Slot]
  private var count = 0

  /// - Parameter capacity: a power of two; it grows when half of it is taken.
  init(capacity: Int = 64) {
    slots = Array(repeating: Slot(), count: capacity)
  }

  subscript(key: UInt64) -> Int? {
    let number = slots[place(of: key)].number
    return number < 0 ? nil : Int(number)
  }

  mutating func set(_ key: UInt64, _ number: Int) {
    let place = place(of: key)
    if slots[place].number < 0 { count += 1 }
    slots[place] = Slot(key: key, number: Int32(number))
    if count * 2 > slots.count { grow() }
  }

  private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: key ^ (key >> 29)) & mask
    while slots[place].number >= 0, slots[place].key != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.number >= 0 { slots[place(of: slot.key)] = slot }
  }
}
