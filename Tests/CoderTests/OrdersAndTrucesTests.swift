import EventData
import Testing

@testable import Coder

@Suite("Truces, orders and withdrawals")
struct OrdersAndTrucesTests {
  @Test(
    "calm where they are agreed and do not where they end",
    arguments: [
      (
        "Norway and Latvia agreed to a permanent cessation of hostilities.",
        ["LVA AGREE NOR occurred", "NOR AGREE LVA occurred"]
      ),
      ("Norway suspended the ceasefire with Latvia.", ["NOR SANCTION LVA occurred"]),
      ("Norway ended the truce with Latvia.", ["NOR SANCTION LVA occurred"]),
      (
        "Norwegian troops pulled out of Riga under the truce.",
        ["NORMIL RETREAT LVA occurred"]
      ),
      ("Norway pulled out of a fragile truce with Latvia.", ["NOR SANCTION LVA occurred"]),
      ("Norway withdrew from the ceasefire with Latvia.", ["NOR SANCTION LVA occurred"]),
      (
        "Norwegian troops withdrew from Riga under the ceasefire.",
        ["NORMIL RETREAT LVA occurred"]
      ),
      ("Norway ended its defence cooperation pact with Latvia.", ["NOR SANCTION LVA occurred"]),
    ])
  func truces(_ text: String, _ expected: [String]) throws {
    #expect(try events(text).sorted() == expected)
  }

  @Test(
    "are decided by who orders or approves them",
    arguments: [
      ("Norway ordered the closure of its border with Latvia.", "NOR COERCE LVA decided"),
      (
        "Norway ordered the expulsion of two Latvian diplomats.", "NOR SANCTION LVAGOV decided"
      ),
      ("Norway ordered the withdrawal of its troops from Latvia.", "NOR RETREAT LVA decided"),
      ("Norway approved the deployment of 500 soldiers to Latvia.", "NOR MOBILIZE LVA decided"),
    ])
  func orders(_ text: String, _ expected: String) throws {
    #expect(try events(text) == [expected])
  }

  @Test(
    "are no movement of troops where a bill or a complaint is withdrawn",
    arguments: [
      ("Norway withdrew its complaint against Latvia.", "NOR CONCEDE LVA occurred"),
      ("Norway withdrew from Latvia.", "NOR RETREAT LVA occurred"),
      ("Norway pulled its troops out of Latvia.", "NOR RETREAT LVA occurred"),
    ])
  func withdrawals(_ text: String, _ expected: String) throws {
    #expect(try events(text) == [expected])
  }

  @Test(
    "stand beside ultimatums, flights and treaties that end",
    arguments: [
      ("Norway gave Latvia 48 hours to withdraw its troops.", "NOR THREATEN LVA threatened"),
      ("Two Norwegian bombers entered Latvia's airspace.", "NORMIL MOBILIZE LVA occurred"),
      ("Norway's parliament annulled the agreement with Latvia.", "NORLEG SANCTION LVA occurred"),
      ("Norway designated Hezbollah a terrorist organisation.", "NOR SANCTION LBNREB occurred"),
      ("Norway will send 700 more peacekeepers to Latvia.", "NOR AGREE LVA pledged"),
      ("Latvian police fired rubber bullets at protesters.", "LVACOP COERCE LVACVL occurred"),
      ("Norway let food into Gaza.", "NOR RETREAT PSE occurred"),
      ("Latvia said it had detected 45 Norwegian aircraft.", "NOR MOBILIZE LVA occurred"),
    ])
  func others(_ text: String, _ expected: String) throws {
    #expect(try events(text) == [expected])
  }

  @Test(
    "are nothing where somebody sees his own forces or no forces",
    arguments: ["Norway tracked Norwegian soldiers.", "Norway detected a leak near Riga."])
  func sightings(_ text: String) throws {
    #expect(try events(text) == [])
  }

  @Test("are exercises where what stands before the noun only describes it")
  func exercises() throws {
    #expect(
      try events("Norway held joint exercises with Latvia.").sorted() == [
        "LVA COOPERATE NOR occurred", "NOR COOPERATE LVA occurred",
      ])
  }
}
