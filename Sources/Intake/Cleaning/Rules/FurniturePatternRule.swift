/// Takes out the lines that the table of furniture knows.
struct FurniturePatternRule: CleaningRule {
  static let id = "furniture-pattern"

  let patterns: FurniturePatterns

  func verdict(on index: Int, of page: Page) -> Page.Verdict? {
    let block = page.blocks[index]
    guard block.range.count <= FurniturePatterns.longestLine else { return nil }
    var folded: [UInt8] = []
    Folding.fold(page.bytes[block.range], into: &folded)
    guard let pattern = patterns.pattern(matching: folded) else { return nil }
    // A paragraph may name the picture beside it in brackets.
    let isInside = pattern.match == .contains && pattern.kind == .caption
    guard !isInside || block.ending == .none else { return nil }
    return pattern.kind.map { .furniture($0) } ?? .content
  }
}
