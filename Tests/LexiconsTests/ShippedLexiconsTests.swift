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

  private func name(_ table: LexiconTable) -> String {
    String(table.file.split(separator: "/").last ?? "")
  }

  @Test("are all read, and nothing else lies beside them")
  func allRead() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(Shipped.resources)/lexicons")
    // The furniture of pages is read by the intake.
    #expect(Set(files) == Set(lexicons.tables.map(name)).union(["furniture.tsv"]))
  }

  @Test("say in their first lines where they are from, and prove it by samples")
  func provenance() throws {
    for table in lexicons.tables {
      let text = try String(contentsOfFile: table.file, encoding: .utf8)
      let head = text.split(separator: "\n").prefix { $0.hasPrefix("#") }
      for field in ["# source: ", "# licence: ", "# date: "] {
        #expect(head.contains { $0.hasPrefix(field) }, "\(name(table)) \(field)")
      }
    }
  }

  @Test("name everything once")
  func unique() {
    let keyed = [
      "states.tsv": 0, "organisations.tsv": 0, "armed-groups.tsv": 0, "outlets.tsv": 0,
      "regions.tsv": 0, "gazetteer.tsv": 0, "event-frames.tsv": 0, "role-nouns.tsv": 0,
      "given-names.tsv": 0, "event-objects.tsv": 0, "event-matters.tsv": 0,
      "event-codes.tsv": 0, "words.tsv": 0, "verbs.tsv": 0,
    ]
    for table in lexicons.tables {
      guard let column = keyed[name(table)] else { continue }
      var lines: [String: Int] = [:]
      for row in table.rows {
        let earlier = lines.updateValue(row.line, forKey: row.fields[column])
        #expect(
          earlier == nil,
          "\(name(table)):\(row.line): \(row.fields[column]) stands in line \(earlier ?? 0) too")
      }
    }
  }

  @Test("hold no field with blanks at its ends, and no empty part of a list")
  func tidy() {
    for table in lexicons.tables {
      for row in table.rows {
        for field in row.fields {
          let isTidy =
            field.first?.isWhitespace != true && field.last?.isWhitespace != true
            && !field.hasPrefix("|") && !field.hasSuffix("|") && !field.contains("||")
          if !isTidy { Issue.record("\(name(table)):\(row.line): ‘\(field)’") }
        }
      }
    }
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

  @Test("refer only to states and bodies that they hold")
  func references() {
    let states = Set(lexicons.states.map(\.code))
    // UM: the outlying islands of the United States.
    let alpha2 = Set(lexicons.states.map(\.alpha2)).union(["UM"])
    let bodies = Set(lexicons.organisations.map(\.id))
    for organisation in lexicons.organisations {
      if let state = organisation.affiliation {
        #expect(states.contains(state), "\(organisation.id): \(state)")
      }
    }
    for holder in lexicons.officeHolders {
      for term in holder.terms where !states.contains(term.body) && !bodies.contains(term.body) {
        Issue.record("\(holder.name): \(term.body)")
      }
    }
    for place in lexicons.places where !place.isFromGazetteer {
      if let country = place.country {
        #expect(alpha2.contains(country), "\(place.id): \(country)")
      }
    }
  }

  @Test("give no office a term that ends before it begins")
  func terms() {
    for holder in lexicons.officeHolders {
      for term in holder.terms {
        if let end = term.to, end < term.from {
          Issue.record("\(holder.name), \(term.title): \(term.from.iso) to \(end.iso)")
        }
      }
    }
  }

  /// All verbs but “be”, whose forms follow no rule.
  private var verbs: [[String]] {
    lexicons.verbs.filter { $0.first != "be" }
      + lexicons.cueVerbs.filter { !$0.isNoun }.map { cue in
        cue.forms.map { String($0.prefix { $0 != " " }) }
      }
  }

  @Test("write verbs with all their forms, lemma first and gerund last")
  func verbForms() {
    for forms in verbs {
      #expect((3...6).contains(forms.count), "\(forms)")
      #expect(forms.last?.hasSuffix("ing") == true, "\(forms)")
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
