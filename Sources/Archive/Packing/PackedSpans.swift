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

/// The spans of a statement in one column.
struct StatementSpans: Equatable {
  var sentence: Span
  var speaker: Span?
  var cues: [Span]
  var contents: [Span]

  init(_ statement: Statement) {
    sentence = statement.sentence
    speaker = statement.speakerSpan
    cues = statement.cueSpans
    contents = statement.contentSpans
  }

  init(packed: some Sequence<UInt8>) throws(ArchiveError) {
    var reader = PackedReader(packed)
    var end = 0
    sentence = try reader.span(after: &end)
    end = sentence.start
    speaker = try reader.spans(after: &end).first
    cues = try reader.spans(after: &end)
    contents = try reader.spans(after: &end)
  }

  var packed: [UInt8] {
    var writer = PackedWriter()
    var end = 0
    writer.write(sentence, after: &end)
    end = sentence.start
    writer.write(speaker.map { [$0] } ?? [], after: &end)
    writer.write(cues, after: &end)
    writer.write(contents, after: &end)
    return writer.bytes
  }
}

/// The sentence of an event or a figure and the spans inside it, in one column.
struct SentenceSpans: Equatable {
  var sentence: Span
  var spans: [Span]

  init(sentence: Span, spans: [Span]) {
    self.sentence = sentence
    self.spans = spans
  }

  init(packed: some Sequence<UInt8>) throws(ArchiveError) {
    var reader = PackedReader(packed)
    var end = 0
    sentence = try reader.span(after: &end)
    end = sentence.start
    spans = try reader.spans(after: &end)
  }

  var packed: [UInt8] {
    var writer = PackedWriter()
    var end = 0
    writer.write(sentence, after: &end)
    end = sentence.start
    writer.write(spans, after: &end)
    return writer.bytes
  }
}
