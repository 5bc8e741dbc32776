/// Takes out what is left of icons and rules: a single letter, a row of asterisks.
///
/// Two capitals may be a heading (“UN”, “EU”), and a number may count a list.
struct StrayLineRule: CleaningRule {
  static let id = "stray-line"

  func verdict(on index: Int, of page: Page) -> Page.Verdict? {
    let range = page.blocks[index].range
    let bytes = page.bytes[range]
    // Nearly every block has three letters at once, and is none.
    guard bytes.prefix(16).count(where: \.isASCIILetter) <= 2 else { return nil }
    guard !bytes.contains(where: { $0 >= 0x80 }) || range.count <= 4 * 3 else { return nil }
    let letters = bytes.filter(\.isASCIILetter)
    guard !bytes.contains(where: \.isASCIIDigit) else { return nil }
    if letters.isEmpty { return hasOtherLetter(page.text(index)) ? nil : .furniture(.stray) }
    let isFragment =
      letters.count == 1 || (letters.count == 2 && letters.allSatisfy(\.isASCIILower))
    return isFragment && range.count <= 4 ? .furniture(.stray) : nil
  }

  private func hasOtherLetter(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic }
  }
}
