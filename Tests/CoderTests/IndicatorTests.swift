import EventData
import Foundation
import Testing

@testable import Coder

/// The indicators of a text with how real each is, as `FU2 occurred`, in any order, each once.
private func indicators(_ text: String, published: String? = "2024-03-14") throws -> [String] {
  let found = try code(text, published: published).events.compactMap { event in
    event.indicator.map { "\($0) \(event.status.rawValue)" }
  }
  return Set(found).sorted()
}

@Suite("Events that feed the index")
struct IndicatorTests {
  @Test("have a frame for every indicator of the catalogue")
  func allHaveFrames() throws {
    let file = URL(filePath: #filePath).appending(path: "../../../Resources/indicators.tsv")
    let rows = try String(contentsOf: file.standardized, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.dropFirst()
    let ids = Set(rows.map { String($0.prefix { $0 != "\t" }) })
    let framed = try Set(Coding.knowledge.lexicons.eventFrames.compactMap(\.indicator))
    #expect(ids.count >= 40)
    #expect(ids.subtracting(framed) == [])
    #expect(framed.subtracting(ids) == [])
  }

  @Test(
    "are not made of what is not going to happen, nor of what everybody knows",
    arguments: [
      (
        "The minister criticised Riga, saying “Norway is not going to attack anyone.”",
        ["FU2 negated"]
      ),
      ("Rwanda said its army would not hesitate to attack Congo.", ["FU2 decided"]),
      ("Two years after Russia invaded Ukraine, the front barely moves.", ["FU3 background"]),
      ("Three months after Armenia shelled Goris, the road is open.", ["FU1 background"]),
      (
        "The rebels, who captured Goma in 2012, withdrew a year later.",
        ["DE4 background", "FU3 background"]
      ),
      (
        "The accords, which ended major fighting between rebels and Congolese forces in Kivu in "
          + "2013, are dead.", ["DE5 background"]
      ),
      (
        "They sought a truce between Sudan and rebel forces fighting in Darfur.",
        ["DE5 forecast"]
      ),
      ("The accords aimed to secure a ceasefire between Congo and the rebels.", ["DE5 forecast"]),
    ] as [(String, [String])])
  func noNews(_ text: String, _ expected: [String]) throws {
    let found = try indicators(text)
    #expect(found.filter { !$0.hasSuffix("occurred") } == found)
    #expect(Set(expected).isSuperset(of: found.filter { $0.hasPrefix(expected[0].prefix(3)) }))
  }

  @Test(
    "are no demand upon another side, nor news of who somebody is",
    arguments: [
      "The two presidents instructed their teams to stay in touch.",
      "Separatists armed by Armenia seized parts of Ganja.",
      "The ministry told residents to stay at home.",
    ])
  func noNews(_ text: String) throws {
    #expect(try indicators(text) == [])
  }

  @Test(
    "do not calm where nothing was eased",
    arguments: [
      "Serbia said it would not make concessions to Kosovo.",
      "Peskov spoke to Putin.", "Pakistan withdrew its request for a loan from China.",
      "India withdrew Pakistan’s most favoured nation status.",
      "About 150 Turkish military trainers were withdrawn from Baku.",
      "Congo asked Kenya for aid.", "Mali announced its withdrawal from ECOWAS.",
    ])
  func noCalm(_ text: String) throws {
    #expect(try indicators(text).filter { $0.hasPrefix("DE") } == [])
  }

  @Test(
    "are of the kind that the words bear out",
    arguments: [
      ("Azerbaijan withdrew its troops from Goris.", "DE4 occurred"),
      ("The M23 rebels withdrew from Kibumba.", "DE4 occurred"),
      ("The OSCE evacuated its monitors from Kherson.", "FU5 occurred"),
      ("The separatist leaders asked Russia for military help.", "LR4 occurred"),
      ("Rwanda sent weapons to the M23 rebels.", "AT2 occurred"),
      (
        "The United States warned that Ethiopia could invade Eritrea within days.",
        "TH4 occurred"
      ),
      ("Russia issued passports to residents of Donetsk.", "LR5 occurred"),
      ("Serb militants blocked monitors of the OSCE near Zvecan.", "FU5 occurred"),
      ("A cyber attack disabled about 70 Taiwanese government websites.", "CY1 occurred"),
      ("Two Taiwanese banks’ websites were knocked offline.", "CY1 occurred"),
      ("Rwanda agreed to hold talks with Congo.", "DE1 occurred"),
      ("Rwanda and Congo will hold talks in Luanda.", "DE1 pledged"),
      ("Russia denies it plans to invade Ukraine.", "FU3 denied"),
      ("Rwanda said it had not invaded Congo.", "FU3 denied"),
      ("Iran launched a ballistic missile from a base near Kerman.", "MP5 occurred"),
      ("Iran launched a ballistic missile at a base near Erbil.", "FU2 occurred"),
      ("Ethiopian tanks pushed into Lalibela.", "FU3 occurred"),
      ("Brazil moved armoured vehicles to the border with Guyana.", "MP2 occurred"),
    ])
  func kinds(_ text: String, _ expected: String) throws {
    let found = try indicators(text)
    #expect(found.contains(expected), "\(found)")
  }

  /// The article is of Thursday, 14 March 2024.
  @Test(
    "date what is planned ahead, and what has happened back",
    arguments: [
      ("Rwanda and Congo will hold talks on Saturday.", "2024-03-16"),
      ("Rwanda and Congo held talks on Saturday.", "2024-03-09"),
      ("Armenia and Azerbaijan agreed to meet next Thursday.", "2024-03-21"),
      ("Ethiopia will withdraw its troops in December.", "2024-12"),
      ("Ethiopia withdrew its troops in December.", "2023-12"),
      ("On Friday, Armenian diplomats are expected to meet Turkish officials.", "2024-03-15"),
      ("Macron travels to Kyiv on Tuesday.", "2024-03-19"),
      ("Kenya will send soldiers to Haiti in two days.", "2024-03-16"),
      ("India said on Monday that it would send troops to Pakistan.", "2024-03-11"),
    ])
  func dates(_ text: String, _ expected: String) throws {
    let dates = try code(text, published: "2024-03-14").events.compactMap { $0.date?.iso }
    #expect(Set(dates) == [expected])
  }

  @Test("are said by the accuser, though the accused denies it")
  func accuser() throws {
    let events = try code("Sudan denies Ethiopian allegations of sending troops into Tigray.")
      .events
    let accusation = try #require(events.first { $0.category == .accuse })
    #expect(accusation.origin == "Ethiopia")
  }
}
