import EventData
import Testing

@Suite("A span")
struct SpanTests {
  @Test(
    "overlaps only what shares a byte with it",
    arguments: [
      (Span(4, 8), true), (Span(0, 4), false), (Span(8, 9), false), (Span(0, 5), true),
      (Span(7, 20), true), (Span(5, 6), true), (Span(0, 20), true),
    ])
  func overlap(_ other: Span, _ overlaps: Bool) {
    let span = Span(4, 8)
    #expect(span.overlaps(other) == overlaps)
    #expect(other.overlaps(span) == overlaps)
  }

  @Test("holds its first byte and not the one behind its last")
  func contains() {
    let span = Span(4, 8)
    #expect(span.contains(4) && span.contains(7))
    #expect(!span.contains(3) && !span.contains(8))
    #expect(span.contains(span) && span.contains(Span(5, 8)))
    #expect(!span.contains(Span(5, 9)) && !span.contains(Span(3, 5)))
  }

  @Test("is ordered by its start, then by its end")
  func order() {
    #expect([Span(4, 8), Span(0, 9), Span(4, 5)].sorted() == [Span(0, 9), Span(4, 5), Span(4, 8)])
  }

  @Test("that ends before it starts is empty and has an empty range")
  func backwards() {
    #expect(Span(8, 4).isEmpty && Span(4, 4).isEmpty && !Span(4, 5).isEmpty)
    #expect(Span(8, 4).range == 8..<8)
    #expect(Span(3..<7) == Span(3, 7))
    #expect(Span(3, 7).count == 4)
  }

  @Test("is covered by its union with another")
  func union() {
    #expect(Span(4, 8).union(Span(0, 2)) == Span(0, 8))
    #expect(Span(4, 8).union(Span(5, 6)) == Span(4, 8))
  }
}

@Suite("The text of a span")
struct SpanTextTests {
  private static let text = "Zoë at 漢, 🕊️!"

  @Test("is cut at every pair of scalar borders as the scalars are")
  func scalarBorders() {
    let scalars = Array(Self.text.unicodeScalars)
    var borders = [0]
    for scalar in scalars { borders.append(borders.last! + UTF8.width(scalar)) }
    for lower in scalars.indices {
      for upper in lower...scalars.count {
        let found = Self.text.text(of: Span(borders[lower], borders[upper]))
        #expect(Array(found.unicodeScalars) == Array(scalars[lower..<upper]))
      }
    }
  }

  @Test(
    "never fails, wherever a span points",
    arguments: [
      (Span(-5, 3), "Zo\u{FFFD}"), (Span(0, 3), "Zo\u{FFFD}"), (Span(90, 99), ""), (Span(8, 4), ""),
      (Span(3, 4), "\u{FFFD}"),
    ])
  func outside(_ span: Span, _ text: String) {
    #expect(Self.text.text(of: span) == text)
  }

  @Test("of a coded article is that of its article")
  func codedArticle() {
    let coded = CodedArticle(article: Article(id: "a", text: Self.text))
    #expect(coded.text(of: Span(0, 4)) == "Zoë")
  }

  @Test("of an article's body begins behind the title")
  func body() {
    #expect(Article(id: "a", title: "Öl", text: "Öl\n\nBody.", bodyStart: 5).body == "Body.")
    #expect(Article(id: "b", text: "Body.").body == "Body.")
    #expect(Article(id: "c", title: "T", text: "T", bodyStart: 1).body == "")
  }
}
