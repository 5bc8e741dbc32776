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
  /// By the first bytes of the core, of the first part, of the last part, of the first part.
  private let exact: PatternIndex
  private let prefixes: PatternIndex
  private let suffixes: PatternIndex
  private let infixes: PatternIndex

  init(patterns: [Pattern]) {
    self.patterns = patterns
    func index(_ match: Match, _ key: (Pattern) -> ArraySlice<UInt8>) -> PatternIndex {
      let chosen = patterns.indices.filter { patterns[$0].match == match }
      return PatternIndex(chosen.map { (key(patterns[$0]), $0) })
    }
    exact = index(.exact) { Self.core($0.parts[0]) }
    prefixes = index(.prefix) { $0.parts[0][...] }
    suffixes = index(.suffix) { $0.parts[$0.parts.count - 1].suffix(2) }
    infixes = index(.contains) { $0.parts[0][...] }
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
    return (exactPattern(matching: line) ?? bestPattern(matching: line)).map { patterns[$0] }
  }

  private func exactPattern(matching line: [UInt8]) -> Int? {
    guard line.count <= Self.longestExact else { return nil }
    var last: Int?
    let core = Self.core(line)
    core.withUnsafeBufferPointer { bytes in
      exact.forEach(at: 0, of: bytes) { index in
        if Self.core(patterns[index].parts[0]) == core { last = index }
      }
    }
    return last
  }

  private func bestPattern(matching line: [UInt8]) -> Int? {
    var best: Int?
    func consider(_ index: Int) {
      if let known = best, (patterns[known].weight, known) > (patterns[index].weight, index) {
        return
      }
      best = index
    }
    line.withUnsafeBufferPointer { bytes in
      func considerPrefixes(at start: Int) {
        prefixes.forEach(at: start, of: bytes) { index in
          if patterns[index].matches(line[start...], from: start) { consider(index) }
        }
      }
      considerPrefixes(at: 0)
      // A bullet before the first word is no reason to miss it; a quotation mark is.
      let firstWord = bytes.firstIndex { $0.isASCIILetter || $0.isASCIIDigit } ?? 0
      let isQuoted = bytes[..<firstWord].contains { $0 == 0x22 || $0 == 0x27 }
      if firstWord > 0, !isQuoted { considerPrefixes(at: firstWord) }
      suffixes.forEach(at: bytes.count - 2, of: bytes) { index in
        if patterns[index].matchesEnd(of: line) { consider(index) }
      }
      var isInside = false
      for start in bytes.indices {
        let wasInside = isInside
        isInside = bytes[start].isWord
        if wasInside, isInside { continue }
        infixes.forEach(at: start, of: bytes) { index in
          if patterns[index].matches(line[...], from: start) { consider(index) }
        }
      }
    }
    return best
  }

  /// The line from its first letter or digit to its last.
  private static func core(_ line: [UInt8]) -> ArraySlice<UInt8> {
    func counts(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit }
    guard let first = line.firstIndex(where: counts), let last = line.lastIndex(where: counts)
    else { return line[...] }
    return line[first...last]
  }
}
