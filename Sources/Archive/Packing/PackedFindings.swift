import EventData

/// What the coder found in an article, in one column: all words once, then its statements, its
/// events and its figures, each kind behind its length, so that who asks for one need not read
/// the others.
///
/// Actors are places in a list of forms that stands in a column beside it: so everything is packed
/// before the archive is asked for their numbers.
struct PackedFindings {
  private let words: [String]
  private let parts: [ArraySlice<UInt8>]

  /// - Throws: ``ArchiveError/corrupt(_:)``.
  init(packed: [UInt8]) throws(ArchiveError) {
    var reader = PackedReader(packed)
    var words: [String] = []
    for _ in 0..<(try reader.count()) { words.append(try reader.string()) }
    var parts: [ArraySlice<UInt8>] = []
    for _ in FindingKind.allCases { parts.append(try reader.part()) }
    self.words = words
    self.parts = parts
  }

  /// In the order of the text, without their actors.
  func all<Finding: StoredFinding>() throws(ArchiveError) -> [(Finding, FoundPlaces)] {
    var reader = FindingReader(parts[Finding.findingKind.rawValue], words)
    var all: [(Finding, FoundPlaces)] = []
    for _ in 0..<(try reader.count()) {
      let places = FoundPlaces(source: try reader.place(), target: try reader.place())
      all.append((try Finding(&reader), places))
    }
    return all
  }

  /// How many there are of a kind.
  func count(_ kind: FindingKind) throws(ArchiveError) -> Int {
    var reader = FindingReader(parts[kind.rawValue], words)
    return try reader.count()
  }

  /// Of a longer list than ``CodedRowID/limit`` the beginning.
  static func pack(_ coded: CodedArticle, _ named: NamedActors) -> [UInt8] {
    var writer = FindingWriter()
    return pack(
      [
        writer.pack(coded.statements, named.speakers.lazy.map { FoundPlaces(source: $0) }),
        writer.pack(
          coded.events,
          named.sources.indices.lazy.map {
            FoundPlaces(source: named.sources[$0], target: named.targets[$0])
          }),
        writer.pack(
          coded.figures,
          repeatElement(FoundPlaces(), count: min(coded.figures.count, CodedRowID.limit))),
      ], writer.words)
  }

  static func pack(
    _ statements: [(EventData.Statement, FoundPlaces)], _ events: [(Event, FoundPlaces)],
    _ figures: [(Figure, FoundPlaces)]
  ) -> [UInt8] {
    var writer = FindingWriter()
    return pack(
      [
        writer.pack(statements.map(\.0), statements.map(\.1)),
        writer.pack(events.map(\.0), events.map(\.1)),
        writer.pack(figures.map(\.0), figures.map(\.1)),
      ], writer.words)
  }

  private static func pack(_ parts: [[UInt8]], _ words: [String]) -> [UInt8] {
    var all = PackedWriter(capacity: 4096)
    all.write(words.count)
    for word in words { all.write(word) }
    for part in parts { all.write(part) }
    return all.bytes
  }
}

/// What a coder finds in an article, in the order in which it is packed.
enum FindingKind: Int, CaseIterable {
  case statement, event, figure
}

/// Who speaks or acts, and to whom it is done: as places in a list.
struct FoundPlaces: Equatable {
  var source: Int?
  var target: Int?
}

/// A statement, an event or a figure: what each tells of its own form is beside it.
protocol StoredFinding: Sendable {
  static var findingKind: FindingKind { get }
  var sentence: Span { get }

  /// Without its actors.
  init(_ reader: inout FindingReader) throws(ArchiveError)
  /// Without its actors.
  func write(to writer: inout FindingWriter)
  mutating func name(source: ActorReference?, target: ActorReference?)
}
