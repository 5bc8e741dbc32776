import Archive
import EventData

/// A number about an actor, and the sentences behind it.
struct ProfileLine: DrillLine {
  enum Group: String, Sendable, CaseIterable {
    case speaks = "Speaks"
    case act = "Does so"
    case addressee = "Speaks to"
    case actor = "Speaks of"
    case region = "About"
    case place = "Acts in"
    case does = "Does to"
    case suffers = "Suffers from"
  }

  let group: Group
  let name: String
  fileprivate(set) var sentences: [EvidenceLine]

  var id: String { "\(group.rawValue) \(name)" }
  var code: String { "" }
  var behind: String { Wording.count(sentences.count, "sentence") }
}

/// What an archive knows of an actor.
struct ProfileReading: DrillReading {
  /// Nil where the archive knows nobody so.
  let actor: ActorRow?
  /// The earliest first.
  let forms: [ActorForm]
  /// The words by which the articles looked at name it, beside its name, with how often; the most
  /// frequent first.
  let aliases: [(words: String, count: Int)]
  /// In how many articles it speaks, by equal parts of the time from its first to its last.
  let course: [Double]
  let span: ClosedRange<Day>?
  let lines: [ProfileLine]
  /// True when there are more statements or events than were looked at.
  let isCut: Bool

  /// Statements and events looked at, the newest of each.
  static let most = 300
  /// Lines of a group.
  private static let mostLines = 8
  private static let mostParts = 40

  init(of id: String, under filter: ArticleFilter, from source: LoadSource) throws(ArchiveError) {
    let archive = source.archive
    actor = try archive.actor(id)
    forms = try archive.forms(ofActor: id)
    let days = try archive.speakingDays(ofActor: id)
    (course, span) = Self.course(of: days)
    var own = filter
    own.actors = [id]
    let statements = try archive.statements(own, limit: Self.most)
    let events = try archive.events(own, limit: Self.most)
    isCut = statements.count == Self.most || events.count == Self.most
    var tally = ProfileTally()
    for row in statements { tally.add(row) }
    for row in events { tally.add(row, of: id) }
    let said = Dictionary(grouping: statements, by: \.article.row)
    for article in Set(said.keys).union(events.map(\.article.row)).sorted() {
      guard let coded = try archive.article(article)?.coded else { continue }
      tally.add(namesOf: id, in: coded)
      for row in said[article] ?? [] { tally.add(row, in: coded, by: id) }
    }
    aliases = tally.aliases(beside: actor?.actor.name)
    lines = ProfileLine.Group.allCases.flatMap { tally.lines(of: $0).prefix(Self.mostLines) }
  }

  /// Equal parts of the days from the first to the last.
  private static func course(
    of days: [Day: Int]
  ) -> (course: [Double], span: ClosedRange<Day>?) {
    guard let first = days.keys.min(), let last = days.keys.max() else { return ([], nil) }
    let length = first.distance(to: last) + 1
    let parts = min(mostParts, length)
    var course = Array(repeating: 0.0, count: parts)
    for (day, count) in days { course[first.distance(to: day) * parts / length] += Double(count) }
    return (course, first...last)
  }
}

/// Sorts sentences by what they tell of an actor.
private struct ProfileTally {
  private var lines: [ProfileLine.Group: [String: ProfileLine]] = [:]
  private var names: [String: Int] = [:]

  /// Those with most sentences first.
  func lines(of group: ProfileLine.Group) -> [ProfileLine] {
    (lines[group] ?? [:]).values.sorted {
      $0.sentences.count != $1.sentences.count
        ? $0.sentences.count > $1.sentences.count : $0.name < $1.name
    }
  }

  /// Words that stand for anybody tell nothing of who it is.
  private static let pronouns: Set<String> = [
    "he", "she", "it", "they", "we", "i", "him", "her", "them", "who", "his", "their",
  ]

  func aliases(beside name: String?) -> [(words: String, count: Int)] {
    names.filter { $0.key != name && !Self.pronouns.contains($0.key.lowercased()) }
      .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .map { (words: $0.key, count: $0.value) }
  }

  mutating func add(namesOf id: String, in coded: CodedArticle) {
    for named in coded.actors where named.actor.id == id {
      for mention in named.mentions {
        let words = coded.article.text.text(of: mention.span)
        names[words.split(whereSeparator: \.isWhitespace).joined(separator: " "), default: 0] += 1
      }
    }
  }

  mutating func add(_ row: StatementRow) {
    let line = EvidenceLine(statement: row)
    add(line, .speaks, "in all")
    add(line, .act, row.statement.act.verb)
    if let addressee = row.statement.addressee { add(line, .addressee, addressee) }
  }

  /// Whom and which places the words of a statement name.
  mutating func add(_ row: StatementRow, in coded: CodedArticle, by id: String) {
    func isSaid(_ mentions: [Mention]) -> Bool {
      mentions.contains { mention in
        row.statement.contentSpans.contains {
          $0.start <= mention.span.start && mention.span.end <= $0.end
        }
      }
    }
    let line = EvidenceLine(statement: row)
    for named in coded.actors where named.actor.id != id && isSaid(named.mentions) {
      add(line, .actor, named.actor.name)
    }
    for named in coded.regions where isSaid(named.mentions) {
      add(line, .region, named.region.name)
    }
  }

  mutating func add(_ row: EventRow, of id: String) {
    let event = row.event
    let line = EvidenceLine(event: row)
    if event.source?.id == id, let place = event.region { add(line, .place, place) }
    if event.source?.id == id, let target = event.target, target.id != id {
      add(line, .does, target.name)
    }
    if event.target?.id == id, event.source?.id != id {
      add(line, .suffers, event.source?.name ?? "somebody")
    }
  }

  private mutating func add(
    _ line: EvidenceLine, _ group: ProfileLine.Group, _ name: String
  ) {
    lines[group, default: [:]][
      name, default: ProfileLine(group: group, name: name, sentences: [])
    ].sentences.append(line)
  }
}
