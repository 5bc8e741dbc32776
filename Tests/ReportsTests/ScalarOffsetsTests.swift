import EventData
import Testing

@testable import Reports

@Suite("Offsets of Unicode scalars")
struct ScalarOffsetsTests {
  private func offsets(of text: String, from start: Int) -> ScalarOffsets {
    Array(text.utf8).withUnsafeBufferPointer { ScalarOffsets($0, from: start) }
  }

  @Test(
    "are those of Python, from the start of the body on",
    arguments: [
      "plain", "Zoë", "e\u{301}", "漢字 and 🕊️", "👩‍👩‍👧", "🇺🇦x", "", "\u{FEFF}a", "a\u{0}b",
    ], ["", "Title\n\n", "Ölpreis 🔵\n\n"])
  func agree(_ body: String, _ title: String) {
    let text = title + body
    let start = title.utf8.count
    let offsets = self.offsets(of: text, from: start)
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

  @Test("do not exist for what stands in the title or behind the text")
  func outside() {
    let offsets = self.offsets(of: "Öl\n\nBöden", from: 5)
    #expect(offsets.scalars(Span(0, 3)) == nil)
    #expect(offsets.scalars(Span(0, 8)) == nil)
    #expect(offsets.scalars(Span(5, 12)) == nil)
  }

  @Test("do not exist behind a text of plain ASCII either")
  func outsideASCII() {
    #expect(offsets(of: "Oil", from: 0).scalars(Span(0, 4)) == nil)
  }
}
