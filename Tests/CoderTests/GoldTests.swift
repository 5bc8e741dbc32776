import EventData
import Foundation
import Testing

@testable import Coder

/// A line of `Gold/statements.tsv`.
struct GoldSentence: CustomTestStringConvertible {
  let pattern: String
  let marked: MarkedText

  var testDescription: String { "\(pattern): \(marked.text)" }

  static let all = Result {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Gold/statements.tsv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    return lines.dropFirst().map { line in
      let fields = line.split(separator: "\t")
      return GoldSentence(
        pattern: String(fields[0]),
        marked: MarkedText(String(fields[1]).replacing("\\n", with: "\n")))
    }
  }
}

@Suite("Marked sentences")
struct GoldTests {
  /// What a speaker reports of another is not marked.
  private func found(_ sentence: GoldSentence) throws -> [Attributed] {
    var coded = try code(sentence.marked.text, published: "2022-01-26")
    coded.statements.removeAll(where: \.isInner)
    return Attributed.all(in: coded)
  }

  /// The floors lie a little below what is reached; raise them when more is.
  @Test("are found with their speakers, by and large")
  func score() throws {
    var score = QuoteScore()
    let sentences = try GoldSentence.all.get()
    for sentence in sentences {
      score.add(marked: Attributed.all(in: sentence.marked), found: try found(sentence))
    }
    #expect(sentences.count >= 60)
    #expect(score.f1 >= 0.94, "\(score)")
    #expect(score.precision >= 0.96, "\(score)")
    #expect(score.recall >= 0.9, "\(score)")
    #expect(score.source >= 0.95, "\(score)")
    #expect(score.wholeness >= 0.86, "\(score)")
  }
}

@Suite("The score")
struct QuoteScoreTests {
  private func score(_ gold: String, _ found: String) -> QuoteScore {
    var score = QuoteScore()
    score.add(
      marked: Attributed.all(in: MarkedText(gold)), found: Attributed.all(in: MarkedText(found)))
    return score
  }

  @Test("is full for the same statements, and nothing for none")
  func borders() {
    let marked = "{source Putin} {cue said} {content no}. {source2 Bek} {cue2 said} {content2 yes}."
    let full = score(marked, marked)
    #expect(full.f1 == 1 && full.source == 1)
    #expect(score(marked, "Putin said no. Bek said yes.").f1 == 0)
    #expect(score("Putin said no.", "{source Putin} {cue said} {content no}.").precision == 0)
  }

  @Test("needs three letters of ten")
  func threshold() {
    let gold = "He said {content abcdefghij} klmno."
    #expect(score(gold, "He said {content abc}defghij klmno.").matched == 0)
    #expect(score(gold, "He said {content abcd}efghij klmno.").matched == 1)
    #expect(score(gold, "He said {content abcdefghij klmno}.").matched == 1)
  }

  @Test("matches each statement once, the best overlap first")
  func oneToOne() {
    let gold = "{content aaaa bbbb} {content2 cccc}"
    let found = score(gold, "{content aaaa bbbb cccc}")
    #expect(found.matched == 1 && found.marked == 2 && found.found == 1)
    #expect(score(gold, "{content aaaa} {content2 bbbb} cccc").matched == 1)
  }

  @Test("counts the source apart")
  func source() {
    let found = score("{source Bek} {cue said} {content no}.", "Bek {cue said} {content no}.")
    #expect(found.f1 == 1 && found.source == 0)
  }
}
