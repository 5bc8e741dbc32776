/// FNV-1a with 128 bits, for the ids of articles that bring none.
///
/// The same text has the same id wherever it lies and whenever it is read. Not a
/// cryptographic hash: two texts made to collide will. Constants from
/// <http://www.isthe.com/chongo/tech/comp/fnv/>.
struct ContentHash {
  private var high: UInt64 = 0x6c62_272e_07bb_0142
  private var low: UInt64 = 0x62b8_2175_6295_c58d

  mutating func combine(_ bytes: [UInt8]) {
    var high = high
    var low = low
    for byte in bytes {
      low ^= UInt64(byte)
      // The prime is 2^88 + 0x13b, so that the product is a shift and a small one.
      let (carry, product) = low.multipliedFullWidth(by: 0x13b)
      high = high &* 0x13b &+ carry &+ (low << 24)
      low = product
    }
    self.high = high
    self.low = low
  }

  /// 32 lower-case hexadecimal digits.
  var hex: String {
    func digits(_ value: UInt64) -> String {
      let text = String(value, radix: 16)
      return String(repeating: "0", count: 16 - text.utf8.count) + text
    }
    return digits(high) + digits(low)
  }
}
