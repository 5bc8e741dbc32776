/// Takes out the label of a clip: a full role, a full name, and what the talk is about.
///
///     Deputy Minister for Trade Ana Example on the talks with Sampleland
///
/// A subheading names a person shortly; only a label gives title, name and topic
/// without a verb.
struct RoleCaptionRule: CleaningRule {
  static let id = "role-caption"

  /// Words that name an office; in lower case.
  private static let offices: Set<String> = [
    "secretary", "minister", "president", "premier", "chancellor", "ambassador", "envoy",
    "spokesman", "spokeswoman", "spokesperson", "general", "gen.", "admiral", "colonel",
    "commander", "senator", "sen.", "rep.", "representative", "congressman", "congresswoman",
    "governor", "mayor", "director", "adviser", "advisor", "chief", "commissioner", "professor",
    "analyst", "correspondent", "editor", "chairman", "chairwoman", "king", "queen", "pope",
    "lawmaker", "diplomat", "official", "leader",
  ]

  private static let joints: Set<String> = ["of", "for", "the", "and", "to", "de", "al"]

  func verdict(on index: Int, of page: Page) -> Page.Verdict? {
    guard page.isPunctuated, page.isOpenLine(index), !page.blocks[index].isCapitals,
      (6...24).contains(page.blocks[index].words)
    else { return nil }
    let text = page.bytes[page.blocks[index].range]
    guard hasTopicMark(text) else { return nil }
    let words = page.text(index).split(separator: " ")
    let name = words.prefix { $0.first?.isUppercase == true || Self.joints.contains(String($0)) }
    guard name.count >= 3, name.count < words.count,
      isTopicMark(Array(words[name.count].utf8)[...]),
      name.dropLast(2).contains(where: { Self.offices.contains($0.lowercased()) })
    else { return nil }
    // The last two words before the topic are the person.
    return name.suffix(2).allSatisfy { $0.first?.isUppercase == true }
      ? .furniture(.caption) : nil
  }

  private func hasTopicMark(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    while !rest.isEmpty {
      let word = rest.prefix { $0 != 0x20 }
      if isTopicMark(word) { return true }
      rest = rest[word.endIndex...].dropFirst()
    }
    return false
  }

  private func isTopicMark(_ word: ArraySlice<UInt8>) -> Bool {
    word.elementsEqual("on".utf8) || word.elementsEqual("about".utf8)
      || word.elementsEqual("discusses".utf8)
  }
}
