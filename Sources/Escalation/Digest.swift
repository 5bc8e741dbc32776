/// A 64-bit digest that is the same on every machine and in every version (Swift's `Hasher` is
/// not). It tells texts apart; it guards against nobody.
package struct Digest: Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  package var value: Int64 { Int64(bitPattern: state ^ (state >> 32)) }

  package mutating func combine(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// The text, and that it ends here.
  package mutating func combine(_ text: String?) {
    guard let text else { return combine(0xfe as UInt8) }
    for byte in text.utf8 { combine(byte) }
    combine(0xff as UInt8)
  }

  package mutating func combine(_ number: Int) {
    for shift in stride(from: 0, to: 64, by: 8) {
      combine(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}
