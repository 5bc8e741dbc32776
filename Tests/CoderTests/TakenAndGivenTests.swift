import EventData
import Testing

@testable import Coder

@Suite("Events that somebody owns, suffers or decides")
struct TakenAndGivenTests {
  @Test(
    "are done to whose things are hit, entered or fired at",
    arguments: [
      ("Latvia said Norway had attacked its ships.", ["NOR ASSAULT LVA occurred"]),
      (
        "Latvia protested to Norway after a Norwegian ship entered its waters.",
        ["LVA ACCUSE NOR occurred", "NOR MOBILIZE LVA occurred"]
      ),
      ("Norwegian rockets were fired at Riga.", ["NOR ASSAULT LVA occurred"]),
      ("Norwegian posts were hit by shells.", ["--- ASSAULT NOR occurred"]),
      ("Rebels came under fire from the Norwegian army.", ["NORMIL ASSAULT REB occurred"]),
      (
        "Two Latvian soldiers were killed in shelling from Norway.",
        ["NOR ASSAULT LVAMIL occurred"]
      ),
    ])
  func suffered(_ text: String, _ expected: [String]) throws {
    #expect(try events(text) == expected)
  }

  @Test(
    "are theirs who claim responsibility for an attack",
    arguments: [
      (
        "Norway claimed responsibility for a missile attack on Latvia.",
        ["NOR ASSAULT LVA occurred"]
      ),
      ("Norway took responsibility for a series of attacks.", ["NOR ASSAULT --- occurred"]),
      ("Norway claimed responsibility for the rescue of two sailors.", []),
    ])
  func responsibility(_ text: String, _ expected: [String]) throws {
    #expect(try events(text) == expected)
  }

  @Test(
    "are decided where somebody voted or decided to, and only planned where he may",
    arguments: [
      ("Norway voted to impose sanctions on Latvia.", "NOR SANCTION LVA decided"),
      ("Norway decided to extend its sanctions on Latvia.", "NOR SANCTION LVA decided"),
      ("Norway had not decided to impose sanctions on Latvia.", "NOR SANCTION LVA negated"),
    ])
  func decided(_ text: String, _ expected: String) throws {
    #expect(try events(text) == [expected])
  }

  @Test(
    "mean no territory where power is seized, and an advance where somebody marches",
    arguments: [
      ("Soldiers seized power in Latvia.", "LVAMIL COERCE LVA occurred"),
      ("Norwegian troops marched on Riga.", "NORMIL ASSAULT LVA occurred"),
      ("Norwegian troops are on full alert.", "NORMIL MOBILIZE --- occurred"),
    ])
  func advances(_ text: String, _ expected: String) throws {
    #expect(try events(text) == [expected])
  }

  @Test(
    "are of the other side where somebody recalls or pledges his own people",
    arguments: [
      ("Norway recalled its diplomats.", "NOR SANCTION --- occurred"),
      ("Norway recalled its diplomats from Latvia.", "NOR SANCTION LVA occurred"),
      ("Norway expelled the Latvian ambassador.", "NOR SANCTION LVAGOV occurred"),
      ("Norway pledged 1,000 police officers for Latvia.", "NOR AGREE LVA pledged"),
    ])
  func ownPeople(_ text: String, _ expected: String) throws {
    #expect(try events(text) == [expected])
  }
}
