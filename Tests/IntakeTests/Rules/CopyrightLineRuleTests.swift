import Testing

@testable import Intake

@Suite("CopyrightLineRule")
struct CopyrightLineRuleTests {
  @Test(
    "takes out notices of copyright",
    arguments: [
      "©2031 Velm News L.P.", "© Tarnby Post", "Copyright 2031 Tarnby Post",
      "(C) 2031, Tarnby Post.",
    ])
  func takesOut(_ line: String) {
    #expect(cleaned("They met on Monday.\n\n\(line)") == "They met on Monday.\n[copyright] \(line)")
  }

  @Test(
    "leaves points of a list and talk of copyright",
    arguments: ["(c) the parties open the strait.", "Copyright law is not at issue, she said."])
  func leaves(_ line: String) {
    #expect(cleaned("They met on Monday.\n\n\(line)") == "They met on Monday.\n\(line)")
  }
}
