/// Whether one text is a copy of another: by the pairs of neighbouring words that they share.
///
/// Only words that carry meaning count, so that a word put in or taken out between two others
/// parts few of them. Of a text of which three words in ten were replaced here and there half of
/// the pairs are left, all over it; of two reports of one matter hardly any are the same, or those
/// of some passages.
struct CopyMarks {
  /// How far apart copies are published, in seconds.
  static let reach = 7 * 86_400
  /// The share of a short text's pairs that makes it a copy of what holds it.
  private static let containment = 0.8
  /// The share of all pairs that two texts must have in common at least, and how much of each must
  /// be kept: see ``kept(in:)``.
  private static let least = (common: 0.22, kept: 0.65)
  /// Texts of fewer pairs are too short to be changed word by word and stay the same: from eight
  /// on one may be missing, as where a word was put in, and another for each 20 more. A word that
  /// was replaced parts two.
  private static let short = (pairs: 40, first: 8, each: 20)
  /// A stretch of so many pairs is kept when one in five of them is, no further off than a third of
  /// the text: who makes reports of the same sentences again and again puts them together anew.
  private static let stretch = (pairs: 16, share: 5, shift: 3)
  /// Each of 12 equal ranges of numbers gives its least pair, if it has one, for a mark (one
  /// permutation hashing; Li, Owen and Zhang 2012). Texts that have a quarter of their pairs in
  /// common share a mark in 97 of 100 cases, half of them nearly always.
  private static let ranges: UInt64 = 12

  /// In the order of the text.
  private let pairs: [UInt32]
  /// Ascending, each once.
  private let sorted: [UInt32]
  /// Where each of them first stands in ``pairs``.
  private let places: [Int32]

  init(_ text: some Sequence<UInt8>) {
    let words = TextWords(text)
    pairs = words.pairs.isEmpty ? [UInt32(truncatingIfNeeded: words.digest)] : words.pairs
    var sorted: [UInt32] = []
    var places: [Int32] = []
    sorted.reserveCapacity(pairs.count)
    places.reserveCapacity(pairs.count)
    for place in Self.order(of: pairs) where sorted.last != pairs[Int(place)] {
      sorted.append(pairs[Int(place)])
      places.append(place)
    }
    self.sorted = sorted
    self.places = places
  }

  /// The places of numbers in ascending order, those of equal ones as they come: by one byte after
  /// the other, as nothing need be compared then.
  private static func order(of numbers: [UInt32]) -> [Int32] {
    var order = numbers.indices.map { Int32(truncatingIfNeeded: $0) }
    var next = order
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      var starts = [Int](repeating: 0, count: 257)
      for number in numbers { starts[Int(number >> shift & 0xff) + 1] += 1 }
      for byte in 0..<256 { starts[byte + 1] += starts[byte] }
      for place in order {
        let byte = Int(numbers[Int(place)] >> shift & 0xff)
        next[starts[byte]] = place
        starts[byte] += 1
      }
      swap(&order, &next)
    }
    return order
  }

  /// Copies share at least one of them. At most ``ranges``, each of 32 bits.
  var marks: [Int64] {
    var marks: [Int64] = []
    var next: UInt64 = 0
    for pair in sorted {
      let range = (UInt64(pair) * Self.ranges) >> 32
      guard range >= next else { continue }
      marks.append(Int64(Int32(bitPattern: pair)))
      next = range + 1
    }
    return marks
  }

  func isCopy(of other: CopyMarks) -> Bool {
    let (shorter, both) = (min(sorted.count, other.sorted.count), sorted.count + other.sorted.count)
    let isShort = shorter < Self.short.pairs
    let shared = shared(with: other, atLeast: isShort ? 0 : Self.least(shorter, of: both))
    if isShort {
      return shorter - shared <= (shorter + Self.short.each - Self.short.first) / Self.short.each
    }
    if Double(shared) >= Self.containment * Double(shorter) { return true }
    return Double(shared) >= Self.least.common * Double(both - shared)
      && kept(in: other) >= Self.least.kept && other.kept(in: self) >= Self.least.kept
  }

  /// What copies share in either way, rounded down.
  private static func least(_ shorter: Int, of both: Int) -> Int {
    Int(min(containment * Double(shorter), least.common * Double(both) / (1 + least.common)))
  }

  /// - Parameter least: where fewer are shared, it is left open how many.
  private func shared(with other: CopyMarks, atLeast least: Int) -> Int {
    sorted.withUnsafeBufferPointer { mine in
      other.sorted.withUnsafeBufferPointer { others in
        var (i, j, shared) = (0, 0, 0)
        // Looked at every so often: most texts that share a mark share little more.
        while shared + min(mine.count - i, others.count - j) >= least {
          for _ in 0..<32 {
            guard i < mine.count, j < others.count else { return shared }
            let (one, two) = (mine[i], others[j])
            shared &+= one == two ? 1 : 0
            i &+= one <= two ? 1 : 0
            j &+= two <= one ? 1 : 0
          }
        }
        return shared
      }
    }
  }

  /// The part of this text, 0…1, of which something is left in the other, about where it stood: a
  /// passage that was replaced is not, one of which some words were is.
  private func kept(in other: CopyMarks) -> Double {
    let stretches = max(1, pairs.count / Self.stretch.pairs)
    let shift = other.pairs.count / Self.stretch.shift
    var kept = 0
    for stretch in 0..<stretches {
      let range = stretch * pairs.count / stretches..<(stretch + 1) * pairs.count / stretches
      let left = range.count { place in
        guard let found = other.place(of: pairs[place]) else { return false }
        return abs(found - place * other.pairs.count / pairs.count) <= shift
      }
      if left * Self.stretch.share >= range.count { kept += 1 }
    }
    return Double(kept) / Double(stretches)
  }

  private func place(of pair: UInt32) -> Int? {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low &+ high) / 2
      if sorted[middle] < pair { low = middle &+ 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == pair ? Int(places[low]) : nil
  }
}
