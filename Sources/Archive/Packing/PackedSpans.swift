import EventData

/// Spans follow each other closely, so each start is kept as the distance from the end before it.
extension PackedWriter {
  mutating func write(_ span: Span, after end: inout Int) {
    write(span.start &- end)
    write(span.end &- span.start)
    end = span.end
  }

  mutating func write(_ spans: [Span], after end: inout Int) {
    write(spans.count)
    for span in spans { write(span, after: &end) }
  }
}

extension PackedReader {
  mutating func span(after end: inout Int) throws(ArchiveError) -> Span {
    let start = end &+ (try integer())
    end = start &+ (try integer())
    return Span(start, end)
  }

  mutating func spans(after end: inout Int) throws(ArchiveError) -> [Span] {
    var spans: [Span] = []
    for _ in 0..<(try count()) { spans.append(try span(after: &end)) }
    return spans
  }
}
