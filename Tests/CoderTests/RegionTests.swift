import EventData
import Testing

@testable import Coder

@Suite("Regions")
struct RegionTests {
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
      "Rockets fell on {Haifa/IL Haifa}, the Israel Defense Forces said.",
      "Ships left {Odesa/UA Odessa}, {Ukraine/UA Ukraine}, on Monday.",
      "{Russia/RU Russia} said that trains from {Russia/RU Russia} went to {Donetsk/UA Donetsk} in "
        + "{Ukraine/UA Ukraine}.",
      "Snow fell in {Donetsk/RU Donetsk} in {Russia/RU Russia}.",
      "{Lebanon/LB Lebanon} said ships from {Lebanon/LB Lebanon} went to {Tripoli/LY Tripoli} in "
        + "{Libya/LY Libya}.",
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

  @Test(
    "are the capital of a state that the text calls so, and the border of the two it is about",
    arguments: [
      "Envoys met in {Minsk/BY the capital of {Belarus/BY Belarus}}."
        .replacing("{Minsk/BY the ", with: "the {Minsk/BY "),
      """
      {Ukraine/UA Ukraine} and {Russia/RU Russia} talked. {Russia/RU Russia} sent troops to the \
      {Russia-Ukraine_border/- border}, {Ukraine/UA Ukraine} said.
      """,
      "Troops left the border.",
    ])
  func described(_ marked: String) throws {
    try expectRegions(marked)
  }

  @Test(
    "are written with a small direction, too, and without a name where they were named before",
    arguments: [
      "Snow fell in {Eastern_Europe/- eastern Europe}.",
      "Shells fell in {Donbas/UA Donbas}. Nobody left the {Donbas/UA breakaway regions}.",
    ])
  func directions(_ marked: String) throws {
    try expectRegions(marked)
  }

  @Test("are found by the longer of two names that overlap")
  func overlapping() throws {
    try expectRegions("Snow fell in the {West_Bank/PS West Bank}; the West looked on.")
  }

  @Test(
    "are not a town whose name a person or a thing bears",
    arguments: [
      "Georgia Stevens left. Nobody followed Georgia.",
      "Tim called. The Man did not answer.",
      "Deputy Coroner Bill Salisbury and Lt. Paul Henderson left with Chad Walker.",
    ])
  func names(_ marked: String) throws {
    try expectRegions(marked)
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
