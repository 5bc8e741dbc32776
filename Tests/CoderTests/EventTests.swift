import EventData
import Testing

@testable import Coder

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
      ("Two Polish soldiers were killed by rebels in Mali.", ["MLIREB ASSAULT POLMIL occurred"]),
      ("Two Polish soldiers killed in Mali", ["--- ASSAULT POLMIL occurred"]),
      (
        "Polish attacks killed at least six Latvian soldiers.", ["POL ASSAULT LVAMIL occurred"]
      ),
      (
        "Poland, which borders Belarus, expelled a Belarusian diplomat.",
        ["POL SANCTION BLRGOV occurred"]
      ),
      (
        "Poland urged Estonia to leave, accusing Latvia of lies.",
        ["POL ACCUSE LVA occurred", "POL REQUEST EST occurred"]
      ),
      ("Latvia gave Estonia a loan.", ["LVA AID EST occurred"]),
      ("Estonian efforts to arm Latvia went on.", ["EST AID LVA forecast"]),
      ("Poland is attacking Latvia.", ["POL ASSAULT LVA occurred"]),
      ("Poland on April 12 attacked Latvia.", ["POL ASSAULT LVA occurred"]),
      ("Poland demanded that Latvia release the crew.", ["POL REQUEST LVA occurred"]),
      ("Ethnic Latvians protested in Estonia.", ["ESTCVL PROTEST EST occurred"]),
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

  @Test(
    "are not made of words that only look like verbs, nor of what they are done for",
    arguments: [
      ("Shells and bombs fell on Riga.", []), ("The press release came from Latvia.", []),
      ("Wounded soldiers came home to Latvia.", []),
      ("By night heavily armed men came to Latvia.", []),
      ("Latvia held a general strike.", ["LVA PROTEST --- occurred"]),
      ("EU sanctions on Latvia went on.", ["IGOEUREEC SANCTION LVA occurred"]),
      ("Latvia cancelled a visit to Estonia.", ["LVA SANCTION EST occurred"]),
      ("The Estonian minister visited Riga to mediate.", ["ESTGOV CONSULT LVA occurred"]),
      ("Poland talked about Latvia.", []), ("Yesterday warned nobody.", []),
    ] as [(String, [String])])
  func lookalikes(_ text: String, _ expected: [String]) throws {
    #expect(try events(text) == expected)
  }

  @Test(
    "are those of whom a pronoun stands for",
    arguments: [
      ("Lavrov landed. He condemned Latvia.", ["RUSGOV ACCUSE LVA occurred"]),
      (
        "Lavrov said Blinken would leave and that he condemned Latvia.",
        ["USAGOV ACCUSE LVA occurred"]
      ),
      ("Poland said it had attacked Latvia.", ["POL ASSAULT LVA occurred"]),
      ("Poland continued its buildup near Latvia.", ["POL MOBILIZE LVA occurred"]),
    ])
  func pronouns(_ text: String, _ expected: [String]) throws {
    #expect(try events(text) == expected)
  }

  @Test(
    "code states, bodies, offices and groups",
    arguments: [
      ("Oslo condemned Latvia.", "NORGOV"),
      ("A former Polish minister condemned Latvia.", "POLELI"),
      ("Riga police condemned Estonia.", "LVACOP"),
      ("Members of the Latvian parliament condemned Poland.", "LVALEG"),
      ("The president of the European Council condemned Latvia.", "IGOEUREECGOV"),
      ("The Putin administration condemned Latvia.", "RUSGOV"),
      ("Boko Haram gunmen attacked Niger.", "NGAREB"),
      ("Muslim leaders in Poland condemned Latvia.", "POLREL"),
      ("Canada's Defense Department condemned Latvia.", "CANGOV"),
      ("US$3 million went missing, and Poland condemned Latvia.", "POL"),
    ])
  func codes(_ text: String, _ source: String) throws {
    #expect(Set(try code(text).events.map { $0.source?.code ?? "---" }) == [source])
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
      ("There was no sign that Russia had attacked Ukraine.", "RUS ASSAULT UKR negated"),
      ("Russia has no plans to attack Ukraine.", "RUS ASSAULT UKR negated"),
      ("Should Russia attack Ukraine, nobody would win.", "RUS ASSAULT UKR forecast"),
      ("Poland could send weapons to Latvia.", "POL AID LVA forecast"),
      ("Poland suggested it could send weapons to Latvia.", "POL AID LVA forecast"),
      (
        "Poland will withdraw its troops from Latvia unless Estonia gives way.",
        "POL THREATEN LVA threatened"
      ),
    ])
  func status(_ text: String, _ expected: String) throws {
    #expect(Set(try events(text)) == [expected])
  }

  @Test("of a denied accusation are the accusation and what is denied")
  func deniedAccusation() throws {
    #expect(
      try events("Poland denied Estonian allegations that it had attacked Latvia.")
        == ["EST ACCUSE POL occurred", "POL ASSAULT LVA denied"])
  }

  @Test(
    "are background where their own clause is dated long ago",
    arguments: [
      ("Poland attacked Latvia eight years ago.", ["POL ASSAULT LVA background"]),
      ("In 2014, Poland attacked Latvia.", ["POL ASSAULT LVA background"]),
      ("Poland has backed Latvia since war broke out in 2014.", ["POL SUPPORT LVA background"]),
      (
        "Poland, which attacked Latvia in 2014, condemned Estonia.",
        ["POL ACCUSE EST occurred", "POL ASSAULT LVA background"]
      ),
      (
        "The accords, signed in 2014 and 2015, brought a ceasefire between Poland and Latvia.",
        ["LVA RETREAT POL background", "POL RETREAT LVA background"]
      ),
      ("Poland attacked Latvia after the 2014 war.", ["POL ASSAULT LVA occurred"]),
      (
        "Trade grew compared with last year, and Poland condemned Latvia.",
        ["POL ACCUSE LVA occurred"]
      ),
    ])
  func clauseBackground(_ text: String, _ expected: [String]) throws {
    #expect(try events(text) == expected)
  }

  @Test(
    "are looked for in texts that begin with them",
    arguments: ["Attacked years.", "Attacked for years.", "Talks.", "Years attacked."])
  func beginnings(_ text: String) throws {
    _ = try events(text)
  }

  @Test("are not looked for in captions")
  func captions() throws {
    #expect(try events("In this photo, Poland's president meets Latvia's president.") == [])
    #expect(try events("Poland condemned Latvia on Friday (Agency/Getty Images).") == [])
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

  @Test(
    "have a side for who is somebody, not for means and deeds",
    arguments: [
      ("Poland threatened to use force unless Latvia left.", ["POL THREATEN LVA threatened"]),
      (
        "Latvia accused Poland of plotting to overthrow its president, which Poland denied.",
        ["LVA ACCUSE POL occurred", "POL COERCE"]
      ),
      ("He boarded a ship in Riga with his family.", []),
      ("Polish commandos boarded a Latvian tanker.", ["POLMIL COERCE LVA occurred"]),
      ("Poland launched what it called a “raid” on Latvia.", ["POL ASSAULT LVA occurred"]),
      ("Poland gave the Latvian ambassador 48 hours to leave.", ["POL SANCTION LVAGOV occurred"]),
      ("Poland told Latvian troops to leave within a month.", ["POL REQUEST LVAMIL occurred"]),
      ("Polish soldiers entered Riga at dawn.", ["POLMIL ASSAULT LVA occurred"]),
      ("Polish soldiers entered the building.", []),
      ("A car bomb went off outside the ministry, killing a Polish guard.", ["--- ASSAULT POL"]),
      ("Poland pulled out of the grain deal.", ["POL SANCTION --- occurred"]),
      ("Polish troops returned fire.", ["POLMIL ASSAULT --- occurred"]),
      ("NATO's chief met the Polish envoy.", ["IGOMILNAT CONSULT POLGOV occurred"]),
      ("Polish F-16 jets bombed two Latvian army posts.", ["POLMIL ASSAULT LVAMIL occurred"]),
      ("Polish rebels loyal to a general attacked a Latvian patrol.", ["POLREB ASSAULT LVA"]),
      ("The World Food Programme warned that half of the people were hungry.", []),
      ("Poland began with air strikes on Riga.", ["POL ASSAULT LVA occurred"]),
      ("Poland recalled its ambassador from Riga.", ["POL SANCTION LVA occurred"]),
      ("M23 rebels kidnapped the father of a midfielder.", ["CODREB ASSAULT CODCVL occurred"]),
    ])
  func sides(_ text: String, _ expected: [String]) throws {
    let found = try events(text)
    for event in expected { #expect(found.contains { $0.hasPrefix(event) }, "\(found)") }
    #expect(found.isEmpty == expected.isEmpty, "\(found)")
  }

  @Test("do not happen where the state is that does it to others")
  func elsewhere() throws {
    let events = try code(
      "Poland struck Houthi radar sites. Poland closed its border. Estonia said Latvian soldiers "
        + "had opened fire."
    ).events
    #expect(events.map(\.region) == [nil, "Poland", nil])
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
      ("yesterday", "2022-01-25"), ("today", "2022-01-26"), ("last week", "2022-W03"),
      ("two weeks ago", "2022-W02"), ("this month", "2022-01"), ("last month", "2021-12"),
      ("eight years ago", "2014"),
    ] as [(String, String?)])
  func dated(_ when: String, _ date: String?) throws {
    let coded = try code("Russia attacked Ukraine \(when).", published: "2022-01-26")
    #expect(coded.events.map(\.date?.iso) == [date])
  }

  @Test(
    "is that of the deed, not that of its telling",
    arguments: [
      ("Poland said on Monday that Russia had attacked Ukraine", nil),
      ("Poland said on Monday Russia had attacked Ukraine", nil),
      ("On Monday, Poland said Russia had attacked Ukraine", nil),
      ("Poland said on Monday that Russia had attacked Ukraine on Sunday", "2022-01-23"),
      ("Russia attacked Ukraine on Sunday, Poland said on Monday", "2022-01-23"),
    ] as [(String, String?)])
  func told(_ text: String, _ date: String?) throws {
    let coded = try code(text + ".", published: "2022-01-26")
    #expect(coded.events.map(\.date?.iso) == [date])
  }

  @Test(
    "lies ahead of talks that are to come",
    arguments: [
      ("will be held on Friday", "2022-01-28"), ("are due to resume on Friday", "2022-01-28"),
      ("are set for March 3", "2022-03-03"), ("are expected to begin tomorrow", "2022-01-27"),
      ("were due to resume on Friday", "2022-01-21"), ("were held on Friday", "2022-01-21"),
    ])
  func ahead(_ when: String, _ date: String) throws {
    let coded = try code("Talks between Poland and Russia \(when).", published: "2022-01-26")
    #expect(Set(coded.events.map(\.date?.iso)) == [date])
  }

  @Test("is that of its own clause")
  func clauses() throws {
    let coded = try code(
      "On Monday Poland, which attacked Latvia in 2014, condemned Estonia.",
      published: "2022-01-26")
    #expect(Set(coded.events.map(\.date?.iso)) == ["2014", "2022-01-24"])
  }

  @Test(
    "is unknown where the article has none and the sentence counts on it",
    arguments: [
      ("on Monday", nil), ("on January 12", nil), ("in March", nil), ("again", nil),
      ("last week", nil),
      ("on January 12, 2022", "2022-01-12"), ("in March 2014", "2014-03"), ("in 2014", "2014"),
    ] as [(String, String?)])
  func undated(_ when: String, _ date: String?) throws {
    let coded = try code("Russia attacked Ukraine \(when).", published: nil)
    #expect(coded.events.map(\.date?.iso) == [date])
  }
}
