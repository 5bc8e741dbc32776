/// Takes out the author's line at the top: “By Ana Example and Bo Sample”.
struct BylineRule: CleaningRule {
  static let id = "byline"

  func verdict(on index: Int, of page: Page) -> Page.Verdict? {
    let block = page.blocks[index]
    guard page.isHead(index), index != page.title, block.words >= 2, block.words <= 14,
      block.ending != .stop, block.ending != .question
    else { return nil }
    let words = page.text(index).split(separator: " ")
    guard words[0].lowercased() == "by" else { return nil }
    // Names are capitalised; a sentence that begins with “By” soon is not.
    let small = words.dropFirst().count { $0.utf8.first?.isASCIILower == true }
    return small * 2 <= words.count - 1 ? .furniture(.credit) : nil
  }
}
