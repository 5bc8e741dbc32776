import EventData
import Testing

@testable import Coder

/// State and sector of those who are named by what they do and where they belong.
@Suite("Codes of actors")
struct ActorCodeTests {
  private func speaker(_ text: String) throws -> ActorReference {
    let coded = try code("\(text) said on Monday that talks would go on.", published: "2024-05-15")
    return try #require(coded.statements.first?.speaker, "\(text)")
  }

  @Test(
    "are those of the body that stands behind a role",
    arguments: [
      ("Officials of the IMF", "IGOIMFGOV"), ("The chairman of the African Union", "IGOAFU"),
      ("Members of the Riigikogu", "ESTLEG"), ("A spokesman for the Bundestag", "DEULEG"),
      ("Fighters from Hezbollah", "LBNREB"), ("A unit of the Egyptian police", "EGYCOP"),
      ("The head of the Chadian Rowing League", "TCD"), ("NATO members", "IGOMILNAT"),
      ("NATO troops", "IGOMILNATMIL"), ("Western officials", "IGOGOV"),
    ])
  func bodies(_ text: String, _ code: String) throws {
    #expect(try speaker(text).code == code)
  }

  @Test(
    "are of the state in which a place lies, whose government that of the place is not",
    arguments: [
      ("The mayor of Kharkiv", "UKRGOV", "mayor"),
      ("The president of Bavaria", "DEUGOV", "president"),
      ("Residents of Mariupol", "UKRCVL", "Residents"),
      ("Shanghai authorities", "CHNGOV", "Shanghai authorities"),
      ("Chinese authorities", "CHN", "China"), ("Soldiers in Kharkiv", "MIL", "Soldiers"),
    ])
  func places(_ text: String, _ code: String, _ name: String) throws {
    let actor = try speaker(text)
    #expect(actor.code == code)
    #expect(actor.name == name)
  }

  @Test(
    "are those of the people who gather, under whose name the group goes",
    arguments: [
      ("A group of Chilean lawmakers", "CHLLEG", "Chilean lawmakers"),
      ("The largest group of refugees", "REF", "refugees"),
      ("A delegation of Iraqi officials", "IRQGOV", "Iraqi officials"),
      ("An alliance of Burmese rebel groups", "MMRREB", "Burmese rebel groups"),
      ("A handful of senators", "LEG", "senators"),
      ("Crowds of students", "EDU", "students"),
      ("The Group of Seven foreign ministers", "IGOGSVGOV", "Group of Seven foreign ministers"),
      ("A group", "UNK", "group"),
    ])
  func gatherings(_ text: String, _ code: String, _ name: String) throws {
    let actor = try speaker(text)
    #expect(actor.code == code)
    #expect(actor.name == name)
  }

  @Test("are not shared by two groups of one article")
  func twoGroups() throws {
    let coded = try code(
      """
      A group of Chilean lawmakers said the road was closed. A group of soldiers said it was open.
      """)
    #expect(coded.statements.map(\.speaker?.code) == ["CHLLEG", "MIL"])
  }

  @Test("leave the group itself to where no people are named")
  func groupItself() throws {
    let coded = try code(
      "A group of Chilean lawmakers said the road was closed. The group said it would wait.")
    let group = try #require(coded.actors.first { $0.actor.name == "group" })
    #expect(group.mentions.count == 1)
  }

  @Test("are of a state's border guard, not of guards at its border")
  func borders() throws {
    for text in ["Norway's border guard", "The Norwegian border guards"] {
      #expect(try speaker(text).code == "NORMIL", "\(text)")
    }
  }

  @Test(
    "have the sector that an unknown name ends with",
    arguments: [
      ("Amberley College", "EDU"), ("The Norwegian Tarvik Bank", "NORBUS"),
      ("Norway's Tarvik Police Department", "NORCOP"), ("The Tarvik Peace Corps", "---"),
      ("Peru's Ombudsman's Office", "PERGOV"),
      ("Haiti's transitional council", "HTIGOV"),
    ])
  func heads(_ text: String, _ code: String) throws {
    #expect(try speaker(text).code == code)
  }

  @Test("hold no office any more who are retired", arguments: ["A retired", "The former"])
  func former(_ article: String) throws {
    #expect(try speaker("\(article) Norwegian general").code == "NORELI")
  }

  @Test("hold their office as long as they are only being ousted")
  func ousted() throws {
    let coded = try code("Rebels ousted Norwegian officials on Monday.")
    #expect(coded.actors.map(\.actor.code).contains("NORGOV"))
  }

  @Test("are of the body that a role before a name belongs to")
  func described() throws {
    let actor = try speaker("A member of the Bundestag, Marten Rohl,")
    #expect(actor.name == "Marten Rohl" && actor.code == "DEULEG")
  }
}
