import EventData
import Testing

@testable import Coder

/// Expects the mentions that a text marks as `{Name/CC …}`, no more and no others; an
/// underscore stands for a blank.
func expectRegions(
  _ marked: String, at sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let example = MarkedText(marked)
  let found = try code(example.text, published: "2022-01-26").regions.flatMap { found in
    found.mentions.map { mention in
      MarkedText.Mark(
        name: "\(found.region.name)/\(found.region.country ?? "-")".replacing(" ", with: "_"),
        span: mention.span)
    }
  }
  #expect(
    found.sorted { $0.span < $1.span } == example.marks.sorted { $0.span < $1.span },
    sourceLocation: sourceLocation)
}
