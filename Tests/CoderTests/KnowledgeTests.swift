import EventData
import Lexicons
import Testing

@testable import Coder

@Suite("What the lexicons are compiled to")
struct KnowledgeTests {
  private let knowledge: Knowledge

  init() throws {
    knowledge = try Coding.knowledge
  }

  @Test("answers every sample of every table")
  func samples() throws {
    var count = 0
    for table in knowledge.lexicons.tables {
      count += table.samples.count
      for sample in table.samples where !knowledge.ids(of: sample.surface).contains(sample.expected)
      {
        Issue.record("\(table.file):\(sample.line): \(sample.surface) => \(sample.expected)")
      }
    }
    #expect(count > 200)
  }

  @Test(
    "answers with everything that a surface can mean",
    arguments: [
      ("Kremlin", "RUS"), ("the Kremlin", "RUS"), ("Russian", "RUS"), ("Lavrov", "Sergei Lavrov"),
      ("foreign ministers", "foreign minister"), ("pointed out", "point out"), ("warned", "warn"),
      ("Georgia", "GEO"), ("Georgia", "us-georgia"), ("Donetsk", "709717"),
      ("nbcwashington.com", "nbc-washington"), ("Annalena", "f"),
    ])
  func ids(_ surface: String, _ id: String) {
    #expect(knowledge.ids(of: surface).contains(id))
  }

  @Test(
    "answers with nothing for what it does not know", arguments: ["", "Amelinia", ".", "said on"])
  func unknown(_ surface: String) {
    #expect(knowledge.ids(of: surface).isEmpty)
  }

  /// The names of the lexicons, but those of the gazetteer and of persons, that hold no
  /// marks at which a phrase ends.
  private var names: [String] {
    var names: [String] = []
    for state in knowledge.lexicons.states {
      names += [state.name] + state.aliases + state.adjectives + state.people
      names += state.capitals + state.seats
    }
    for organisation in knowledge.lexicons.organisations {
      names += [organisation.name] + organisation.aliases
    }
    for outlet in knowledge.lexicons.outlets { names += [outlet.name] + outlet.aliases }
    let places = knowledge.lexicons.places
    for place in places.indices where !places[place].isFromGazetteer {
      places.forEachName(of: place) { names.append(String(decoding: $0, as: UTF8.self)) }
    }
    return names.filter { name in
      let scalars = Array(name.unicodeScalars)
      return scalars.indices.allSatisfy { place in
        let scalar = scalars[place]
        switch scalar {
        case " ", "'", "’", ",": return true
        case "-": return place > 0 && scalars[place - 1] != " "
        // Names of sites, as “Lenta.ru”, are not looked for in texts.
        case ".":
          return place == 1 || place + 1 == scalars.count || scalars[place - 2] == "."
            || scalars[place + 1] == " "
        default:
          return scalar.properties.isAlphabetic || scalar.properties.isDiacritic
            || scalar.properties.numericType != nil
        }
      }
    }
  }

  @Test("finds every name of states, bodies and regions where it is written as in its table")
  func everyName() throws {
    let names = names
    let document = try analyse(names.joined(separator: "\n\n"))
    let matcher = PhraseMatcher(knowledge: knowledge)
    try #require(document.paragraphs.count == names.count)
    var lost: [String] = []
    for (name, paragraph) in zip(names, document.paragraphs) {
      let tokens = paragraph.tokens
      // “the” before a name is no part of it, nor is a full stop behind it.
      let found = tokens.prefix(2).contains { start in
        guard let found = matcher.name(at: start, before: tokens.upperBound, document.tokens) else {
          return false
        }
        return (found.end..<tokens.upperBound).allSatisfy { document.tokens[$0].kind == .period }
      }
      if !found { lost.append(name) }
    }
    // A letter by itself is no word of a name.
    #expect(Set(lost).subtracting(["The i Paper"]) == [])
  }

  @Test(
    "knows the forms of verbs",
    arguments: [
      ("say", [.verbBase]), ("says", [.verbThird]), ("said", [.verbPast, .verbParticiple]),
      ("saying", [.verbGerund]), ("written", [.verbParticiple]), ("wrote", [.verbPast]),
      ("cut", [.verbBase, .verbPast, .verbParticiple]),
      ("cancelled", [.verbPast, .verbParticiple]),
    ] as [(String, WordFlags)])
  func verbForms(_ form: String, _ flags: WordFlags) {
    let known = knowledge.vocabulary.flags[Int(knowledge.vocabulary.id(form))]
    #expect(known.intersection(.verbForm) == flags)
  }

  @Test(
    "knows what words count as",
    arguments: [
      ("monday", 0), ("sunday", 6), ("january", 1), ("dec", 12), ("seven", 7),
      ("million", 1_000_000),
      ("dozen", 12),
    ] as [(String, Double)])
  func values(_ word: String, _ value: Double) {
    #expect(knowledge.valueOfWord[knowledge.vocabulary.id(word)] == value)
  }

  @Test(
    "takes the family name out of a full one",
    arguments: [
      ("Sergei Lavrov", "Lavrov"), ("Ursula von der Leyen", "von der Leyen"),
      ("Bashar al-Assad", "al-Assad"), ("Mohammed bin Salman", "bin Salman"), ("Hemedti", nil),
    ] as [(String, String?)])
  func family(_ name: String, _ family: String?) {
    #expect(KnowledgeCompiler.family(of: name) == family)
  }
}
