import EventData
import Testing

@testable import Coder

@Suite("The other side of an event")
struct OtherSideTests {
  @Test(
    "of a threat is who is to be moved by it",
    arguments: [
      (
        "Latvia threatened to halt talks on fishing if Norway goes ahead with the dam.",
        ["LVA THREATEN NOR threatened"]
      ),
      (
        "Union workers in Latvia threatened on Monday to hold a general strike unless Norway returns "
          + "the island.", ["LVALAB THREATEN NOR threatened"]
      ),
      ("Latvia threatened Estonia if Norway stays.", ["LVA THREATEN EST threatened"]),
      ("Latvia threatened to halt talks if nothing changes.", ["LVA THREATEN --- threatened"]),
    ])
  func condition(_ text: String, _ expected: [String]) throws {
    #expect(try events(text) == expected)
  }

  @Test(
    "of a complaint is whom it is about, else who hears it",
    arguments: [
      (
        "Latvia complained to the United Nations over two Norwegian air raids.",
        ["LVA ACCUSE NOR occurred"]
      ),
      ("Latvia complained to Norway about the delays.", ["LVA ACCUSE NOR occurred"]),
    ])
  func complaint(_ text: String, _ expected: [String]) throws {
    #expect(try events(text) == expected)
  }

  @Test(
    "is no place that only says where it was",
    arguments: [
      ("Latvian rebels surrendered in the town of Daugavpils.", ["LVAREB RETREAT --- occurred"]),
      ("Latvian troops withdrew from Bergen.", ["LVAMIL RETREAT NOR occurred"]),
      (
        "Latvian troops captured a camp on the Norwegian border.", ["LVAMIL ASSAULT --- occurred"]
      ),
      ("Latvian troops captured a Norwegian village.", ["LVAMIL ASSAULT NOR occurred"]),
      ("Latvian troops massed on the Norwegian border.", ["LVAMIL MOBILIZE NOR occurred"]),
    ])
  func place(_ text: String, _ expected: [String]) throws {
    #expect(try events(text) == expected)
  }

  @Test(
    "of words that are said again is theirs who says them",
    arguments: [
      ("Norway repeated its demand that Latvia pay.", ["NOR REQUEST LVA occurred"]),
      ("Norway reiterated a warning to Latvia.", ["NOR THREATEN LVA threatened"]),
      ("Norway rejected Latvia's demand that it pay.", ["NOR REJECT LVA occurred"]),
    ])
  func repeated(_ text: String, _ expected: [String]) throws {
    #expect(try events(text) == expected)
  }

  @Test(
    "acts with what a participle gives it, and upon whom it holds as a shield",
    arguments: [
      (
        "Norwegian jets using guided missiles killed four Latvian soldiers.",
        ["NORMIL ASSAULT LVAMIL occurred"]
      ),
      ("The Latvian army held civilians as human shields.", ["LVAMIL ASSAULT CVL occurred"]),
    ])
  func means(_ text: String, _ expected: [String]) throws {
    #expect(try events(text) == expected)
  }

  @Test("is not of the state that somebody is against")
  func against() throws {
    #expect(
      try events("An anti-Norwegian activist was killed.").allSatisfy { !$0.contains("NOR") })
  }
}
