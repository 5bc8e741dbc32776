import EventData
import Testing

@testable import Coder

@Suite("The quote finder")
struct QuoteFinderTests {
  @Test(
    "pairs the marks",
    arguments: [
      "He said {quote “we are ready.”}",
      "{quote “We are ready,”} he said, {quote “and willing.”}",
      "{quote \"We are ready,\"} he said, {quote \"and willing.\"}",
      "{quote ''We are ready,''} he said.",
      "{quote ``We are ready,''} he said.",
      "{quote “We are ready,\"} he said.",
      "{quote \"We are ready,”} he said.",
      "He called it {quote ‘an act of war’} again.",
      "He called it {quote 'an act of war'} again.",
      "{quote “He called it ‘an act of war’ twice,”} she said.",
      "{quote “The lawmakers' vote and Russia's answer,”} she said.",
      "The lawmakers' vote and the miners' strike came first.",
      "The ’90s and the lawmakers’ vote.",
      "It isn't, it wasn't, it won't.",
      "{quote «Non»}, he said of the {quote « vieux port »}.",
      "He said:{quote \"We are ready\"} and left.",
    ])
  func pairs(_ marked: String) throws {
    let example = MarkedText(marked)
    let document = try analyse(example.text)
    #expect(
      document.quotes.map { document.text($0.tokens) } == example["quote"].map(example.text.text))
    #expect(document.quotes.map { document.span($0.tokens) } == example["quote"])
  }

  @Test(
    "lets a mark that nothing closes run to the end of its paragraph",
    arguments: [
      "{quote “We are ready, he said.}\n\nNobody was.",
      "He said: {quote \"We are ready.}\n\nNobody was.",
    ])
  func unclosed(_ marked: String) throws {
    let example = MarkedText(marked)
    let document = try analyse(example.text)
    #expect(document.quotes.map { document.span($0.tokens) } == example["quote"])
    #expect(document.quotes.map(\.continues) == [false])
  }

  @Test("passes over a closing mark that nothing opened, and a single one that nothing closes")
  func stray() throws {
    #expect(try analyse("We are ready,” he said.").quotes.isEmpty)
    #expect(try analyse("The 'so called zone is large.").quotes.isEmpty)
  }

  @Test("knows a speech over several paragraphs by the mark that opens each")
  func paragraphs() throws {
    let document = try analyse("“We asked once.\n\n“We asked twice.\n\n“Nobody came.”\n\n“Nobody?”")
    #expect(document.quotes.map(\.continues) == [true, true, false, false])
    #expect(document.quotes.map(\.paragraph) == [0, 1, 2, 3])
  }

  @Test("says of each token in which quote it stands")
  func tokens() throws {
    let document = try analyse("He said “we are ready” and “we wait here” again.")
    let quoted = document.tokens.indices.filter { document.isInQuote($0) }
    #expect(quoted == document.quotes.flatMap(\.tokens))
    #expect(document.quotes.count == 2)
  }
}
