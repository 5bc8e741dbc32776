/// Finds the patterns that may stand at a place of a line, by the first bytes of each.
///
/// The first eight bytes of a pattern are compared at once; what passes must still be
/// compared as a whole.
struct PatternIndex: Sendable {
  fileprivate struct Entry {
    /// The first bytes, the first of them lowest, and as many bits set as they have.
    var head: UInt64
    var mask: UInt64
    var pattern: Int
  }

  private static let buckets = 1024
  /// Of how many bytes at most the bucket of a pattern is made: more would tell few more apart.
  private static let widest = 4

  /// The bits of the first bytes that all patterns have: they choose the bucket.
  private let key: UInt64
  /// Bucket after bucket.
  private let entries: [Entry]
  /// Where each bucket begins, and one past the last.
  private let starts: [Int]

  /// - Parameter patterns: how each begins, and the number to find it by.
  init(_ patterns: [(bytes: ArraySlice<UInt8>, pattern: Int)]) {
    let width = patterns.reduce(Self.widest) { min($0, $1.bytes.count) }
    let key = UInt64.max >> UInt64(64 - 8 * width)
    self.key = key
    var sorted: [[Entry]] = Array(repeating: [], count: patterns.isEmpty ? 0 : Self.buckets)
    for (bytes, pattern) in patterns {
      let count = min(bytes.count, 8)
      let mask = UInt64.max >> UInt64(64 - 8 * count)
      let head = bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
      sorted[Self.bucket(head & key)].append(Entry(head: head, mask: mask, pattern: pattern))
    }
    entries = sorted.flatMap { $0 }
    starts = sorted.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
  }

  /// Calls the body with every pattern that may stand at one of the places of the line.
  func forEach(
    at places: some Sequence<Int>, of line: UnsafeBufferPointer<UInt8>,
    _ body: (_ pattern: Int, _ place: Int) -> Void
  ) {
    search(line) { search in
      for place in places { search.forEach(at: place) { body($0, place) } }
    }
  }

  /// The index at work on one line.
  struct Search {
    fileprivate let line: UnsafeBufferPointer<UInt8>
    fileprivate let key: UInt64
    fileprivate let starts: UnsafeBufferPointer<Int>
    fileprivate let entries: UnsafeBufferPointer<Entry>

    /// Calls the body with every pattern that may stand at a place.
    @inline(__always)
    func forEach(at place: Int, _ body: (_ pattern: Int) -> Void) {
      let head = PatternIndex.head(line, place)
      let bucket = PatternIndex.bucket(head & key)
      var entry = starts[bucket]
      while entry < starts[bucket + 1] {
        if head & entries[entry].mask == entries[entry].head { body(entries[entry].pattern) }
        entry &+= 1
      }
    }
  }

  func search(_ line: UnsafeBufferPointer<UInt8>, _ body: (Search) -> Void) {
    if entries.isEmpty { return }
    starts.withUnsafeBufferPointer { starts in
      entries.withUnsafeBufferPointer { entries in
        body(Search(line: line, key: key, starts: starts, entries: entries))
      }
    }
  }

  /// Eight bytes from a place on, zeros behind the end of the line.
  @inline(__always)
  fileprivate static func head(_ line: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt64 {
    if place + 8 <= line.count {
      let bytes = UnsafeRawBufferPointer(line)
      return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    return line[place...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  @inline(__always)
  fileprivate static func bucket(_ key: UInt64) -> Int {
    Int((key &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }
}
