import EventData
import Testing

@testable import Coder

@Suite("Events that somebody owns, suffers or decides")
struct TakenAndGivenTests {
  @Test(
    "are done to whose things are hit, entered or fired at",
    arguments: [
      ("Latvia said Norway had attacked its ships.", ["NOR ASSAULT LVA occurred"]),
      ("Latvia said Norway had bombed its own people.", ["NOR ASSAULT --- occurred"]),
      ("Latvia said Norway fired its missiles.", ["NOR MOBILIZE --- occurred"]),
      (
        "Latvia protested to Norway after a Norwegian ship entered its waters.",
        ["LVA ACCUSE NOR occurred", "NOR MOBILIZE LVA occurred"]
      ),
      ("Norwegian rockets were fired at Riga.", ["NOR ASSAULT LVA occurred"]),
      ("Norwegian posts were hit by shells.", ["--- ASSAULT NOR occurred"]),
      ("Norwegian drones were shot down by Latvia.", ["LVA ASSAULT NORMIL occurred"]),
      ("Two Norwegian drones were shot down on Friday.", ["--- ASSAULT NORMIL occurred"]),
      ("Latvia downed 30 Norwegian drones.", ["LVA ASSAULT NORMIL occurred"]),
      ("Rebels came under fire from the Norwegian army.", ["NORMIL ASSAULT REB occurred"]),
      (
        "Two Latvian soldiers were killed in shelling from Norway.",
        ["NOR ASSAULT LVAMIL occurred"]
      ),
    ])
  func suffered(_ text: String, _ expected: [String]) throws {
    #expect(try events(text).sorted() == expected.sorted())
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
    #expect(try events(text).sorted() == expected.sorted())
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
    "mean no territory where power is seized, and an advance where somebody marches or deploys",
    arguments: [
      ("Soldiers seized power in Latvia.", "LVAMIL COERCE LVA occurred"),
      ("Norwegian troops marched on Riga.", "NORMIL ASSAULT LVA occurred"),
      ("Norwegian troops are on full alert.", "NORMIL MOBILIZE --- occurred"),
      ("The Norwegian army deployed along the border.", "NORMIL MOBILIZE --- occurred"),
      ("Norwegian riot police beat protesters in Oslo.", "NORCOP ASSAULT NORCVL occurred"),
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

  @Test(
    "are of the state before a name, of those linked to it, or of a treaty's other side",
    arguments: [
      (
        "Norway's Arvid Lind and Latvia's Janis Kalns met in Riga.",
        ["NOR CONSULT LVA occurred", "LVA CONSULT NOR occurred"]
      ),
      (
        "Hackers linked to Norway breached the email accounts of Latvian officials.",
        ["NORCRM COERCE LVAGOV occurred"]
      ),
      ("Norway suspended the Salt Lakes Treaty with Latvia.", ["NOR SANCTION LVA occurred"]),
      (
        "Latvia scrambled fighter jets after a Norwegian drone crossed into its airspace.",
        ["LVA MOBILIZE --- occurred", "NORMIL MOBILIZE LVA occurred"]
      ),
    ])
  func sides(_ text: String, _ expected: [String]) throws {
    #expect(try events(text).sorted() == expected.sorted())
  }

  @Test(
    "are protests where people rally, and killings where people die",
    arguments: [
      (
        "Thousands of Latvians rallied in Riga against the government.",
        ["LVA PROTEST LVAGOV occurred"]
      ),
      (
        "Police fired tear gas at protesters in Latvia, killing five people.",
        ["LVACOP COERCE LVACVL occurred", "LVACOP ASSAULT LVACVL occurred"]
      ),
    ])
  func crowds(_ text: String, _ expected: [String]) throws {
    #expect(try events(text).sorted() == expected.sorted())
  }
}
