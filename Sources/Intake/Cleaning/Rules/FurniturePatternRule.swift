/// Takes out the lines that the table of furniture knows.
///
/// A class, as each line asks for all of its patterns.
final class FurniturePatternRule: CleaningRule {
  static let id = "furniture-pattern"

  let patterns: FurniturePatterns

  init(patterns: FurniturePatterns) {
    self.patterns = patterns
  }

  func verdict(on index: Int, of page: Page) -> Page.Verdict? {
    let block = page.blocks[index]
    guard block.range.count <= FurniturePatterns.longestLine else { return nil }
    let found = Folding.withFolded(page.bytes[block.range]) { patterns.pattern(matching: $0) }
    guard let pattern = found else { return nil }
    let isLabel = pattern.parts.last?.last == UInt8(ascii: ":")
    if pattern.kind == .credit, pattern.match == .prefix, !isLabel,
      !isMadeOfNames(page.text(index))
    {
      return nil
    }
    // A paragraph may name the picture beside it in brackets.
    let isInside = pattern.match == .contains && pattern.kind == .caption
    guard !isInside || block.ending == .none else { return nil }
    return pattern.kind.map { .furniture($0) } ?? .content
  }

  /// “Produced by Ana Example in Velm” is a credit; “Produced by Estmark, the drones fell
  /// on Velm” is a sentence.
  private func isMadeOfNames(_ text: String) -> Bool {
    let words = text.split(separator: " ").dropFirst()
    return words.count { $0.utf8.first?.isASCIILower == true } * 2 <= words.count
  }
}
