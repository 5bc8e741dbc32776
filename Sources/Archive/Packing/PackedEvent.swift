import EventData

extension Event: StoredFinding {
  static var findingKind: FindingKind { .event }

  func write(to writer: inout FindingWriter) {
    writer.write(sentence: sentence)
    writer.write(spans)
    writer.write(category)
    writer.write(mode)
    writer.write(cameo)
    writer.write(goldstein)
    writer.write(indicator)
    writer.write(status)
    writer.write(origin)
    writer.write(region)
    writer.write(date?.precision.rawValue)
    if let date { writer.write(date.first.number) }
    writer.write(rule)
  }

  init(_ reader: inout FindingReader) throws(ArchiveError) {
    let sentence = try reader.sentence()
    let spans = try reader.spans()
    self.init(
      sentence: sentence, source: nil, target: nil, category: try reader.value(),
      mode: try reader.word(), cameo: try reader.text(), goldstein: try reader.real(),
      indicator: try reader.word(), status: try reader.value(), origin: try reader.word(),
      region: try reader.word(), date: try EventDate(&reader), rule: try reader.text(),
      spans: spans)
  }

  mutating func name(source: ActorReference?, target: ActorReference?) {
    self.source = source
    self.target = target
  }
}

extension EventDate {
  fileprivate init?(_ reader: inout FindingReader) throws(ArchiveError) {
    guard let name = try reader.word() else { return nil }
    guard let precision = Precision(rawValue: name) else {
      throw .corrupt("precision of a date “\(name)”")
    }
    self.init(first: Day(number: try reader.integer()), precision: precision)
  }
}
