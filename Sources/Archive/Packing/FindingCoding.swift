import EventData

/// Writes findings: integers, spans inside their sentence, and words by their numbers.
struct FindingWriter {
  private(set) var words: [String] = []
  private var numbers: [String: Int] = [:]
  private var writer = PackedWriter()
  private var end = 0

  init() {
    // What an article has, so that nothing grows step by step.
    words.reserveCapacity(128)
    numbers.reserveCapacity(128)
  }

  /// All findings of a kind.
  mutating func pack<Finding: StoredFinding>(_ all: [(Finding, FoundPlaces)]) -> [UInt8] {
    writer = PackedWriter(capacity: 2048)
    end = 0
    writer.write(all.count)
    for (finding, places) in all {
      writer.write(places.source.map { $0 + 1 } ?? 0)
      writer.write(places.target.map { $0 + 1 } ?? 0)
      finding.write(to: &self)
    }
    return writer.bytes
  }

  mutating func write(_ value: Int) { writer.write(value) }

  mutating func write(_ value: Double) { writer.write(value) }

  mutating func write(_ value: Bool) { writer.write(value ? 1 : 0) }

  mutating func write(_ word: String?) {
    guard let word else { return writer.write(0) }
    if let number = numbers[word] { return writer.write(number) }
    words.append(word)
    numbers[word] = words.count
    writer.write(words.count)
  }

  mutating func write(_ value: some RawRepresentable<String>) { write(value.rawValue) }

  /// What follows stands close to it.
  mutating func write(sentence: Span) {
    writer.write(sentence, after: &end)
    end = sentence.start
  }

  mutating func write(_ spans: [Span]) { writer.write(spans, after: &end) }
}

/// Reads what ``FindingWriter`` wrote; trusts nothing that it reads.
struct FindingReader {
  private let words: [String]
  private var reader: PackedReader
  private var end = 0

  init(_ bytes: ArraySlice<UInt8>, _ words: [String]) {
    reader = PackedReader(bytes)
    self.words = words
  }

  mutating func count() throws(ArchiveError) -> Int { try reader.count() }

  mutating func integer() throws(ArchiveError) -> Int { try reader.integer() }

  mutating func real() throws(ArchiveError) -> Double { try reader.real() }

  mutating func bool() throws(ArchiveError) -> Bool { try reader.integer() != 0 }

  mutating func place() throws(ArchiveError) -> Int? {
    let place = try reader.integer()
    return place == 0 ? nil : place - 1
  }

  mutating func word() throws(ArchiveError) -> String? {
    let number = try reader.integer()
    guard number != 0 else { return nil }
    guard (1...words.count).contains(number) else { throw .corrupt("packed word \(number)") }
    return words[number - 1]
  }

  mutating func text() throws(ArchiveError) -> String {
    guard let word = try word() else { throw .corrupt("no word where there must be one") }
    return word
  }

  mutating func value<Value: RawRepresentable<String>>() throws(ArchiveError) -> Value {
    let name = try text()
    guard let value = Value(rawValue: name) else { throw .corrupt("\(Value.self) “\(name)”") }
    return value
  }

  mutating func sentence() throws(ArchiveError) -> Span {
    let sentence = try reader.span(after: &end)
    end = sentence.start
    return sentence
  }

  mutating func spans() throws(ArchiveError) -> [Span] { try reader.spans(after: &end) }
}
