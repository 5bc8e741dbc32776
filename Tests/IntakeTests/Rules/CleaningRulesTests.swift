import Testing

@testable import Intake

@Suite("The rules of cleaning")
struct CleaningRulesTests {
  private let rules = CleaningRules.standard(.none)

  @Test("list every file of the folder")
  func listEveryFile() {
    let listed = (rules.lines + rules.pages).map { "\(type(of: $0))" }
    #expect(listed.sorted() == Package.swiftFiles(in: "Sources/Intake/Cleaning/Rules"))
  }

  @Test("have an id of their own, which is their name")
  func haveIDs() {
    for rule in rules.lines + rules.pages {
      let words = "\(type(of: rule))".dropLast("Rule".count).reduce(into: "") { words, letter in
        words += letter.isUppercase && !words.isEmpty ? "-\(letter)" : "\(letter)"
      }
      #expect(type(of: rule).id == words.lowercased())
    }
  }

  @Test("have a file of tests each")
  func haveTests() {
    let tests = Package.swiftFiles(in: "Tests/IntakeTests/Rules")
    for rule in rules.lines + rules.pages { #expect(tests.contains("\(type(of: rule))Tests")) }
  }

  @Test("leave an article without furniture as it is")
  func leaveArticle() {
    let text = """
      Envoys meet in Velm

      OSTRAND, March 4 (Velm Wire) - Envoys met on Monday, said the ministry.

      “We share the view that talks must go on,” she said.

      Nine were hurt; two died. Who fired? Nobody knows.

      Ana Example, a reader of the Tarnby Post, said: “Sign up? For what?”
      """
    #expect(cleaned(text) == "= " + text.split(separator: "\n\n").joined(separator: "\n"))
  }
}
