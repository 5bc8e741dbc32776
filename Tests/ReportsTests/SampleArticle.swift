import EventData
import Foundation
import Reports

/// An article in which everything is filled in, and wide characters stand before it all.
enum SampleArticle {
  static let title = "🔵 Ōshima: envoy “denies” claim"
  static let body = """
    🕊️ Zoë Märtens said in 東京 that “no ships” had le\u{301}ft Port Amelin.

    Ostmark warned Westmark on Monday; at least 1,200 sailors are there.
    """

  static let coded: CodedArticle = {
    let text = title + "\n\n" + body
    let marten = ActorReference(id: "person:zoe-martens", name: "Zoë Märtens", code: "OSTGOV")
    let envoy = ActorReference(id: "group:envoy", name: "envoy", code: "---")
    let sentence = span("🕊️ Zoë Märtens said in 東京 that “no ships” had le\u{301}ft Port Amelin.")
    return CodedArticle(
      article: Article(
        id: "sample", path: "in/sample.txt", title: title,
        published: PublicationDate(day: Day(number: 19_004), secondOfDay: 50_700),
        outlet: "Sabel Courier", url: "https://sabel.example/1", language: "en", text: text,
        bodyStart: title.utf8.count + 2),
      sentences: [
        Sentence(span: Span(0, title.utf8.count), paragraph: 0, isTitle: true),
        Sentence(span: sentence, paragraph: 1),
      ],
      actors: [
        ActorMentions(
          actor: PoliticalActor(
            id: marten.id, name: marten.name, kind: .person, affiliation: "Ostmark",
            role: "spokeswoman", code: marten.code),
          mentions: [Mention(span: span("Zoë Märtens"), rule: "person-name")]),
        ActorMentions(
          actor: PoliticalActor(id: envoy.id, name: envoy.name, kind: .group),
          mentions: [Mention(span: span("envoy"), rule: "role")]),
      ],
      regions: [
        RegionMentions(
          region: Region(
            id: "tokyo", name: "Tokyo", kind: .city, country: "JP",
            coordinate: Coordinate(latitude: 35.6895, longitude: 139)),
          mentions: [Mention(span: span("東京"), rule: "lexicon-place")])
      ],
      statements: [
        Statement(
          sentence: sentence, speaker: marten, speakerSpan: span("Zoë Märtens"),
          cueSpans: [span("said")],
          contentSpans: [span("“no ships”"), span("le\u{301}ft Port Amelin")], kind: .mixed,
          act: .deny, addressee: "reporters", via: "Sabel Radio", rule: "clause"),
        Statement(
          sentence: Span(0, title.utf8.count), speaker: envoy, speakerSpan: span("envoy"),
          cueSpans: [span("“denies”")], contentSpans: [span("claim")], kind: .indirect, act: .deny,
          isInner: true, rule: "headline"),
      ],
      events: [
        Event(
          sentence: span("Ostmark warned Westmark on Monday; at least 1,200 sailors are there."),
          source: ActorReference(id: "state:OST", name: "Ostmark", code: "OST"),
          target: ActorReference(id: "state:WES", name: "Westmark", code: "WES"),
          category: .threaten, mode: "nonforce", cameo: "130", goldstein: -4.4, indicator: "WO1",
          status: .threatened, origin: "Sabel Courier", region: "Port Amelin",
          date: EventDate(first: Day(number: 19_002)), rule: "warn", spans: [span("warned")])
      ],
      figures: [
        Figure(
          sentence: span("Ostmark warned Westmark on Monday; at least 1,200 sailors are there."),
          quantity: 1200, qualifier: "at least", unit: "sailors", subject: "there", isStock: true,
          origin: "Sabel Courier", spans: [span("at least 1,200 sailors")])
      ])
  }()

  /// Where a part of the sample stands.
  static func span(_ part: String) -> Span {
    let bytes = Array((title + "\n\n" + body).utf8)
    let wanted = Array(part.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) }!
    return Span(start, start + wanted.count)
  }

  /// One where everything that can be missing is.
  static let bare = CodedArticle(
    article: Article(id: "bare", text: "Ships left.\n"),
    statements: [
      Statement(
        sentence: Span(0, 11), speaker: nil, speakerSpan: nil, cueSpans: [], contentSpans: [],
        kind: .indirect, act: .assert, rule: "clause")
    ],
    events: [
      Event(
        sentence: Span(0, 11), source: nil, target: nil, category: .retreat, cameo: "087",
        goldstein: 0, status: .occurred, rule: "leave", spans: [])
    ],
    figures: [
      Figure(sentence: Span(0, 11), quantity: 0.5, unit: "ships", isStock: false, spans: [])
    ])
}

/// A line of JSON, parsed back.
struct ParsedLine {
  let object: [String: Any]

  init(_ coded: CodedArticle) throws {
    let parsed = try JSONSerialization.jsonObject(
      with: CodedArticleJSON.withLine(of: coded) { Data($0) })
    guard let object = parsed as? [String: Any] else { throw NotAnObject() }
    self.object = object
  }

  struct NotAnObject: Error {}

  subscript(_ key: String) -> [[String: Any]] { object[key] as? [[String: Any]] ?? [] }

  /// The part of the body as Python would cut it: `body[start:end]`.
  func cut(_ start: Int, _ end: Int) -> String {
    let scalars = Array((object["body"] as? String ?? "").unicodeScalars)
    var cut = String.UnicodeScalarView()
    cut.append(contentsOf: scalars[start..<end])
    return String(cut)
  }

  /// The parts of the body that a list of spans points to.
  func cut(_ spans: Any?) -> [String] {
    (spans as? [[Int]] ?? []).map { cut($0[0], $0[1]) }
  }
}
