import Lexicons
import Testing

@Suite("A mistake in a table")
struct TableErrorTests {
  /// A row that spoils a table, and what is said of it.
  struct Mistake: CustomTestStringConvertible, Sendable {
    let file: String
    let row: String
    let reason: String

    init(_ file: String, _ row: String, _ reason: String) {
      self.file = file
      self.row = row
      self.reason = reason
    }

    var testDescription: String { "\(file): \(row)" }
  }

  private static let mistakes = [
    Mistake(
      "states.tsv", "OS\tOS\tOstmark\t\t\t\t\t\t1\t1",
      "a state needs a code of three letters and a name"),
    Mistake(
      "states.tsv", "OST\tOS\t\t\t\t\t\t\t1\t1", "a state needs a code of three letters and a name"),
    Mistake(
      "states.tsv", "OST\tOS\tOstmark\t\t\t\t\t\tnorth\t1", "latitude and longitude must be degrees"
    ),
    Mistake(
      "states.tsv", "OST\tOS\tOstmark\t\t\t\t\t\t90.5\t1", "latitude and longitude must be degrees"),
    Mistake("regions.tsv", "x\tX\tcity\t\t\t1\t181\t", "latitude and longitude must be degrees"),
    Mistake("regions.tsv", "\tX\tcity\t\t\t1\t1\t", "a region needs an id and a name"),
    Mistake("gazetteer.tsv", "1\tX\tOS\t\t1\t1\tmany\t", "the population must be a number"),
    Mistake("gazetteer.tsv", "1\tX\tOS\t\t\t1\t5\t", "latitude and longitude must be degrees"),
    Mistake("organisations.tsv", "x\t\tngo\t\t\t", "an organisation needs an id and a name"),
    Mistake("armed-groups.tsv", "\tX\trebels\t\t\t\t", "an organisation needs an id and a name"),
    Mistake("outlets.tsv", "\tX\tagency\t\t\t", "an outlet needs an id and a name"),
    Mistake(
      "peoples.tsv", "hillfolk\tOST\t\t",
      "a people needs an id, the code of its state and an adjective or a noun"),
    Mistake("role-nouns.tsv", "pilot\tpilots\tCVL\tcrew", "a role noun is person, group or body"),
    Mistake("role-nouns.tsv", "\tpilots\tCVL\tperson", "a role noun is person, group or body"),
    Mistake("cue-verbs.tsv", "hint\thint|hints\tmurmur\tqt", "‘murmur’ is not an act"),
    Mistake("cue-verbs.tsv", "hint\thint|hints\tassert\tqx", "‘x’ is not a frame"),
    Mistake("cue-verbs.tsv", "hint\t\tassert\tq", "a cue needs its forms"),
    Mistake(
      "event-frames.tsv", frame(predicate: "adverb"),
      "a predicate is verb, noun, adjective or modal, not ‘adverb’"),
    Mistake("event-frames.tsv", frame(words: "row"), "‘row’ is not a verb of verbs.tsv"),
    Mistake("event-frames.tsv", frame(category: "FIGHT"), "‘FIGHT’ is not a category of PLOVER"),
    Mistake("event-frames.tsv", frame(status: "rumoured"), "‘rumoured’ is not a status"),
    Mistake("event-frames.tsv", frame(cameo: ""), "a frame needs an id, words and a CAMEO code"),
    Mistake(
      "event-matters.tsv", "ships\t\t\t\t036\t\t\t\t",
      "a matter needs an id, and words or codes that tell it"),
    Mistake(
      "event-codes.tsv", "195\t-11", "the Goldstein score must be a number from -10 to 10"),
    Mistake("event-codes.tsv", "195\t", "the Goldstein score must be a number from -10 to 10"),
    Mistake(
      "officeholders-all.tsv", "OST\tother\tmayor\t\t\tf\t2020\t",
      "an office needs a body and the name of who holds it"),
    Mistake(
      "officeholders-all.tsv", "\tother\tmayor\tAna Illyn\t\tf\t2020\t",
      "an office needs a body and the name of who holds it"),
    Mistake("officeholders-all.tsv", office(from: "2020-13"), "‘2020-13’ is not a date"),
    Mistake("officeholders-all.tsv", office(from: "2021-02-29"), "‘2021-02-29’ is not a date"),
    Mistake("officeholders-all.tsv", office(from: "May 2020"), "‘May 2020’ is not a date"),
    Mistake("officeholders-all.tsv", office(from: "2020-xx-12"), "‘2020-xx-12’ is not a date"),
    Mistake("officeholders-all.tsv", office(from: "2020-"), "‘2020-’ is not a date"),
    Mistake("officeholders-all.tsv", office(from: "2020-1-2-3"), "‘2020-1-2-3’ is not a date"),
    Mistake("words.tsv", "colour\tred|blue", "‘colour’ is not a class of words"),
    Mistake("words.tsv", "number\tmany=", "‘many=’ is not a word"),
    Mistake("words.tsv", "number\tten=X", "‘ten=X’ is not a word"),
    Mistake("given-names.tsv", "Ilse\tfemale", "a gender is m, f, u or empty"),
  ]

  private static func frame(
    predicate: String = "verb", words: String = "sail", category: String = "ASSAULT",
    cameo: String = "190", status: String = "occurred"
  ) -> String {
    "x\t\(predicate)\t\(words)\t\t\tobject\t\(category)\t\t\(cameo)\t\t\(status)\t"
  }

  private static func office(from: String) -> String {
    "OST\tother\tmayor\tAna Illyn\t\tf\t\(from)\t"
  }

  @Test("is named by file and line", arguments: mistakes)
  func named(_ mistake: Mistake) throws {
    let standard = try #require(SmallTables.standard[mistake.file])
    let tables = try SmallTables([mistake.file: "# a comment\n" + standard + mistake.row + "\n"])
    let line = standard.split(separator: "\n").count + 2
    #expect(
      throws: LexiconError.malformed(
        file: tables.path(mistake.file), line: line, reason: mistake.reason)
    ) { try tables.load() }
  }

  @Test("in the columns is named by file and line", arguments: SmallTables.standard.keys.sorted())
  func columns(_ file: String) throws {
    let standard = try #require(SmallTables.standard[file])
    let tables = try SmallTables([file: "# source: x\nx" + standard])
    let columns = standard.prefix { $0 != "\n" }.replacing("\t", with: " ")
    #expect(
      throws: LexiconError.malformed(
        file: tables.path(file), line: 2, reason: "the columns must be \(columns)")
    ) { try tables.load() }
  }

  @Test("is one that a table is not there", arguments: SmallTables.standard.keys.sorted())
  func missing(_ file: String) throws {
    let tables = try SmallTables([file: String?.none])
    let name = file == "officeholders-all.tsv" ? "officeholders-*.tsv" : file
    #expect(throws: LexiconError.missing(file: tables.path(name))) { try tables.load() }
  }

  @Test("is one that a table cannot be read")
  func unreadable() throws {
    let tables = try SmallTables(["verbs.tsv": String?.none])
    _ = try tables.folder.folder("lexicons/verbs.tsv")
    #expect(throws: LexiconError.unreadable(file: tables.path("verbs.tsv"), errno: 21)) {
      try tables.load()
    }
  }

  @Test("in the user's table names the user's file")
  func userTable() throws {
    let tables = try SmallTables()
    let user = try TemporaryFolder()
    try user.write("class\twords\nnumber\tten=X\n", to: "words.tsv")
    #expect(
      throws: LexiconError.malformed(
        file: user.path + "/words.tsv", line: 2, reason: "‘ten=X’ is not a word")
    ) { try tables.load(userFolder: user.path) }
  }
}
