/// An index of patterns by two of their bytes, with a bit for each pair of bytes that
/// occurs, so that most places of a line are passed over with one look.
struct BytePairs: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)
  private var indices: [UInt16: [Int]] = [:]

  init(_ entries: some Sequence<(ArraySlice<UInt8>, Int)>) {
    for (key, index) in entries {
      let bytes = Array(key)
      let pair = Self.pair(bytes[0], bytes[1])
      bits[Int(pair >> 6)] |= 1 << UInt64(pair & 63)
      indices[pair, default: []].append(index)
    }
  }

  subscript(first: UInt8, second: UInt8) -> [Int] {
    let pair = Self.pair(first, second)
    guard bits[Int(pair >> 6)] & (1 << UInt64(pair & 63)) != 0 else { return [] }
    return indices[pair] ?? []
  }

  /// Calls the body with every pattern whose two bytes stand in the line, and where.
  func scan(_ line: [UInt8], _ body: (_ index: Int, _ start: Int) -> Void) {
    guard !indices.isEmpty, line.count > 1 else { return }
    for start in 0..<line.count - 1 {
      let pair = Self.pair(line[start], line[start + 1])
      if bits[Int(pair >> 6)] & (1 << UInt64(pair & 63)) != 0 {
        for index in indices[pair] ?? [] { body(index, start) }
      }
    }
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> UInt16 {
    UInt16(first) << 8 | UInt16(second)
  }
}
