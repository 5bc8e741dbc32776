import EventData
import Testing

@testable import Coder

@Suite("Events that would raise the level")
struct EscalatingEventTests {
  @Test(
    "are only forecast, or no news, where other words make them so",
    arguments: [
      ("A Polish attack on Latvia would cost lives.", "forecast"),
      ("Many left for fear of Polish attacks on Latvia.", "forecast"),
      ("Estonia moved to prevent a Polish attack on Latvia.", "forecast"),
      ("Will Poland attack Latvia?", "forecast"),
      ("Since the Polish invasion of Latvia prices have risen.", "background"),
      ("Trade fell in the wake of Poland's invasion of Latvia.", "background"),
      ("The Polish invasion of Latvia has raised prices.", "background"),
      ("Poland's invasion of Latvia began on Monday.", "occurred"),
      ("Poland continued to shell Latvia.", "occurred"),
      ("Poland kept shelling Latvia.", "occurred"),
    ])
  func reality(_ text: String, _ status: String) throws {
    let found = try code(text, published: "2022-01-26").events.filter {
      $0.category == .assault
    }
    #expect(found.map(\.status.rawValue) == [status])
  }

  @Test(
    "are not made of idioms, counts and plain words",
    arguments: [
      "Poland's exports to Latvia hit a record.", "Poland struck a softer tone on Latvia.",
      "The talks hit a dead end.", "Poland put the number of Latvian troops at 900.",
      "Poland had put 74 Latvian troops out of action.", "Cars jammed the roads out of Riga.",
      "Poland's riders arrived for exercises close to the Latvian border.",
      "Poland sent blankets to its troops near Latvia.",
      "The officer said it would open with bombing and raids on Latvia.",
      "Tarn said stationing Polish troops in Latvia was wrong.",
      "Poland ordered its soldiers to rest.", "Estonia warned that Poland might attack Latvia.",
      "Three missiles were fired in an exercise.", "A grandfather insisted on his tea.",
    ])
  func nothing(_ text: String) throws {
    let found = try code(text, published: "2022-01-26").events.filter { event in
      event.indicator.map { ["FU", "MP", "ME", "CY", "TH"].contains($0.prefix(2)) } ?? false
        && event.status == .occurred
        || event.indicator?.hasPrefix("TH") ?? false
    }
    #expect(found.map(\.rule) == [])
  }

  @Test(
    "keep their indicator where the words bear it out",
    arguments: [
      ("Poland put its troops on high alert.", "MP4"), ("Poland hit the city of Riga.", "FU2"),
      ("Polish tanks fired two mortar bombs at Latvia.", "FU1"),
      ("Poland jammed Latvian radars.", "CY1"), ("Poland sent troops to Latvia.", "MP1"),
      ("Poland warned Latvia of severe consequences.", "TH1"),
      ("Poland warned Latvia that it would seize boats.", "TH1"),
      ("Poland warned Latvia against closing the port.", "TH1"),
    ])
  func indicators(_ text: String, _ indicator: String) throws {
    #expect(try code(text, published: "2022-01-26").events.map(\.indicator) == [indicator])
  }

  @Test("are words where plans are attacked, and where one hits back by saying so")
  func words() throws {
    #expect(try events("Poland attacked the plan of Latvia.") == ["POL ACCUSE LVA occurred"])
    #expect(
      try events("Poland hit back at Latvia, calling it a lie.") == ["POL ACCUSE LVA occurred"])
  }

  @Test("have no count of people as their source, nor victims of the attacker's state")
  func counts() throws {
    #expect(
      try events("Some 1,700 paratroopers attacked Latvia.") == ["--- ASSAULT LVA occurred"])
    #expect(try events("Polish planes killed 12 villagers.") == ["POL ASSAULT CVL occurred"])
  }

  @Test("of many with many are each with the other side as a whole")
  func longLists() throws {
    let found = try events(
      "Poland, Estonia, Lithuania, Norway, Sweden and Denmark condemned Belarus, Russia and Iran."
    )
    #expect(found.count == 6 && found.allSatisfy { $0.contains("ACCUSE BLR") })
  }
}
