import Archive
import EventData

/// Invented articles for the tests: a quarrel of two invented states over a strait.
enum Story {
  static let actors: [PoliticalActor] = [
    PoliticalActor(
      id: "marden", name: "Ilse Marden", kind: .person, affiliation: "Norvane",
      role: "foreign minister", code: "NVNGOV"),
    PoliticalActor(
      id: "reyk", name: "Tomas Reyk", kind: .person, affiliation: "Sudmark",
      role: "defence minister", code: "SDMMIL"),
    PoliticalActor(id: "norvane", name: "Norvane", kind: .state, code: "NVN"),
    PoliticalActor(id: "sudmark", name: "Sudmark", kind: .state, code: "SDM"),
    PoliticalActor(
      id: "council", name: "Harbour Council", kind: .organisation, code: "IGOHRB"),
    PoliticalActor(id: "front", name: "Free Coast Front", kind: .group, code: "REBFCF"),
  ]

  static let regions: [Region] = [
    Region(id: "kessel", name: "Kessel Strait", kind: .sea),
    Region(id: "amelin", name: "Port Amelin", kind: .city, country: "NV"),
    Region(id: "norvane-land", name: "Norvane", kind: .country, country: "NV"),
  ]

  /// Oldest first.
  static let articles: [CodedArticle] = [
    article(
      "First patrol boats seen in the strait", outlet: "Coastal Wire", day: "2031-04-28",
      "Fishermen in {r:amelin Port Amelin} counted four grey boats at dawn.",
      "{speaker:reyk Tomas Reyk} {cue:assert said} {content “the patrols are routine”}."),
    article(
      "Harbour Council asks both sides to talk", outlet: "The Tidewater", day: "2031-05-01",
      "The {a:council Harbour Council} met for nine hours.",
      "It {event:DE1/CONSULT/council/norvane/occurred invited} {a:norvane Norvane} and "
        + "{a:sudmark Sudmark} to a first round of talks."),
    article(
      "Norvane says convoy left under escort", outlet: "Amelin Post", day: "2031-05-03",
      "{speaker:marden Ilse Marden} {cue:assert said} {content the convoy had passed the "
        + "{r:kessel Kessel Strait} without harm}.",
      "{a:sudmark Sudmark} {event:MP1/MOBILIZE/sudmark/norvane/occurred moved} two more ships "
        + "towards the {r:kessel strait}."),
    article(
      "Minister denies order to close the Kessel Strait", outlet: "The Tidewater",
      day: "2031-05-04", url: "https://tidewater.example/2031/05/04/strait",
      furniture: [
        Furniture(kind: .share, text: "Share this story", before: 1),
        Furniture(kind: .relatedLink, text: "More about harbours", before: 4),
      ],
      "Ships waited for a second day outside {r:amelin Port Amelin}, where pilots had been told "
        + "to stay ashore until the weather and the politics cleared.",
      "“{content We have closed nothing},” {speaker:reyk Tomas Reyk} {cue:deny told} reporters.",
      "{speaker:marden Ilse Marden} {cue:threaten warned} {content that {a:norvane Norvane} "
        + "would “{event:TH1/THREATEN/norvane/sudmark/threatened answer} every shot with two”}.",
      "The {a:front Free Coast Front} could not be reached."),
  ]

  /// Puts an article together from marked paragraphs.
  ///
  /// `speaker:ID`, `cue:ACT` and `content` of one paragraph make a statement; `a:ID` and `r:ID`
  /// mention actors and regions; `event:INDICATOR/CATEGORY/SOURCE/TARGET/STATUS` is an event,
  /// said by the speaker of the paragraph.
  static func article(
    _ title: String, outlet: String, day: String, url: String? = nil,
    furniture: [Furniture] = [], _ paragraphs: String...
  ) -> CodedArticle {
    let head = title + "\n\n"
    var article = Article(
      id: title, title: title, published: PublicationDate(day: Day(iso: day)!), outlet: outlet,
      url: url, text: head, bodyStart: head.utf8.count, furniture: furniture)
    var coded = CodedArticle(article: article)
    coded.sentences.append(
      Sentence(span: Span(0, title.utf8.count), paragraph: 0, isTitle: true))
    for (index, paragraph) in paragraphs.enumerated() {
      let marked = MarkedText(paragraph)
      let start = article.text.utf8.count
      let sentence = Span(start, start + marked.text.utf8.count)
      article.text += marked.text + (index + 1 < paragraphs.count ? "\n\n" : "")
      coded.sentences.append(Sentence(span: sentence, paragraph: index + 1))
      let marks = marked.marks.map {
        MarkedText.Mark(kind: $0.kind, argument: $0.argument, span: $0.span.shifted(by: start))
      }
      add(marks, in: sentence, of: marked.text, to: &coded)
    }
    coded.article = article
    return coded
  }

  private static func add(
    _ marks: [MarkedText.Mark], in sentence: Span, of text: String, to coded: inout CodedArticle
  ) {
    func spans(_ kind: String) -> [Span] { marks.filter { $0.kind == kind }.map(\.span) }
    for mark in marks {
      let mention = Mention(span: mark.span, rule: "test")
      switch mark.kind {
      case "a", "speaker":
        let actor = actors.first { $0.id == mark.argument }!
        if let index = coded.actors.firstIndex(where: { $0.actor.id == actor.id }) {
          coded.actors[index].mentions.append(mention)
        } else {
          coded.actors.append(ActorMentions(actor: actor, mentions: [mention]))
        }
      case "r":
        let region = regions.first { $0.id == mark.argument }!
        if let index = coded.regions.firstIndex(where: { $0.region.id == region.id }) {
          coded.regions[index].mentions.append(mention)
        } else {
          coded.regions.append(RegionMentions(region: region, mentions: [mention]))
        }
      case "event":
        var event = event(mark, in: sentence)
        event.origin = marks.first { $0.kind == "speaker" }.map { reference($0.argument).name }
        coded.events.append(event)
      case "figure": coded.figures.append(figure(mark, in: sentence, of: text))
      default: break
      }
    }
    guard let cue = marks.first(where: { $0.kind == "cue" }) else { return }
    let speaker = marks.first { $0.kind == "speaker" }
    let content = spans("content").map { text.text(of: $0.shifted(by: -sentence.start)) }.joined()
    coded.statements.append(
      Statement(
        sentence: sentence, speaker: speaker.map { reference($0.argument) },
        speakerSpan: speaker?.span, cueSpans: [cue.span], contentSpans: spans("content"),
        kind: !text.contains("“")
          ? .indirect : content.dropFirst().contains("“") ? .mixed : .direct,
        act: Statement.Act(rawValue: cue.argument)!, rule: "cue-verb"))
  }

  private static func event(_ mark: MarkedText.Mark, in sentence: Span) -> Event {
    let parts = mark.argument.split(separator: "/").map(String.init)
    return Event(
      sentence: sentence, source: reference(parts[2]), target: reference(parts[3]),
      category: EventCategory(rawValue: parts[1])!, cameo: "190", goldstein: -5,
      indicator: parts[0], status: Event.Status(rawValue: parts[4])!, rule: "test",
      spans: [mark.span])
  }

  /// `figure:UNIT/SUBJECT/ORIGIN` is how many there are.
  private static func figure(
    _ mark: MarkedText.Mark, in sentence: Span, of text: String
  ) -> Figure {
    let parts = mark.argument.split(separator: "/").map(String.init)
    return Figure(
      sentence: sentence, quantity: Double(text.text(of: mark.span.shifted(by: -sentence.start)))!,
      qualifier: nil, unit: parts[0], subject: parts[1], isStock: true,
      origin: actors.first { $0.id == parts[2] }?.name, spans: [mark.span])
  }

  private static func reference(_ id: String) -> ActorReference {
    ActorReference(actors.first { $0.id == id }!)
  }
}
