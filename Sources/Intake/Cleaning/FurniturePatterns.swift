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
    /// Of two bytes each at least, as the table is read: matching asks for the first and the
    /// last byte of what it found.
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
    line.withUnsafeBufferPointer { pattern(matching: $0) }
  }

  func pattern(matching line: UnsafeBufferPointer<UInt8>) -> Pattern? {
    guard line.count >= 2, line.count <= Self.longestLine else { return nil }
    return (exactPattern(matching: line) ?? bestPattern(matching: line)).map { patterns[$0] }
  }

  private func exactPattern(matching line: UnsafeBufferPointer<UInt8>) -> Int? {
    guard line.count <= Self.longestExact else { return nil }
    var last: Int?
    let core = UnsafeBufferPointer(rebasing: Self.core(line))
    exact.forEach(at: CollectionOfOne(0), of: core) { index, _ in
      if Self.core(patterns[index].parts[0]).elementsEqual(core) { last = index }
    }
    return last
  }

  private func bestPattern(matching line: UnsafeBufferPointer<UInt8>) -> Int? {
    var found: [Int] = []
    prefixes.forEach(at: Self.openings(of: line), of: line) { index, start in
      if patterns[index].matches(line[start...], from: start) { found.append(index) }
    }
    suffixes.forEach(at: CollectionOfOne(line.count - 2), of: line) { index, _ in
      if patterns[index].matchesEnd(of: line) { found.append(index) }
    }
    infixes.search(line) { search in
      ByteRuns.forEachWordStart(in: line) { start in
        search.forEach(at: start) { index in
          if patterns[index].matches(line[...], from: start) { found.append(index) }
        }
      }
    }
    return found.max { (patterns[$0].weight, $0) < (patterns[$1].weight, $1) }
  }

  /// A bullet before the first word is no reason to miss it; a quotation mark is.
  private static func openings(of line: UnsafeBufferPointer<UInt8>) -> [Int] {
    let firstWord = line.firstIndex { $0.isASCIILetter || $0.isASCIIDigit } ?? 0
    let isQuoted = line[..<firstWord].contains { $0 == 0x22 || $0 == 0x27 }
    return firstWord == 0 || isQuoted ? [0] : [0, firstWord]
  }

  /// The line from its first letter or digit to its last.
  private static func core<Line: BidirectionalCollection<UInt8>>(_ line: Line) -> Line.SubSequence {
    func counts(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit }
    guard let first = line.firstIndex(where: counts), let last = line.lastIndex(where: counts)
    else { return line[...] }
    return line[first...last]
  }
}
