import EventData

/// The spans of a statement as they stood in one column up to version 11.
struct StatementSpans {
  var sentence: Span
  var speaker: Span?
  var cues: [Span]
  var contents: [Span]

  init(packed: some Sequence<UInt8>) throws(ArchiveError) {
    var reader = PackedReader(packed)
    var end = 0
    sentence = try reader.span(after: &end)
    end = sentence.start
    speaker = try reader.spans(after: &end).first
    cues = try reader.spans(after: &end)
    contents = try reader.spans(after: &end)
  }
}

/// The sentence of an event or a figure and the spans inside it, likewise.
struct SentenceSpans {
  var sentence: Span
  var spans: [Span]

  init(packed: some Sequence<UInt8>) throws(ArchiveError) {
    var reader = PackedReader(packed)
    var end = 0
    sentence = try reader.span(after: &end)
    end = sentence.start
    spans = try reader.spans(after: &end)
  }
}
