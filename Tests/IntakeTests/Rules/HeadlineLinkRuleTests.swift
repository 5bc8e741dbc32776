import Testing

@testable import Intake

@Suite("HeadlineLinkRule")
struct HeadlineLinkRuleTests {
  private let before = "Envoys of Estmark met in the old town of Velm on Monday.\n\n"
  private let after = "\n\nEstmark wants grain. Ostrand wants its soldiers back from the harbour."

  @Test("takes out a headline that announces something else")
  func takesOut() {
    let line = "Estmark and Ostrand resume football league"
    #expect(cleaned(before + line + after).contains("\n[related-link] \(line)\n"))
  }

  @Test(
    "leaves a subheading whose words come back, that is no clause, or that has an article",
    arguments: [
      "Ostrand and Estmark demand soldiers back", "Estmark and Ostrand demand grain for winter",
      "Ostrand and its long football season",
      "Ostrand halts the football league", "Ostrand: Estmark halts football league",
      "What halts football in Ostrand?", "2. Ostrand halts football league matches",
    ])
  func leaves(_ line: String) {
    #expect(cleaned(before + line + after).contains("\n# \(line)\n"))
  }

  @Test("takes out a headline under the title, and leaves a summary there")
  func looksUnderTitle() {
    let title = "Envoys meet in Velm\n\n"
    let link = "Ostrand, Estmark halt football league over stadium row"
    let summary = "Ostrand, Estmark demand grain and soldiers after harbour row"
    #expect(cleaned(title + link + "\n\n" + before + after).contains("[related-link] \(link)"))
    #expect(!cleaned(title + summary + "\n\n" + before + after).contains("[related-link]"))
  }

  @Test("takes out a headline below the last paragraph, and leaves a signature there")
  func looksBelow() {
    let link = "Ostrand halts football league over stadium row"
    #expect(cleaned(before + after + "\n\n" + link).hasSuffix("[related-link] \(link)"))
    let signature = "Ana Example, honorary consul of Estmark in Velm"
    #expect(cleaned(before + after + "\n\n" + signature).hasSuffix("\n\(signature)"))
  }

  @Test("has no opinion where paragraphs have no full stops")
  func needsFullStops() {
    let text = """
      Envoys meet in Velm
      Envoys of Estmark met in the old town of Velm on Monday and talked until dawn
      Estmark and Ostrand resume football league
      Ostrand wants its soldiers back from the harbour before anybody talks of grain
      """
    #expect(makeArticle(of: text)?.furniture == [])
    #expect(makeArticle(of: text)?.headings == [])
  }
}
