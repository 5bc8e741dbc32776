import EventData
import Testing

@testable import Coder

@Suite("Places that only the text places")
struct UnlistedPlacesTests {
  @Test(
    "stand before the name of a division, which may be short and have dots",
    arguments: [
      "A barn burned in {Sabel_Falls/US Sabel Falls}, {Ohio/US Ohio}, on Monday.",
      "A barn burned in {Sabel/US Sabel}, {Kentucky/US Ky.}, on Monday.",
      "A barn burned in {Sabel/CA Sabel}, {British_Columbia/CA B.C.}",
      "Snow fell in {Pittsburgh/US Pittsburgh}, {Pennsylvania/US Pennsylvania}.",
      "{Sabel/US SABEL}, {West_Virginia/US W.Va.} — A barn burned. Nobody left {Sabel/US Sabel}.",
    ])
  func divisions(_ marked: String) throws {
    try expectRegions(marked)
  }

  @Test(
    "are counties in the division, or in the state, that the article names most",
    arguments: [
      """
      Barns burned in {Illyn_County/US Illyn County}. {Ohio/US Ohio} has many, and \
      {Ohio/US Ohio} mends them; {Iowa/US Iowa} does not.
      """,
      "Barns burned in {Illyn_County/US Illyn County}.",
      "{Kenya/KE Kenya} sent help. Barns burned in {Illyn_County/KE Illyn County}.",
    ])
  func counties(_ marked: String) throws {
    try expectRegions(marked)
  }

  @Test(
    "are neither what the division belongs to nor the head of a list",
    arguments: [
      "Barns burned in {Iowa/US Iowa}, {Ohio/US Ohio} and {Texas/US Texas}.",
      "On Monday, {Ohio/US Ohio} mended its barns.",
    ])
  func others(_ marked: String) throws {
    try expectRegions(marked)
  }

  @Test(
    "stand behind “in” and “near”, in an article that names the state",
    arguments: [
      "Shells fell near {Verkhno_Sabel/UA Verkhno Sabel}, {Ukraine/UA Ukraine} said.",
      """
      {Jordan/JO Jordan} sent police. Shots were heard in {Sabelak/JO Sabelak}. The \
      {Sabelak/JO Sabelak} market was closed.
      """,
      "{Sabelak/JO SABELAK} — {Jordan/JO Jordan} sent police to {Sabelak/JO Sabelak}.",
      "Shots were heard in Sabelak.",
      "{Jordan/JO Jordan} won gold in Sabelak tennis, and is strong in NATTU.",
      "{Jordan/JO Jordan} has no confidence in Marta Illyn. Nobody believes in Illyn.",
    ])
  func towns(_ marked: String) throws {
    try expectRegions(marked)
  }

  @Test(
    "are parts and neighbours whose name holds that of a larger place",
    arguments: [
      "Barns burned in {South_Kharkiv/UA South Kharkiv}, not in {Kharkiv/UA Kharkiv}.",
      "Barns burned at {Kharkiv_Beach/UA Kharkiv Beach}.",
      "Nobody lives in Kharkiv Street.",
      "Barns burned in North {Texas/US Texas}.",
    ])
  func parts(_ marked: String) throws {
    try expectRegions(marked)
  }

  @Test("are smaller towns with the name of a larger one that is far from all that is named")
  func namesakes() throws {
    try expectRegions(
      """
      Barns burned in {Naples/US Naples}. {Florida/US Florida} has many barns, and nobody in \
      {Florida/US Florida} mends them.
      """)
    try expectRegions(
      "Barns burned in {Naples/IT Naples}. {Italy/IT Italy} has many, as {Florida/US Florida} does."
    )
  }
}
