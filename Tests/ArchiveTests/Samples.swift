import Archive
import EventData

/// Makes coded articles out of invented news: a span is wherever the words stand in the text.
struct Sample {
  var coded: CodedArticle
  var original: [UInt8]

  init(
    _ id: String, on day: String? = "2031-03-04", at second: Int? = nil,
    outlet: String? = "Harbour Post", title: String? = "Talks on the strait",
    _ body: String? = nil, original: String? = nil
  ) {
    // The number makes texts that are no copies of each other.
    let body =
      body ?? "The two sides met in Orlen. “We will not move,” Mara Vell said (1\(id) 2\(id))."
    let text = (title.map { $0 + "\n\n" } ?? "") + body
    coded = CodedArticle(
      article: Article(
        id: id, path: "inbox/\(id).txt", title: title,
        published: day.map { PublicationDate(day: Day(iso: $0)!, secondOfDay: second) },
        outlet: outlet, text: text, bodyStart: text.utf8.count - body.utf8.count))
    self.original = Array((original ?? text).utf8)
    coded.sentences = [
      Sentence(span: Span(coded.article.bodyStart, text.utf8.count), paragraph: 1)
    ]
  }

  var item: CodedImport { CodedImport(coded: coded, original: original) }

  /// Where the words first stand.
  func span(_ words: String) -> Span {
    let text = Array(coded.article.text.utf8)
    let wanted = Array(words.utf8)
    let start = (0...max(0, text.count - wanted.count)).first {
      text[$0...].starts(with: wanted)
    }
    return Span(start ?? 0, (start ?? 0) + wanted.count)
  }

  var sentence: Span { coded.sentences[0].span }

  func mentioning(_ actors: PoliticalActor...) -> Sample {
    var sample = self
    for actor in actors {
      sample.coded.actors.append(
        ActorMentions(actor: actor, mentions: [Mention(span: span(actor.name), rule: "alias")]))
    }
    return sample
  }

  func about(_ regions: Region...) -> Sample {
    var sample = self
    for region in regions {
      sample.coded.regions.append(
        RegionMentions(region: region, mentions: [Mention(span: span(region.name), rule: "name")]))
    }
    return sample
  }

  func saying(_ content: String, by speaker: PoliticalActor?) -> Sample {
    var sample = self
    sample.coded.statements.append(
      Statement(
        sentence: sentence, speaker: speaker.map(ActorReference.init),
        speakerSpan: speaker.map { span($0.name) }, cueSpans: [span("said")],
        contentSpans: [span(content)], kind: .direct, act: .deny, rule: "cue-verb"))
    return sample
  }

  func event(
    from source: PoliticalActor?, to target: PoliticalActor?, indicator: String? = nil,
    status: Event.Status = .occurred, date: EventDate? = nil
  ) -> Sample {
    var sample = self
    sample.coded.events.append(
      Event(
        sentence: sentence, source: source.map(ActorReference.init),
        target: target.map(ActorReference.init), category: .consult, mode: "visit",
        cameo: "042", goldstein: 1.9, indicator: indicator, status: status,
        origin: "Harbour Post", region: "orlen", date: date, rule: "meet", spans: [span("met")]))
    return sample
  }
}

extension PoliticalActor {
  static let vell = PoliticalActor(
    id: "mara-vell", name: "Mara Vell", kind: .person, affiliation: "Norrland",
    role: "foreign minister", code: "NORGOV")
  static let norrland = PoliticalActor(
    id: "norrland", name: "Norrland", kind: .state, code: "NOR")
  static let tasmark = PoliticalActor(
    id: "tasmark", name: "Tasmark", kind: .state, code: "TAS")
  static let watch = PoliticalActor(
    id: "strait-watch", name: "Strait Watch", kind: .organisation, role: "monitors", code: "NGO")
}

extension Region {
  static let orlen = Region(
    id: "orlen", name: "Orlen", kind: .city, country: "NO",
    coordinate: Coordinate(latitude: 61.25, longitude: -7.5))
  static let strait = Region(id: "long-strait", name: "Long Strait", kind: .sea)
}

extension ArchiveWriter {
  /// An archive in memory that holds the samples, the first with row 1.
  static func holding(_ samples: Sample...) throws -> ArchiveWriter {
    try holding(samples)
  }

  static func holding(_ samples: [Sample]) throws -> ArchiveWriter {
    let writer = try ArchiveWriter()
    _ = try writer.insert(samples)
    return writer
  }

  @discardableResult
  func insert(_ samples: [Sample]) throws -> [ImportOutcome] {
    try insert(samples.map(\.item), coderVersion: "1")
  }

  @discardableResult
  func insert(_ samples: Sample...) throws -> [ImportOutcome] { try insert(samples) }
}

extension ArticleFilter {
  static var everything: ArticleFilter { ArticleFilter() }

  static func with(_ change: (inout ArticleFilter) -> Void) -> ArticleFilter {
    var filter = ArticleFilter()
    change(&filter)
    return filter
  }

  static func mentioning(_ actors: PoliticalActor...) -> ArticleFilter {
    .with { $0.actors = actors.map(\.id) }
  }

  static func search(_ words: String) -> ArticleFilter { .with { $0.search = words } }
}

extension Sample {
  /// A day on which each of many parties shells another.
  static func crowdedDay(articles: Int, events: Int) -> [Sample] {
    (0..<articles).map { article in
      let text =
        "Report \(article) of a loud day: " + String(repeating: "a shell fell; ", count: 20)
      var sample = Sample("r\(article)", on: "2031-03-09", title: nil, text)
        .event(from: .norrland, to: .tasmark, indicator: "FU1")
      let event = sample.coded.events[0]
      sample.coded.events = (0..<events).map { number in
        var event = event
        let name = "Party \(article * events + number)"
        event.source = ActorReference(id: name.lowercased(), name: name, code: "---")
        event.spans = [Span(number, number + 1)]
        return event
      }
      return sample
    }
  }
}
