import Testing

@testable import Coder

@Suite("The tagger")
struct TaggerTests {
  @Test(
    "tells what a word does in its sentence",
    arguments: [
      "{name Putin} {verb warned} {subordinator that} {noun talks} {auxiliary had} {participle failed}{stop .}",
      "{determiner The} {noun ministry} {verb said} {possessive its} {noun forces} {auxiliary had} left.",
      "{pronoun He} {verb said} {pronoun they} {auxiliary were} {participle attacked}.",
      "{name Russia}{apostrophe 's} {noun attack} {preposition on} {name Ukraine} went on.",
      "The {noun lawmakers}{apostrophe '} vote came first.",
      "They {verb agreed} {to to} {verb talk}, {gerund adding} that it was late."
        .replacing("{verb agreed}", with: "{verb wanted}"),
      "They went {preposition to} {name Kyiv}.",
      "{time Monday} came, and {determiner the} {noun attack} did {adverb not}.",
      "It {auxiliary was} {participle shelled} {preposition by} troops.",
      "{noun Troops} {relative who} {verb fled} {verb came} back."
        .replacing("{noun Troops}", with: "The {noun troops}"),
      "{number 12} {noun men}{comma ,} {number three} women {coordinator and} {pronoun she} left.",
      "{determiner The} {noun offer} is {adverb completely} new.",
      "A {noun Russian}{hyphen -}backed force".replacing("{noun Russian}", with: "{name Russian}"),
      "{quote “}We wait{quote ”}{dash --}{bracket (}he said{bracket )}{colon :} no",
      "The {noun attacks} stopped.",
      "{name Russia} {verb attacks} {name Ukraine}.",
      "He came in {time March}, and {pronoun it} {auxiliary may} rain.",
      "They {verb plan} {to to} {verb come}.",
      "{name Lavrov} {verb denies} the claim.",
      "They {auxiliary've} left.".replacing("{auxiliary've}", with: "{auxiliary have}"),
    ])
  func tags(_ marked: String) throws {
    let example = MarkedText(marked)
    let document = try analyse(example.text)
    for mark in example.marks {
      let token = try #require(document.tokens.firstIndex { $0.span == mark.span }, "\(mark.name)")
      #expect(
        "\(document.tags[token])" == mark.name, "\(example.text.text(of: mark.span))")
    }
  }

  @Test("gives every token a tag", arguments: 0..<10)
  func complete(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let document = try analyse(RandomText.make(pieces: 80, using: &generator))
    #expect(document.tags.count == document.tokens.count)
    for (token, tag) in zip(document.tokens, document.tags) {
      #expect((token.kind == .comma) == (tag == .comma))
      #expect((token.kind == .openQuote || token.kind == .closeQuote) == (tag == .quote))
    }
  }
}
