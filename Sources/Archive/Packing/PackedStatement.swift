import EventData

extension EventData.Statement: StoredFinding {
  static var findingKind: FindingKind { .statement }

  func write(to writer: inout FindingWriter) {
    writer.write(sentence: sentence)
    writer.write(speakerSpan.map { [$0] } ?? [])
    writer.write(cueSpans)
    writer.write(contentSpans)
    writer.write(kind)
    writer.write(act)
    writer.write(addressee)
    writer.write(via)
    writer.write(isInner)
    writer.write(rule)
  }

  init(_ reader: inout FindingReader) throws(ArchiveError) {
    self.init(
      sentence: try reader.sentence(), speaker: nil, speakerSpan: try reader.spans().first,
      cueSpans: try reader.spans(), contentSpans: try reader.spans(), kind: try reader.value(),
      act: try reader.value(), addressee: try reader.word(), via: try reader.word(),
      isInner: try reader.bool(), rule: try reader.text())
  }

  mutating func name(source: ActorReference?, target: ActorReference?) { speaker = source }
}
