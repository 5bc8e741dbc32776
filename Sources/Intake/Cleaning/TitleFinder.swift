/// Finds the block that is the title of an article.
enum TitleFinder {
  /// The longest title, in characters.
  static let longest = 200
  /// How many lines of chrome may stand above it.
  static let reach = 8

  /// Nil when the text does not hold a title.
  ///
  /// - Parameter given: the title that the input names apart from the text; the block
  ///   that repeats it at the top is then the title, and no other can be.
  static func title(of page: Page, given: String?) -> Int? {
    if let given {
      let words = Folding.plainWords(given)
      return page.blocks.indices.prefix(reach).first { index in
        // Twice the length leaves room for what folding takes away.
        page.blocks[index].range.count <= given.utf8.count * 2 + 8 && !words.isEmpty
          && mayBeSame(page.bytes[page.blocks[index].range], words[...])
          && Folding.plainWords(page.text(index)) == words
      }
    }
    guard page.blocks.count > 1 else { return nil }
    let first = page.blocks.indices.prefix(reach).first { !isChrome($0, of: page) }
    guard let first, mayBeTitle(first, of: page) else { return nil }
    return first
  }

  /// A quick look at how two titles begin. Marks beyond ASCII may be no part of a word.
  static func mayBeSame(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    guard let first = one.first(where: \.isWord), let second = other.first(where: \.isWord) else {
      return false
    }
    return first >= 0x80 || second >= 0x80 || first.asciiLowercased == second.asciiLowercased
  }

  /// Whether two titles are the same but for case and what is neither letter nor digit.
  static func isSame(_ one: String, _ other: String) -> Bool {
    let words = Folding.plainWords(one)
    return !words.isEmpty && words == Folding.plainWords(other)
  }

  /// A headline may look like a link, with a label before a colon (“Explainer: …”), so
  /// that at the top only other furniture is passed over.
  private static func isChrome(_ index: Int, of page: Page) -> Bool {
    guard page.isFurniture(index, [.relatedLink]) else { return page.isFurniture(index) }
    return page.blocks[index].words < 4
      || !page.bytes[page.blocks[index].range].contains(UInt8(ascii: ":"))
  }

  private static func mayBeTitle(_ index: Int, of page: Page) -> Bool {
    let block = page.blocks[index]
    guard block.ending != .goesOn, block.range.count <= longest * 4, block.words >= 2 else {
      return false
    }
    let text = page.text(index)
    let isShort = text.utf8.count <= longest || text.count <= longest
    guard isShort, !text.hasPrefix("- ") else { return false }
    let endsInStop = block.ending == .stop && text.utf8.last != UInt8(ascii: "!")
    return !endsInStop || endsInAbbreviation(text)
  }

  /// “Envoy leaves for the U.S.” has its full stop from the last word.
  private static func endsInAbbreviation(_ text: String) -> Bool {
    let blank = text.utf8.lastIndex(of: 0x20)
    let word = text[(blank.map(text.utf8.index(after:)) ?? text.startIndex)...]
    guard word.utf8.count >= 4 else { return false }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count >= 3 && parts.dropLast().allSatisfy { $0.utf8.count == 1 }
  }
}
