import Testing

@testable import Coder

@Suite("Tables by hash")
struct HashIndexTests {
  @Test("hold what a dictionary holds, however many and however alike the keys")
  func likeDictionary() {
    var index = HashIndex(capacity: 4)
    var dictionary: [UInt64: Int] = [:]
    for number in 0..<2000 {
      // Keys that share their low bits meet in the same slots.
      let key = UInt64(number % 700) << (number % 3 == 0 ? 40 : 0)
      index.set(key, number)
      dictionary[key] = number
    }
    for key in (0..<800).flatMap({ [UInt64($0), UInt64($0) << 40] }) {
      #expect(index[key] == dictionary[key])
    }
  }

  @Test("of words know them in any case, and no others")
  func words() throws {
    let words: WordSet = ["in", "at", "café", "wouldn't"]
    let document = try analyse("IN At café wouldn’t inn a")
    let known = document.tokens.indices.map { document.isOne(of: words, $0) }
    #expect(known == [true, true, true, true, false, false])
  }
}
