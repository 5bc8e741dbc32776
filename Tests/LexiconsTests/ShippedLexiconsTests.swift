import EventData
import Foundation
import Lexicons
import Testing

/// The tables under `Resources/`, read once.
enum Shipped {
  static let resources = URL(filePath: #filePath).appending(path: "../../../Resources").standardized
    .path()
  static let lexicons = Result {
    try Lexicons(from: ResourceLocator(root: String(resources.trimming("/"))))
  }
}

extension String {
  /// Without the marks at its end.
  fileprivate func trimming(_ mark: Character) -> Substring {
    self.last == mark ? dropLast() : self[...]
  }
}

@Suite("The shipped lexicons")
struct ShippedLexiconsTests {
  private let lexicons: Lexicons

  init() throws {
    lexicons = try Shipped.lexicons.get()
  }

  @Test("are all read, and nothing else lies beside them")
  func allRead() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(Shipped.resources)/lexicons")
    // The furniture of pages is read by the intake.
    #expect(Set(files) == Set(lexicons.tables.map { String($0.name) }).union(["furniture.tsv"]))
  }

  @Test("say in their first lines where they are from, and prove it by samples")
  func provenance() throws {
    for table in lexicons.tables {
      let text = try String(contentsOfFile: table.file, encoding: .utf8)
      let head = text.split(separator: "\n").prefix { $0.hasPrefix("#") }
      for field in ["# source: ", "# licence: ", "# date: "] {
        #expect(head.contains { $0.hasPrefix(field) }, "\(table.name) \(field)")
      }
    }
  }

  @Test("have nothing wrong")
  func sound() throws {
    let root = String(Shipped.resources.trimming("/"))
    #expect(try LexiconCheck(of: ResourceLocator(root: root), userFolder: nil).problems == [])
  }

  @Test("know every state of the world, with capital and adjective")
  func states() {
    let states = Dictionary(uniqueKeysWithValues: lexicons.states.map { ($0.code, $0) })
    #expect(states.count >= 193)
    for code in ["RUS", "UKR", "USA", "CHN", "DEU", "FRA", "GBR", "IRN", "ISR", "SYR", "TWN"] {
      #expect(states[code] != nil, "\(code)")
    }
    for state in lexicons.states {
      #expect(state.alpha2.utf8.count == 2, "\(state.code)")
    }
    // Some islands have neither, and a few adjectives belong to two states.
    #expect(lexicons.states.count { $0.adjectives.isEmpty } <= 25)
    #expect(lexicons.states.count { $0.capitals.isEmpty } <= 12)
    #expect(states["USA"]?.adjectives.contains("American") == true)
    #expect(states["UKR"]?.capitals.contains("Kyiv") == true)
    #expect(states["RUS"]?.seats.contains("Kremlin") == true)
  }

  @Test("know the bodies, groups and outlets of the news")
  func bodies() {
    let groups = lexicons.organisations.count(where: \.isArmedGroup)
    #expect(lexicons.organisations.count - groups >= 100)
    #expect(groups >= 100)
    #expect(lexicons.outlets.count >= 200)
    let ids = Set(lexicons.organisations.map(\.id))
    for id in [
      "nato", "un", "osce", "european-union", "iaea", "hamas", "hezbollah", "taliban", "houthis",
    ] {
      #expect(ids.contains(id), "\(id)")
    }
  }

  @Test("know places large and small")
  func places() {
    #expect(lexicons.places.count(where: \.isFromGazetteer) >= 5_000)
    #expect(lexicons.places.count { !$0.isFromGazetteer } >= 500)
    for name in ["Donbas", "Crimea", "Gaza Strip", "Taiwan Strait", "Strait of Hormuz", "Mariupol"]
    {
      #expect(lexicons.places.contains { $0.name == name }, "\(name)")
    }
  }

  /// All verbs but “be”, whose forms follow no rule.
  private var verbs: [[String]] {
    lexicons.verbs.filter { $0.first != "be" }
      + lexicons.cueVerbs.filter { !$0.isNoun }.map { cue in
        cue.forms.map { String($0.prefix { $0 != " " }) }
      }
  }

  @Test("spell the forms of verbs as English does")
  func spelling() {
    let wrong = verbs.joined().filter { $0.contains("eee") || Self.misspelled.contains($0) }
    #expect(Set(wrong).sorted() == [])
  }

  /// What a rule without doubled letters and irregular forms makes of some verbs.
  private static let misspelled: Set = [
    "guned", "guning", "jamed", "jaming", "shruged", "shruging", "sumed", "suming", "beated",
    "fulfiled", "fulfiling", "planed", "baned", "admited", "commited", "refered", "occured",
    "controled", "compeled", "expeled", "omited", "permited", "begining", "droped", "stoped",
    "striked", "sayed", "telled", "maked", "leaved", "withdrawed", "overthrowed", "holded",
  ]

  @Test("ask in frames and matters only for classes of objects that exist")
  func objects() {
    let asked =
      lexicons.eventFrames.flatMap(\.object) + lexicons.eventMatters.flatMap(\.words)
    #expect(Set(asked).subtracting(lexicons.eventObjects.keys) == [])
    #expect(lexicons.eventObjects.count <= 256)
  }

  @Test("code events only as CAMEO does")
  func codes() {
    let codes =
      lexicons.eventFrames.map(\.cameo)
      + lexicons.eventMatters.flatMap { matter in
        EventMatter.Stance.allCases.filter { $0 != .protest }.compactMap(matter.code)
      }
    #expect(Set(codes).subtracting(lexicons.goldsteinOfCode.keys) == [])
  }

  @Test("have frames for every category of events")
  func categories() {
    let missing = Set(EventCategory.allCases).subtracting(lexicons.eventFrames.map(\.category))
    #expect(missing == [])
  }
}

@Suite("Who held an office")
struct OfficeTests {
  struct Question: CustomTestStringConvertible, Sendable {
    let body: String
    let office: String
    let day: String
    let name: String

    init(_ body: String, _ office: String, _ day: String, _ name: String) {
      self.body = body
      self.office = office
      self.day = day
      self.name = name
    }

    var testDescription: String { "\(body) \(office) on \(day) was \(name)" }
  }

  @Test(
    "is known by the day",
    arguments: [
      Question("RUS", "foreign-minister", "2022-01-26", "Sergei Lavrov"),
      Question("RUS", "head-of-state", "2010-06-01", "Dmitry Medvedev"),
      Question("RUS", "head-of-state", "2022-01-26", "Vladimir Putin"),
      Question("RUS", "defence-minister", "2022-01-26", "Sergei Shoigu"),
      Question("RUS", "defence-minister", "2024-06-01", "Andrei Belousov"),
      Question("USA", "head-of-state", "2016-05-01", "Barack Obama"),
      Question("USA", "head-of-state", "2022-01-26", "Joe Biden"),
      Question("USA", "head-of-state", "2017-01-19", "Barack Obama"),
      Question("USA", "head-of-state", "2017-02-01", "Donald Trump"),
      Question("USA", "foreign-minister", "2022-01-26", "Antony Blinken"),
      Question("USA", "foreign-minister", "2016-05-01", "John Kerry"),
      Question("UKR", "head-of-state", "2016-05-01", "Petro Poroshenko"),
      Question("UKR", "head-of-state", "2022-01-26", "Volodymyr Zelensky"),
      Question("UKR", "foreign-minister", "2022-01-26", "Dmytro Kuleba"),
      Question("DEU", "head-of-government", "2021-06-01", "Angela Merkel"),
      Question("DEU", "head-of-government", "2022-01-26", "Olaf Scholz"),
      Question("FRA", "head-of-state", "2022-01-26", "Emmanuel Macron"),
      Question("GBR", "head-of-government", "2022-01-26", "Boris Johnson"),
      Question("GBR", "head-of-government", "2022-10-01", "Liz Truss"),
      Question("CHN", "head-of-state", "2022-01-26", "Xi Jinping"),
      Question("BLR", "head-of-state", "2022-01-26", "Alexander Lukashenko"),
      Question("ISR", "head-of-government", "2022-01-26", "Naftali Bennett"),
      Question("IRN", "head-of-state", "2022-01-26", "Ebrahim Raisi"),
      Question("TUR", "head-of-state", "2022-01-26", "Recep Tayyip Erdoğan"),
    ])
  func known(_ question: Question) throws {
    let day = try #require(Day(iso: question.day))
    let holders = try Shipped.lexicons.get().officeHolders.filter { holder in
      holder.terms.contains {
        $0.body == question.body && $0.office == question.office && $0.holds(on: day)
      }
    }
    #expect(holders.map(\.name) == [question.name])
  }
}
