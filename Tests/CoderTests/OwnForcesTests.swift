import EventData
import Testing

@testable import Coder

@Suite("Whose forces act")
struct OwnForcesTests {
  @Test(
    "is theirs who speak of them, or whom the clause is about",
    arguments: [
      ("Norway said its troops attacked Latvian posts.", ["NORMIL ASSAULT LVA occurred"]),
      ("Norway denied that its troops attacked Latvian posts.", ["NORMIL ASSAULT LVA denied"]),
      (
        "Estonian Prime Minister Kaja Kallas said her soldiers attacked Latvian posts.",
        ["ESTMIL ASSAULT LVA occurred"]
      ),
      (
        "“Our forces shelled Latvian positions,” said the Norwegian president.",
        ["NORMIL ASSAULT LVA occurred"]
      ),
      (
        "Norway closed its ports after its soldiers attacked Latvian posts.",
        ["NOR COERCE --- occurred", "NORMIL ASSAULT LVA occurred"]
      ),
      (
        "Norway admitted that its aircraft had bombed a Latvian village.",
        ["NOR ASSAULT LVA occurred"]
      ),
    ])
  func possessive(_ text: String, _ expected: [String]) throws {
    #expect(try events(text) == expected)
  }

  @Test("is not that of the outlet that reports it")
  func outlet() throws {
    #expect(
      try events("Arvid Lind said his forces shelled the town, Reuters reported.")
        == ["MIL ASSAULT --- occurred"])
  }

  @Test("is not known of arms that nobody is said to have")
  func stray() throws {
    #expect(try events("A drone hit a hospital in Riga.") == ["--- ASSAULT LVAMED occurred"])
  }

  @Test("is not theirs whom a government elsewhere sends away")
  func stranger() throws {
    let found = try events("The junta gave the Norwegian ambassador 48 hours to leave.")
    #expect(found == ["GOV SANCTION NORGOV occurred"])
  }

  @Test(
    "is told behind what lies between the noun and them",
    arguments: [
      "Clashes in eastern Latvia between police and protesters left many injured.",
      "Clashes broke out on Monday in Latvia between police and protesters.",
      "Fighting between police and protesters resumed in Latvia.",
      "Fighting resumed in Latvia between police and protesters.",
    ])
  func between(_ text: String) throws {
    #expect(
      try events(text).sorted() == [
        "LVACOP ASSAULT LVACVL occurred", "LVACVL ASSAULT LVACOP occurred",
      ])
  }

  @Test("are nobody's where people are killed, who are civilians")
  func people() throws {
    #expect(
      try events("At least 54 people were killed in shelling of a market in Riga.")
        == ["--- ASSAULT LVACVL occurred"])
  }

  @Test("are told from the title of who says so")
  func tail() throws {
    let coded = try code(
      "Norway launched 32 drones at Latvia, killing two people in Riga, the governor said.")
    #expect(coded.events.map(\.cameo) == ["195", "190"])
  }
}
