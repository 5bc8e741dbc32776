import EventData

/// Writes findings: integers, spans inside their sentence, and words by their numbers.
struct FindingWriter {
  private var numbers = WordNumbers()
  private var writer = PackedWriter()
  private var end = 0

  var words: [String] { numbers.words }

  /// All findings of a kind.
  ///
  /// - Parameter places: of each, whom it names; for as many as are to be packed.
  mutating func pack<Finding: StoredFinding>(
    _ findings: [Finding], _ places: some Collection<FoundPlaces>
  ) -> [UInt8] {
    writer = PackedWriter(capacity: 2048)
    end = 0
    writer.write(places.count)
    for (index, found) in places.enumerated() {
      writer.write(found.source.map { $0 + 1 } ?? 0)
      writer.write(found.target.map { $0 + 1 } ?? 0)
      findings[index].write(to: &self)
    }
    return writer.bytes
  }

  mutating func write(_ value: Int) { writer.write(value) }

  mutating func write(_ value: Double) { writer.write(value) }

  mutating func write(_ value: Bool) { writer.write(value ? 1 : 0) }

  mutating func write(_ word: String?) {
    writer.write(word.map { numbers.number(of: $0) } ?? 0)
  }

  mutating func write(_ value: some RawRepresentable<String>) { write(value.rawValue) }

  /// What follows stands close to it.
  mutating func write(sentence: Span) {
    writer.write(sentence, after: &end)
    end = sentence.start
  }

  mutating func write(_ spans: [Span]) { writer.write(spans, after: &end) }
}

/// Words by numbers, from 1 on in the order in which they come.
///
/// An article's findings name a thousand, most of them again: a table of its own, in which bytes
/// are compared, takes a third of the time of a dictionary of strings.
private struct WordNumbers {
  private(set) var words: [String] = []
  /// Places in ``words`` from 1 on, each behind the hash of its word; 0 where there is none.
  private var slots = [Int](repeating: 0, count: 512)

  init() { words.reserveCapacity(128) }

  mutating func number(of word: String) -> Int {
    if words.count * 2 > slots.count { grow() }
    let slot = slot(of: word)
    if slots[slot] == 0 {
      words.append(word)
      slots[slot] = words.count
    }
    return slots[slot]
  }

  /// Where the word stands, or may stand.
  private func slot(of word: String) -> Int {
    var fingerprint = Fingerprint()
    fingerprint.combine(word)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: fingerprint.value) & mask
    while slots[slot] != 0, words[slots[slot] - 1] != word { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = [Int](repeating: 0, count: slots.count * 2)
    for (index, word) in words.enumerated() { slots[slot(of: word)] = index + 1 }
  }
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
