import EventData

/// The places of the letters and digits that spans cover; marks and blanks do not count.
struct Letters {
  private let places: Set<Int>

  init(of spans: [Span], in text: String) {
    let bytes = Array(text.utf8)
    var places = Set<Int>()
    for place in spans.flatMap(\.range) {
      let byte = bytes[place]
      if byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 { places.insert(place) }
    }
    self.places = places
  }

  var isEmpty: Bool { places.isEmpty }

  /// Intersection over union.
  static func shared(_ a: Letters, _ b: Letters) -> Double {
    let common = Double(a.places.intersection(b.places).count)
    return common == 0 ? 0 : common / Double(a.places.union(b.places).count)
  }

  /// The share of these letters that another covers.
  func share(coveredBy other: Letters) -> Double {
    isEmpty ? 0 : Double(places.intersection(other.places).count) / Double(places.count)
  }

  static func overlap(_ a: [Span], _ b: [Span]) -> Bool {
    a.contains { mine in b.contains { $0.overlaps(mine) } }
  }
}

/// How well found statements agree with marked ones.
///
/// A marked statement is found when more than three letters of ten of its content are
/// covered; pairs are made one to one, the best overlap first. The test is that of
/// Asr et al., “The Gender Gap Tracker”, PLoS ONE 2021.
struct QuoteScore {
  private(set) var marked = 0
  private(set) var found = 0
  private(set) var matched = 0
  private(set) var rightSource = 0
  /// Matched with four fifths of both contents in common.
  private(set) var whole = 0

  mutating func add(marked gold: [Attributed], found: [Attributed]) {
    marked += gold.count
    self.found += found.count
    let golds = gold.map { Letters(of: $0.content, in: $0.text) }
    let founds = found.map { Letters(of: $0.content, in: $0.text) }
    var pairs: [(score: Double, gold: Int, found: Int)] = []
    for (g, letters) in golds.enumerated() {
      for (f, other) in founds.enumerated() where letters.share(coveredBy: other) > 0.3 {
        pairs.append((Letters.shared(letters, other), g, f))
      }
    }
    var free = (gold: Set(golds.indices), found: Set(founds.indices))
    for pair in pairs.sorted(by: { $0 > $1 })
    where free.gold.contains(pair.gold) && free.found.contains(pair.found) {
      free.gold.remove(pair.gold)
      free.found.remove(pair.found)
      matched += 1
      if pair.score >= 0.8 { whole += 1 }
      let (g, f) = (gold[pair.gold], found[pair.found])
      if g.source.isEmpty || Letters.overlap(g.source, f.source) { rightSource += 1 }
    }
  }

  var precision: Double { found == 0 ? 0 : Double(matched) / Double(found) }
  var recall: Double { marked == 0 ? 0 : Double(matched) / Double(marked) }
  var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }
  /// The share of the matched statements whose content is whole.
  var wholeness: Double { matched == 0 ? 0 : Double(whole) / Double(matched) }
  /// The share of the matched statements whose source is the marked one.
  var source: Double { matched == 0 ? 0 : Double(rightSource) / Double(matched) }
}
