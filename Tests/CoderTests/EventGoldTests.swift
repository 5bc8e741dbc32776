import EventData
import Foundation
import Testing

@testable import Coder

/// A line of `Gold/events.tsv`.
struct EventGoldSentence {
  let text: String
  /// As `RUS ASSAULT UKR occurred`; empty where there is no event.
  let events: Set<String>

  static let all = Result {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Gold/events.tsv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    return lines.dropFirst().map { line in
      let fields = line.split(separator: "\t").map(String.init)
      return EventGoldSentence(
        text: fields[1],
        events: fields[2] == "-" ? [] : Set(fields[2].split(separator: ";").map(String.init)))
    }
  }
}

@Suite("Sentences with their events")
struct EventGoldTests {
  /// The floors lie a little below what is reached; raise them when more is.
  @Test("are coded as an analyst would, by and large")
  func score() throws {
    let sentences = try EventGoldSentence.all.get()
    var right = 0
    var missed: [String] = []
    var extra: [String] = []
    for sentence in sentences {
      let found = Set(try code(sentence.text, published: "2026-03-04").events.map(\.summary))
      right += found.intersection(sentence.events).count
      missed += sentence.events.subtracting(found).map { "\($0): \(sentence.text)" }
      extra += found.subtracting(sentence.events).map { "\($0): \(sentence.text)" }
    }
    let precision = Double(right) / Double(right + extra.count)
    let recall = Double(right) / Double(right + missed.count)
    #expect(sentences.count >= 200)
    #expect(precision >= 0.91, "\(extra.joined(separator: "\n"))")
    #expect(recall >= 0.91, "\(missed.joined(separator: "\n"))")
  }
}
