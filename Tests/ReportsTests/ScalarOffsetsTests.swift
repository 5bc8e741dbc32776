import EventData
import Testing

@testable import Reports

@Suite("Offsets of Unicode scalars")
struct ScalarOffsetsTests {
  private func with(
    _ text: String, from start: Int, _ check: (ScalarOffsets) -> Void
  ) {
    Array(text.utf8).withUnsafeBufferPointer { check(ScalarOffsets($0, from: start)) }
  }

  @Test(
    "are those of Python, from the start of the body on",
    arguments: [
      "plain", "Zoë", "e\u{301}", "漢字 and 🕊️", "👩‍👩‍👧", "🇺🇦x", "", "\u{FEFF}a", "a\u{0}b",
      "“Böden” – Schäden in größerer Höhe", "Only letters of a plain alphabet here",
    ], ["", "Title\n\n", "Ölpreis 🔵\n\n"])
  func agree(_ body: String, _ title: String) {
    let text = title + body
    let start = title.utf8.count
    with(text, from: start) { offsets in
      var place = start
      for (index, scalar) in body.unicodeScalars.enumerated() {
        let end = place + UTF8.width(scalar)
        let found = offsets.scalars(Span(place, end))
        #expect(found?.start == index && found?.end == index + 1)
        place = end
      }
      let all = offsets.scalars(Span(start, text.utf8.count))
      #expect(all?.start == 0 && all?.end == body.unicodeScalars.count)
    }
  }

  @Test("of a place inside a scalar are that of the scalar")
  func inside() {
    with("“Öl”", from: 0) { offsets in
      let found = offsets.scalars(Span(1, 4))
      #expect(found?.start == 0 && found?.end == 1)
    }
  }

  @Test("do not exist for what stands in the title or behind the text")
  func outside() {
    with("Öl\n\nBöden", from: 5) { offsets in
      #expect(offsets.scalars(Span(0, 3)) == nil)
      #expect(offsets.scalars(Span(0, 8)) == nil)
      #expect(offsets.scalars(Span(5, 12)) == nil)
    }
  }

  @Test("do not exist behind a text of plain ASCII either")
  func outsideASCII() {
    with("Oil", from: 0) { #expect($0.scalars(Span(0, 4)) == nil) }
  }
}
