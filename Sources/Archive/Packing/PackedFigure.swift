import EventData

extension Figure: StoredFinding {
  static var findingKind: FindingKind { .figure }

  func write(to writer: inout FindingWriter) {
    writer.write(sentence: sentence)
    writer.write(spans)
    writer.write(quantity)
    writer.write(lower != nil)
    if let lower { writer.write(lower) }
    writer.write(qualifier)
    writer.write(unit)
    writer.write(subject)
    writer.write(isStock)
    writer.write(origin)
  }

  init(_ reader: inout FindingReader) throws(ArchiveError) {
    let sentence = try reader.sentence()
    let spans = try reader.spans()
    self.init(
      sentence: sentence, quantity: try reader.real(),
      lower: try reader.bool() ? try reader.real() : nil, qualifier: try reader.word(),
      unit: try reader.text(), subject: try reader.word(), isStock: try reader.bool(),
      origin: try reader.word(), spans: spans)
  }

  /// Figures name no actors.
  mutating func name(source: ActorReference?, target: ActorReference?) {}
}
