import EventData

/// Lines that are known to be furniture, as a table lists them.
///
/// A pattern is matched without regard to case, curly marks and repeated blanks, at
/// word boundaries. An ellipsis in it stands for any words. Of several that match, the
/// longest wins, and of equals the later, so that a user's rows overrule the shipped.
package struct FurniturePatterns: Sendable {
  package enum Match: String, Sendable, CaseIterable {
    case exact, prefix, suffix, contains
  }

  struct Pattern: Sendable {
    var parts: [[UInt8]]
    /// Nil for a line that is never furniture, whatever else matches.
    var kind: Furniture.Kind?
    var match: Match

    var weight: Int { parts.reduce(0) { $0 + $1.count } }
  }

  /// What is longer is a paragraph, not a line of a page; in bytes.
  static let longestLine = 700

  /// No pattern that is matched as a whole is longer, in bytes.
  static let longestExact = 160

  package static let none = FurniturePatterns(patterns: [])

  let patterns: [Pattern]
  private let exact: [[UInt8]: Int]
  private let prefixes: BytePairs
  private let suffixes: BytePairs
  private let infixes: BytePairs

  init(patterns: [Pattern]) {
    self.patterns = patterns
    var exact: [[UInt8]: Int] = [:]
    for (index, pattern) in patterns.enumerated() where pattern.match == .exact {
      exact[Self.core(pattern.parts[0])] = index
    }
    self.exact = exact
    func pairs(_ match: Match, _ key: (Pattern) -> ArraySlice<UInt8>) -> BytePairs {
      let chosen = patterns.indices.filter { patterns[$0].match == match }
      return BytePairs(chosen.map { (key(patterns[$0]), $0) })
    }
    prefixes = pairs(.prefix) { $0.parts[0].prefix(2) }
    suffixes = pairs(.suffix) { $0.parts[$0.parts.count - 1].suffix(2) }
    infixes = pairs(.contains) { $0.parts[0].prefix(2) }
  }

  /// These patterns, then those of another table, which win.
  package func merging(_ other: FurniturePatterns) -> FurniturePatterns {
    FurniturePatterns(patterns: patterns + other.patterns)
  }

  /// The pattern that a line matches; nil when none does.
  ///
  /// - Parameter line: folded; see ``Folding``.
  func pattern(matching line: [UInt8]) -> Pattern? {
    guard line.count >= 2, line.count <= Self.longestLine else { return nil }
    var best = line.count <= Self.longestExact ? exact[Self.core(line)] : nil
    func consider(_ index: Int) {
      if let known = best,
        patterns[known].match == .exact
          || (patterns[known].weight, known) > (patterns[index].weight, index)
      {
        return
      }
      best = index
    }
    // A bullet before the first word is no reason to miss it; a quotation mark is.
    let firstWord = line.firstIndex { $0.isASCIILetter || $0.isASCIIDigit } ?? 0
    let isQuoted = line[..<firstWord].contains { $0 == 0x22 || $0 == 0x27 }
    for start in isQuoted ? [0] : Set([0, firstWord]) where start + 1 < line.count {
      for index in prefixes[line[start], line[start + 1]]
      where patterns[index].matches(line[start...], from: start) { consider(index) }
    }
    for index in suffixes[line[line.count - 2], line[line.count - 1]]
    where patterns[index].matchesEnd(of: line) { consider(index) }
    infixes.scan(line) { index, start in
      if patterns[index].matches(line[...], from: start) { consider(index) }
    }
    return best.map { patterns[$0] }
  }

  /// The line from its first letter or digit to its last.
  private static func core(_ line: [UInt8]) -> [UInt8] {
    func counts(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit }
    guard let first = line.firstIndex(where: counts), let last = line.lastIndex(where: counts)
    else { return line }
    return Array(line[first...last])
  }
}
