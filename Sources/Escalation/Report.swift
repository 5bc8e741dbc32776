import EventData

/// Entries that cannot have come about independently of each other: of one origin, or in the same
/// words. Twenty copies of a wire are one report.
struct Report {
  private(set) var entries: [LedgerEntry] = []

  /// How far the report is believed to assert something at least as real as `reality`; nil when
  /// it does not assert that much.
  func credibility(atLeast reality: Double, on track: Indicator.Track) -> Double? {
    entries.lazy.filter { $0.event.status.reality(on: track) >= reality }
      .map { OriginClass($0).credibility }.max()
  }

  /// Parts entries into reports; in whatever order they come, the parts are the same.
  static func independent(_ entries: [LedgerEntry]) -> [Report] {
    // Most events have one entry, and comparing words is what takes time.
    if entries.count == 1 { return [Report(entries: entries)] }
    var sets = DisjointSets(count: entries.count)
    var byOrigin: [String: Int] = [:]
    var byWords: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      let words = entry.sentence.sameWords
      sets.join(index, byOrigin[entry.origin, default: index])
      sets.join(index, byWords[words, default: index])
      byOrigin[entry.origin] = index
      byWords[words] = index
    }
    var reports: [Int: Report] = [:]
    for (index, entry) in entries.enumerated() {
      reports[sets.representative(of: index), default: Report()].entries.append(entry)
    }
    return reports.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension String {
  /// Letters and digits in lower case, with single spaces between words: what a copy keeps when
  /// quotation marks, dashes and spaces change.
  var sameWords: String {
    lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}

/// Things that are tied to each other, directly or through others.
private struct DisjointSets {
  private var parents: [Int]

  init(count: Int) {
    parents = Array(0..<count)
  }

  func representative(of index: Int) -> Int {
    var index = index
    while parents[index] != index { index = parents[index] }
    return index
  }

  /// The lower index represents both.
  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (representative(of: a), representative(of: b))
    parents[max(a, b)] = min(a, b)
  }
}
