import EventData
import Testing

@testable import Coder

/// The events of a text as `RUS ASSAULT UKR occurred`, in any order.
private func events(_ text: String, published: String? = "2022-01-26") throws -> [String] {
  try code(text, published: published).events.map { event in
    "\(event.source?.code ?? "---") \(event.category.rawValue) \(event.target?.code ?? "---") \(event.status.rawValue)"
  }.sorted()
}

@Suite("Events")
struct EventTests {
  @Test(
    "have source and target in whatever way English puts them",
    arguments: [
      ("Russia invaded Ukraine.", ["RUS ASSAULT UKR occurred"]),
      ("Russia has attacked Ukraine.", ["RUS ASSAULT UKR occurred"]),
      ("Ukraine was invaded by Russia.", ["RUS ASSAULT UKR occurred"]),
      ("Ukraine was attacked.", ["--- ASSAULT UKR occurred"]),
      ("Russia's invasion of Ukraine went on.", ["RUS ASSAULT UKR occurred"]),
      ("The invasion of Ukraine by Russia went on.", ["RUS ASSAULT UKR occurred"]),
      ("Russian forces shelled a village.", ["RUSMIL ASSAULT --- occurred"]),
      ("Russian troops killed 12 civilians in Bucha.", ["RUSMIL ASSAULT UKRCVL occurred"]),
      ("Poland accused Belarus of smuggling migrants.", ["POL ACCUSE BLR occurred"]),
      ("The European Union condemned Russia.", ["IGOEUREEC ACCUSE RUS occurred"]),
    ])
  func arguments(_ text: String, _ expected: [String]) throws {
    #expect(try events(text) == expected)
  }

  @Test(
    "have a category by verb, particle and object",
    arguments: [
      ("Russia massed troops near Ukraine.", ["RUS MOBILIZE UKR occurred"]),
      ("Iran seized a British tanker.", ["IRN COERCE GBR occurred"]),
      ("The United States imposed sanctions on Russia.", ["USA SANCTION RUS occurred"]),
      ("Germany sent aid to Ukraine.", ["DEU AID UKR occurred"]),
      ("Russia expelled two American diplomats.", ["RUS SANCTION USAGOV occurred"]),
      ("Russia closed its border with Estonia.", ["RUS COERCE EST occurred"]),
      ("Russia withdrew its troops from Kherson.", ["RUS RETREAT UKR occurred"]),
      ("Russia rejected the Ukrainian proposal.", ["RUS REJECT UKR occurred"]),
      ("Zelensky asked NATO for weapons.", ["UKRGOV REQUEST IGOMILNAT occurred"]),
      ("Protesters rallied in Minsk.", ["BLRCVL PROTEST BLR occurred"]),
    ])
  func categories(_ text: String, _ expected: [String]) throws {
    #expect(try events(text) == expected)
  }

  @Test(
    "go both ways where both sides act",
    arguments: [
      (
        "Lavrov met Blinken in Geneva.",
        ["RUSGOV CONSULT USAGOV occurred", "USAGOV CONSULT RUSGOV occurred"]
      ),
      ("Russia and Ukraine held talks.", ["RUS CONSULT UKR occurred", "UKR CONSULT RUS occurred"]),
      (
        "Russian officials met Ukrainian diplomats.",
        ["RUSGOV CONSULT UKRGOV occurred", "UKRGOV CONSULT RUSGOV occurred"]
      ),
    ])
  func reciprocal(_ text: String, _ expected: [String]) throws {
    #expect(try events(text) == expected)
  }

  @Test("give each member of a list its own event")
  func lists() throws {
    #expect(
      try events("Germany and Poland sent weapons to Ukraine.")
        == ["DEU AID UKR occurred", "POL AID UKR occurred"])
  }

  @Test(
    "keep apart what was done from what was denied, threatened, demanded, promised or feared",
    arguments: [
      ("Russia did not attack Ukraine.", "RUS ASSAULT UKR negated"),
      ("Russia has not invaded Ukraine.", "RUS ASSAULT UKR negated"),
      ("Russia never attacked Ukraine.", "RUS ASSAULT UKR negated"),
      ("Russia denied attacking Ukraine.", "RUS ASSAULT UKR denied"),
      ("Russia denied that it had attacked Ukraine.", "RUS ASSAULT UKR denied"),
      ("Russia threatened to attack Ukraine.", "RUS THREATEN UKR threatened"),
      ("Germany pledged to send weapons to Ukraine.", "DEU AGREE UKR pledged"),
      ("Germany will send weapons to Ukraine.", "DEU AGREE UKR pledged"),
      ("Russia could attack Ukraine.", "RUS ASSAULT UKR forecast"),
      ("Russia may invade Ukraine in spring.", "RUS ASSAULT UKR forecast"),
      ("Russia plans to attack Ukraine.", "RUS THREATEN UKR threatened"),
      ("If Russia attacked Ukraine, nobody would win.", "RUS ASSAULT UKR forecast"),
      ("Putin said Russia had attacked Ukraine.", "RUS ASSAULT UKR occurred"),
    ])
  func status(_ text: String, _ expected: String) throws {
    #expect(Set(try events(text)) == [expected])
  }

  @Test(
    "are background by the year that the sentence names",
    arguments: [
      ("It began in 2014, when Russia invaded Ukraine.", "2022-01-26", "background"),
      ("Russia invaded Ukraine in 2014.", nil, "background"),
      ("Russia invaded Ukraine in February 2022.", "2022-03-01", "occurred"),
      ("Russia invaded Ukraine.", "2022-03-01", "occurred"),
    ] as [(String, String?, String)])
  func background(_ text: String, _ published: String?, _ status: String) throws {
    #expect(try events(text, published: published) == ["RUS ASSAULT UKR \(status)"])
  }

  @Test("are not looked for in headings")
  func headings() throws {
    var article = article("Russia invaded Ukraine\n\nSnow fell.")
    article.headings = [Span(0, 22)]
    #expect(try Coding.coder.get().code(article).events.isEmpty)
    article.headings = []
    #expect(try Coding.coder.get().code(article).events.count == 1)
  }

  @Test("say who says so: the speaker, else the outlet")
  func origin() throws {
    let coded = try code("Lavrov said Ukraine had attacked Poland. Russia shelled Ukraine.")
    #expect(coded.events.map(\.origin) == ["Sergei Lavrov", "Sabel Courier"])
  }

  @Test("stand in their sentence, at their predicate, in a region")
  func place() throws {
    let coded = try code("Snow fell. Russia shelled a village near Mariupol.")
    let event = try #require(coded.events.first)
    #expect(coded.text(of: event.spans[0]) == "shelled")
    #expect(coded.text(of: event.sentence) == "Russia shelled a village near Mariupol.")
    #expect(event.region == "Mariupol")
    #expect(event.rule == "shell" && event.cameo == "194" && event.goldstein == -10)
  }
}

@Suite("The date of an event")
struct EventDateTests {
  @Test(
    "is what the sentence says, against the day of the article, a Wednesday",
    arguments: [
      ("on Monday", "2022-01-24"), ("on Wednesday", "2022-01-26"), ("on Thursday", "2022-01-20"),
      ("on Sunday", "2022-01-23"), ("on January 12", "2022-01-12"), ("on 12 January", "2022-01-12"),
      ("on Jan. 12", "2022-01-12"), ("on Jan. 12, 2021", "2021-01-12"),
      ("on December 12", "2021-12-12"), ("in March", "2021-03"),
      ("on March 3, 2021", "2021-03-03"), ("in March 2014", "2014-03"), ("in 2014", "2014"),
      ("since 2014", "2014"), ("again", nil), ("on 1,200 sites", nil),
    ] as [(String, String?)])
  func dated(_ when: String, _ date: String?) throws {
    let coded = try code("Russia attacked Ukraine \(when).", published: "2022-01-26")
    #expect(coded.events.map(\.date?.iso) == [date])
  }

  @Test(
    "is unknown where the article has none and the sentence counts on it",
    arguments: [
      ("on Monday", nil), ("on January 12", nil), ("in March", nil), ("again", nil),
      ("on January 12, 2022", "2022-01-12"), ("in March 2014", "2014-03"), ("in 2014", "2014"),
    ] as [(String, String?)])
  func undated(_ when: String, _ date: String?) throws {
    let coded = try code("Russia attacked Ukraine \(when).", published: nil)
    #expect(coded.events.map(\.date?.iso) == [date])
  }
}
