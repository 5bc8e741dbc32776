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
      ("Chinese authorities", "CHNGOV", "China"), ("Soldiers in Kharkiv", "MIL", "Soldiers"),
    ])
  func places(_ text: String, _ code: String, _ name: String) throws {
    let actor = try speaker(text)
    #expect(actor.code == code)
    #expect(actor.name == name)
  }

  @Test(
    "are of the state in which a people lives or a region lies",
    arguments: [
      ("Scottish lawmakers", "GBRLEG", "Scottish lawmakers"),
      ("A Chechen commander", "RUSMIL", "Chechen commander"),
      ("The Scottish government", "GBRGOV", "Scottish government"),
      ("Uyghurs", "CHNCVL", "Uyghurs"), ("Bosnian Serbs", "BIHCVL", "Bosnian Serbs"),
      ("Thousands of Native Americans", "USACVL", "Native Americans"),
      ("The Bosnian Serb president", "BIHGOV", "Bosnian Serb president"),
      ("Rohingya refugees", "MMRREF", "Rohingya refugees"),
      ("The Tatar Rowing Institute", "RUSEDU", "Rowing Institute"),
    ])
  func peoples(_ text: String, _ code: String, _ name: String) throws {
    let actor = try speaker(text)
    #expect(actor.code == code)
    #expect(actor.name == name)
  }

  @Test(
    "are of the government where a state goes by its capital, seat or government alone",
    arguments: [
      ("Oslo said that talks would go on. The Norwegian government agreed.", "NORGOV"),
      ("The Kremlin said that talks would go on.", "RUSGOV"),
      ("Oslo said that talks would go on. Norway agreed.", "NOR"),
    ])
  func governments(_ text: String, _ expected: String) throws {
    #expect(try code(text).actors.map(\.actor.code) == [expected])
  }

  @Test(
    "are of those who live in a town, or govern from a capital, that speaks",
    arguments: [
      ("Mariupol", "UKRCVL"), ("Sydney", "AUSCVL"), ("Anna", "---"),
    ])
  func towns(_ text: String, _ code: String) throws {
    #expect(try speaker(text).code == code)
  }

  @Test(
    "change with what an organisation is on the day",
    arguments: [
      ("2021-08-14", "AFGREB", "SDNMIL"), ("2021-08-15", "AFGGOV", "SDNMIL"),
      ("2023-04-15", "AFGGOV", "SDNREB"), (nil, "AFGREB", "SDNREB"),
    ])
  func days(_ day: String?, _ taliban: String, _ forces: String) throws {
    let coded = try code(
      "The Taliban said that talks would go on. The Rapid Support Forces denied it.",
      published: day)
    #expect(coded.statements.map(\.speaker?.code) == [taliban, forces])
  }

  @Test(
    "are of whoever has the office or the residence",
    arguments: [
      ("The office of the Norwegian prime minister", "NORGOV"),
      ("The Norwegian prime minister's office", "NORGOV"),
      ("The office of Hungary's prosecutor", "HUNJUD"),
      ("The wife of the Norwegian prime minister", "NORCVL"),
      ("A leader of the Norwegian opposition", "NOROPP"),
      ("The spokesman of the Turkish president", "TURGOV"),
    ])
  func offices(_ text: String, _ code: String) throws {
    #expect(try speaker(text).code == code)
  }

  @Test(
    "are of the king, and of nobody whose family name is King",
    arguments: [("The King of Jordan", "JORGOV"), ("The King", "GOV")])
  func kings(_ text: String, _ code: String) throws {
    #expect(try speaker(text).code == code)
  }

  @Test("are of the office that the article gives to somebody whose term was over")
  func holdsAgain() throws {
    let minister = try speaker("Foreign Minister Heiko Maas")
    #expect(minister.code == "DEUGOV")
    #expect(try speaker("Former foreign minister Heiko Maas").code == "DEUELI")
    #expect(try speaker("Heiko Maas").code == "DEUELI")
  }

  @Test(
    "are of the state of the town that an unknown name begins with",
    arguments: [("Kharkiv Rowing Institute", "UKREDU"), ("Tarvik Rowing Institute", "EDU")])
  func townsInNames(_ text: String, _ code: String) throws {
    #expect(try speaker(text).code == code)
  }

  @Test("are of the organisation in whose service somebody is, wherever that is")
  func service() throws {
    let coded = try code(
      "Marten Rohl, an officer of the Crimean branch of the FSB, said on Monday that talks would go on."
    )
    #expect(coded.statements.first?.speaker?.code == "RUSSPY")
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

  @Test(
    "hold no office any more who are retired", arguments: ["A retired", "The former", "Retired"])
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
