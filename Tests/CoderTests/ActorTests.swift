import EventData
import Testing

@testable import Coder

@Suite("Actors")
struct ActorTests {
  /// Expects the mentions that a text marks as `{id …}`, no more and no others.
  private func expectActors(
    _ marked: String, published: String? = "2022-01-26",
    _ sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let example = MarkedText(marked)
    let found = try code(example.text, published: published).actors.flatMap { found in
      found.mentions.map { MarkedText.Mark(name: found.actor.id, span: $0.span) }
    }
    #expect(
      found.sorted { $0.span < $1.span } == example.marks.sorted { $0.span < $1.span },
      sourceLocation: sourceLocation)
  }

  @Test(
    "are office-holders by name, in any spelling",
    arguments: [
      "{person:sergei-lavrov Sergei Lavrov} left.", "{person:sergei-lavrov Sergey Lavrov} left.",
      "{person:volodymyr-zelensky Volodymyr Zelenskyy} left.",
      "{person:volodymyr-zelensky Wolodymyr Selenskyj} left.",
      "{person:recep-tayyip-erdogan Recep Tayyip Erdogan} left.",
      "{person:bashar-al-assad Bashar al-Assad} left. {person:bashar-al-assad Assad} was tired.",
      "{person:ursula-von-der-leyen Ursula von der Leyen} left.",
      "{person:sergei-lavrov SERGEI LAVROV} left.",
    ])
  func persons(_ marked: String) throws {
    try expectActors(marked)
  }

  @Test(
    "are the European Union where Brussels acts, unless the article names Belgium",
    arguments: [
      "{organisation:european-union Brussels} condemned the attack.",
      "{state:BEL Brussels} condemned the attack. {state:BEL Belgium} had called for talks.",
    ])
  func brussels(_ marked: String) throws {
    try expectActors(marked)
  }

  @Test("are sources of the government that they are in")
  func sources() throws {
    let found = try code("A source in the Egyptian government said that talks had failed.")
    #expect(found.statements.first?.speaker?.code.hasPrefix("EGY") == true)
  }

  @Test(
    "are office-holders by family name when they held office on the day",
    arguments: [
      "{person:sergei-lavrov Lavrov} left.", "{person:xi-jinping Xi} left.",
      "{person:vladimir-putin Putin}'s plan failed.",
      "{person:vladimir-putin Putin}’s plan failed.",
    ])
  func families(_ marked: String) throws {
    try expectActors(marked)
  }

  @Test(
    "are office-holders by role, on the day of the article",
    arguments: [
      ("{person:sergei-lavrov The Russian foreign minister} left.", "2022-01-26"),
      ("{person:volodymyr-zelensky The Ukrainian president} left.", "2022-01-26"),
      ("{person:petro-poroshenko The Ukrainian president} left.", "2016-05-01"),
      ("{person:naftali-bennett The Israeli prime minister} left.", "2022-01-26"),
      ("{person:benjamin-netanyahu The Israeli prime minister} left.", "2019-05-01"),
      ("{person:annalena-baerbock The German foreign minister} left.", "2022-01-26"),
      ("{person:emmanuel-macron The French president} left.", "2022-01-26"),
      ("{person:liz-truss The British foreign secretary} left.", "2022-01-26"),
      ("{person:antonio-guterres The {organisation:un UN} chief} left.", "2022-01-26"),
      (
        "{person:antonio-guterres The {organisation:un U.N.} secretary-general} left.", "2022-01-26"
      ),
    ])
  func offices(_ marked: String, _ published: String) throws {
    try expectActors(marked, published: published)
  }

  @Test(
    "are not the states that only say where something is",
    arguments: [
      "The treaty was signed in Minsk, Belarus, years ago.",
      "They met in the capital of Belarus years ago.",
      "He told reporters in Minsk years ago.",
    ])
  func whereabouts(_ marked: String) throws {
    try expectActors(marked)
  }

  @Test(
    "are the rebels of the article's war, and groups under one name in all its forms",
    arguments: [
      "{group:rebels The rebels} left.",
      "{group:ukrainian-officials Other Ukrainian officials} left. {group:ukrainian-officials Ukrainian officials} stayed.",
      "{group:ukrainian-forces Ukrainian government forces} left. {group:ukrainian-forces Ukrainian forces} stayed.",
    ])
  func armedAndVague(_ marked: String) throws {
    try expectActors(marked)
  }

  @Test("are organisations under their description, too")
  func describedBody() throws {
    try expectActors(
      "{organisation:fsb The Russian security agency}, the {organisation:fsb FSB}, closed the road."
    )
  }

  @Test(
    "take titles before a name along",
    arguments: [
      "{person:sergei-lavrov Russian Foreign Minister Sergei Lavrov} left.",
      "{person:petro-poroshenko Former president Petro Poroshenko} left.",
      "{person:ilse-marden Dr. Ilse Marden} left.",
      "{person:ilse-marden Deputy Prime Minister Ilse Marden} left.",
    ])
  func titles(_ marked: String) throws {
    try expectActors(marked)
  }

  @Test(
    "are persons whom nobody knows, by given name or title, and by family name later on",
    arguments: [
      "{person:marta-illyn Marta Illyn} left early. {person:marta-illyn Illyn} was tired.",
      "{person:marta-illyn Marta Illyn}’s boat sank. So did {person:marta-illyn Illyn}'s house.",
      "{person:marta-illyn Marta Illyn} left. {person:marta-illyn Ms. Illyn} was tired.",
      "At dawn {person:marta-illyn Illyn} left. {person:marta-illyn Marta Illyn} was tired.",
      "{person:marta-illyn Marta Illyn} met {person:tomas-bek Tomas Bek}.",
      "{person:tomas-illyn Tomas Illyn} met {person:marta-illyn Marta Illyn}.",
      "{person:tomas-j-bek Tomas J. Bek} left.",
    ])
  func unknown(_ marked: String) throws {
    try expectActors(marked)
  }

  @Test(
    "of one family name are told apart by title, office and how often they are named",
    arguments: [
      "{person:anna-bek Anna Bek} met {person:tomas-bek Tomas Bek}. {person:anna-bek Ms. Bek} left.",
      "{person:anna-bek Anna Bek} met {person:tomas-bek Tomas Bek}. {person:tomas-bek Mr. Bek} left.",
      "{person:joe-biden President Joe Biden} met {person:hunter-biden Hunter Biden}. {person:joe-biden Biden} left.",
    ])
  func namesakes(_ marked: String) throws {
    try expectActors(marked)
  }

  @Test(
    "are known by family name for years after they led a state or a government",
    arguments: [
      "{person:donald-trump Trump} left.", "{person:angela-merkel Merkel} left.", "Schroeder left.",
    ])
  func formerLeaders(_ marked: String) throws {
    try expectActors(marked)
  }

  @Test(
    "have the name behind their role",
    arguments: [
      "{person:ilse-marden The defense minister} of Ruritania, {person:ilse-marden Gen. Ilse Marden}, left.",
      "{person:vitali-klitschko Kyiv's mayor}, {person:vitali-klitschko Vitali Klitschko}, left.",
    ])
  func roleAndName(_ marked: String) throws {
    try expectActors(marked)
  }

  @Test(
    "are known and unknown persons whose first name is that of a place, and not by half",
    arguments: [
      "{person:georgia-stevens Georgia Stevens} left.",
      "{person:paul-henderson Lt. Paul Henderson} left.",
      "{person:anna-bek Anna Bek} left.",
    ])
  func namedAfterPlaces(_ marked: String) throws {
    try expectActors(marked)
  }

  @Test(
    "are states by name, capital and seat, and where they lost an apostrophe",
    arguments: [
      "{state:RUS Russia} left.", "{state:UKR Kyiv} rejected the plan.",
      "The {state:RUS Kremlin} rejected the plan.",
      "The {state:USA White House} rejected the plan.",
      "{state:RUS Russias} plans failed.", "{state:UKR Kyivs} plans failed.",
      "{state:RUS The Russian government} left.", "{state:USA US} and {state:CHN China} met.",
      "the {state:USA U.S.} left.",
    ])
  func states(_ marked: String) throws {
    try expectActors(marked)
  }

  @Test(
    "are not the capital where something happens",
    arguments: [
      "Fighting went on in Kyiv.", "Ships came from Moscow.", "He visited Washington.",
      "The Moscow-born man left.", "Near Kyiv snow fell.", "KYIV — Snow fell.",
      "BRUSSELS (AP) — Snow fell.", "London Bridge was closed.",
      "Washington, D.C., was cold.",
    ])
  func places(_ marked: String) throws {
    try expectActors(marked)
  }

  @Test(
    "are organisations and armed groups",
    arguments: [
      "{organisation:nato NATO} left.",
      "{organisation:un The United Nations} left."
        .replacing("{organisation:un The ", with: "The {organisation:un "),
      "{organisation:hamas Hamas} left.", "The {organisation:houthis Houthis} left.",
      "The {organisation:meridian-institute Meridian Institute} left.",
      "{organisation:russian-foreign-ministry Russia's Foreign Ministry} left.",
    ])
  func organisations(_ marked: String) throws {
    try expectActors(marked)
  }

  @Test(
    "are groups of a state by its adjective and their role",
    arguments: [
      "{group:russian-officials Russian officials} met {group:ukrainian-diplomats Ukrainian diplomats}.",
      "{group:iranian-forces Iranian forces} left.",
    ])
  func groups(_ marked: String) throws {
    try expectActors(marked)
  }

  @Test(
    "have the code, role and affiliation of the day",
    arguments: [
      ("Sergei Lavrov left.", "2022-01-26", "RUSGOV", "foreign minister", "Russia"),
      ("Barack Obama left.", "2016-05-01", "USAGOV", "president", "United States"),
      ("Barack Obama left.", "2022-01-26", "USAELI", "former president", "United States"),
      ("Hamas left.", "2022-01-26", "PSEREB", nil, "Palestine"),
      ("Russian forces left.", "2022-01-26", "RUSMIL", nil, "Russia"),
      ("Ukraine left.", "2022-01-26", "UKR", nil, "Ukraine"),
      ("Marta Illyn left.", "2022-01-26", "---", nil, nil),
    ] as [(String, String, String, String?, String?)])
  func codes(
    _ text: String, _ published: String, _ code: String, _ role: String?, _ affiliation: String?
  ) throws {
    let actor = try #require(
      try CoderTests.code(text, published: published).actors.first?.actor)
    #expect(actor.code == code)
    #expect(actor.role == role)
    #expect(actor.affiliation == affiliation)
  }

  @Test("are either half of a divided country by its direction, where the article names it")
  func halves() throws {
    let coded = try code("Korea is cold. The North fired shots, and the South's army fired back.")
    let codes = Set(coded.actors.map(\.actor.code))
    #expect(codes.isSuperset(of: ["PRK", "KORMIL"]), "\(codes)")
    let other = try code("Yemen is hot. The North fired shots.")
    #expect(other.actors.map(\.actor.code) == ["YEM"])
  }

  @Test("have the role that stands behind their name")
  func apposition() throws {
    let coded = try code("Marta Illyn, Ukraine's deputy defence minister, left.")
    let actor = try #require(coded.actors.first { $0.actor.name == "Marta Illyn" }?.actor)
    #expect(actor.role == "Ukraine's deputy defence minister")
    #expect(actor.affiliation == "Ukraine" && actor.code == "UKRGOV")
  }

  @Test(
    "hold the office that their name is given with, whoever else may have held it",
    arguments: [
      "Marten Rohl, Norway's foreign minister, left.",
      "Marten Rohl, foreign minister of Norway, left.",
      "Marten Rohl, Norway's foreign minister, and Ivo Reke left.",
    ])
  func named(_ text: String) throws {
    let persons = try code(text, published: "2024-05-15").actors.filter {
      $0.actor.kind == .person && $0.actor.code == "NORGOV"
    }
    #expect(persons.map(\.actor.name) == ["Marten Rohl"])
  }

  @Test(
    "are groups under what tells them apart",
    arguments: [
      ("A dozen Norwegian officials left.", "Norwegian officials"),
      ("Five hundred Norwegian officials left.", "Norwegian officials"),
      ("It is a move Norwegian officials welcomed.", "Norwegian officials"),
    ])
  func groups(_ text: String, _ name: String) throws {
    #expect(try code(text).actors.map(\.actor.name) == [name])
  }

  @Test("are of the body that the role behind their name is in")
  func appositionOfBody() throws {
    let coded = try code("Kenzo Marel, the United Nations relief coordinator, left.")
    let actor = try #require(coded.actors.first { $0.actor.name == "Kenzo Marel" }?.actor)
    #expect(actor.affiliation == "United Nations" && actor.code == "IGOUNO")
  }

  @Test("are each listed once, with their mentions in order")
  func once() throws {
    let coded = try code(
      "Putin left. Lavrov left. Putin and Lavrov came back, as Vladimir Putin does.")
    #expect(coded.actors.map(\.actor.name).sorted() == ["Sergei Lavrov", "Vladimir Putin"])
    for found in coded.actors {
      #expect(found.mentions.map(\.span) == found.mentions.map(\.span).sorted())
    }
  }
}
