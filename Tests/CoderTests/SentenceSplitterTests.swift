import Testing

@testable import Coder

@Suite("The sentence splitter")
struct SentenceSplitterTests {
  /// Sentences are parted by a bar, which is no part of the text.
  @Test(
    "ends sentences where a reader does",
    arguments: [
      "Talks failed. |Troops moved.",
      "Did talks fail? |They did! |Nobody came.",
      "Gen. Reke met Lt. Col. Bek on Monday. |They shook hands.",
      "Dr. Ana Illyn left. |Mr. Bek stayed.",
      "J. K. Reke left. |A. Bek stayed.",
      "The U.S. said it would wait. |Nobody else did.",
      "Ships left the U.S. |The port is empty.",
      "It was the U.S. that asked.",
      "The vote was at 9 a.m. |The count followed.",
      "It was hit at 5 a.m. |Nobody was hurt.",
      "It was hit at 5 a.m. |Sabel was quiet.",
      "The vote ends at 6 p.m. Monday.",
      "He spoke of 1.5 million tonnes. |That is much.",
      "No. 10 denied it. |The press did not.",
      "He holds a Ph.D. in law.",
      "“We are ready.” |“So are we.”",
      "“We are ready,” he said. |“So are we.”",
      "He said, “We are ready.” |Then he left.",
      "\"We are ready.\" |Then he left.",
      "‘Are you ready?’ |Nobody was.",
      "Troops invaded.|The town fell.",
      "He said it was over.|“It is not,” she said.",
      "The town fell (on Monday.) |The port did not.",
      "Wait... |Nobody came.",
      "They waited … and waited.",
      "Talks failed... but went on.",
      "Nobody came?! |They did not.",
      "The St. Agnes left port. |The Sabel stayed.",
      "Ostmark Inc. sold arms. |It was fined.",
      "It fell on Jan. 26 at dawn. |It was retaken on Feb. 3.",
      "Visit sabel.example for more.",
      "2014 was worse. |2022 was bad.",
      "Losses rose. |12 ships sank. |$5 million was lost.",
      "He left.",
      "he left. then he came back.",
      "No stop at the end",
    ])
  func splits(_ marked: String) throws {
    let text = marked.replacing("|", with: "")
    let expected = marked.split(separator: "|").map { part in
      String(part.reversed().drop { $0 == " " }.reversed())
    }
    let document = try analyse(text)
    #expect(document.sentences.map { document.text($0.tokens) } == expected)
  }

  @Test("never lets a sentence run on into the next paragraph")
  func paragraphs() throws {
    let document = try analyse("No stop here\n\nNor here")
    #expect(document.sentences.map { document.text($0.tokens) } == ["No stop here", "Nor here"])
    #expect(document.sentences.map(\.paragraph) == [0, 1])
  }

  @Test("puts every token into one sentence, in order", arguments: 100..<120)
  func partition(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let document = try analyse(RandomText.make(pieces: 60, using: &generator))
    #expect(document.sentences.flatMap(\.tokens) == Array(document.tokens.indices))
    for (index, sentence) in document.sentences.enumerated() {
      #expect(document.paragraphs[sentence.paragraph].tokens.contains(sentence.tokens.lowerBound))
      #expect(sentence.tokens.allSatisfy { document.sentence(of: $0) == index })
    }
  }

  @Test(
    "knows a line in title case",
    arguments: [
      ("Ostmark Envoy Warns of New Talks", true), ("The envoy warned of new talks.", false),
      ("Marta Illyn met Tomas Bek in Port Amelin.", false),
    ])
  func titleCase(_ text: String, _ isTitleCase: Bool) throws {
    #expect(try analyse(text).sentences.first?.isTitleCase == isTitleCase)
  }
}
