/// How much of what a line announces comes back in other blocks.
struct Echo {
  /// From 0 to 1.
  let share: Double

  init(of announced: [Stem], in page: Page, blocks: some Sequence<Int>) {
    var heard: Set<Stem> = []
    for index in blocks where !page.isFurniture(index) {
      Stem.each(in: page.bytes[page.blocks[index].range]) { stem, _ in heard.insert(stem) }
    }
    let found = announced.count { heard.contains($0) }
    share = announced.isEmpty ? 1 : Double(found) / Double(announced.count)
  }

  /// The words that carry a line: not its names, which every article on a crisis holds,
  /// and not its small words.
  static func announced(by line: String) -> [Stem] {
    var stems: [Stem] = []
    Stem.each(in: Array(line.utf8)[...]) { stem, isName in
      if !isName, !small.contains(stem) { stems.append(stem) }
    }
    return stems
  }

  private static let small = Set(
    [
      "about", "after", "again", "against", "also", "amid", "among", "another", "because", "been",
      "before", "being", "between", "continue", "could", "does", "during", "even", "ever", "face",
      "from", "have", "here", "into", "keep", "more", "most", "much", "must", "only", "other",
      "over", "says", "should", "show", "since", "some", "such", "take", "than", "that", "their",
      "them", "then", "there", "these", "they", "this", "those", "through", "under", "until",
      "very", "were", "what", "when", "where", "which", "while", "will", "with", "would", "your",
    ].compactMap { Stem(Array($0.utf8)[...]) })
}

/// The first five letters of a word, folded: enough to find “observers” in “observer”.
struct Stem: Hashable {
  private let letters: UInt64

  /// Nil for words of fewer than four letters.
  init?(_ word: ArraySlice<UInt8>) {
    guard word.count >= 4 else { return nil }
    letters = word.prefix(5).reduce(0) { $0 << 8 | UInt64($1.asciiLowercased) }
  }

  /// Calls the body with the stem of every word, and whether it begins with a capital.
  static func each(in bytes: ArraySlice<UInt8>, _ body: (Stem, _ isName: Bool) -> Void) {
    var start = bytes.startIndex
    func close(_ end: Int) {
      if let stem = Stem(bytes[start..<end]) { body(stem, bytes[start].isASCIIUpper) }
    }
    for index in bytes.indices where !(bytes[index].isASCIILetter || bytes[index] >= 0x80) {
      close(index)
      start = index + 1
    }
    close(bytes.endIndex)
  }
}
