import Lexicons
import Testing

@Suite("The check of the tables")
struct LexiconCheckTests {
  private func problems(
    _ rows: String, added file: String
  ) throws -> (file: String, problems: [LexiconError]) {
    let standard = try #require(SmallTables.standard[file])
    let tables = try SmallTables([file: standard + rows + "\n"])
    let check = try LexiconCheck(of: tables.locator, userFolder: nil)
    return (tables.path(file), check.problems)
  }

  @Test("finds nothing wrong with tables that are right")
  func right() throws {
    let frames = try #require(SmallTables.standard["event-frames.tsv"])
    let tables = try SmallTables([
      "event-frames.tsv": frames.replacing("meet|meets|met", with: "meet|meets|met|meeting")
    ])
    #expect(try LexiconCheck(of: tables.locator, userFolder: nil).problems == [])
  }

  @Test(
    "names what the reading of a table passes over",
    arguments: [
      ("organisations.tsv", "x\tX\tngo\tNGO\tXQX\t", "‘XQX’ is not the code of a state"),
      (
        "regions.tsv", "x\tX\tregion\tXQ\t\t1\t1\t", "‘XQ’ is not a code of two letters of a state"
      ),
      (
        "officeholders-all.tsv", "moon\tother\tmayor\tAna Illyn\t\tf\t\t",
        "‘moon’ is not the code of a state or the id of an organisation"
      ),
      (
        "officeholders-all.tsv", "OST\tother\tmayor\tAna Illyn\t\tf\t2020\t2019",
        "the term ends before it begins"
      ),
      (
        "role-nouns.tsv", "pilot\t pilots\tCVL\tperson", "a blank stands before or behind ‘ pilots’"
      ),
      ("peoples.tsv", "hillfolk\tXQX\tHillish\t", "‘XQX’ is not the code of a state"),
      ("words.tsv", "determiner\ta||an", "‘’ is not a word"),
      ("given-names.tsv", "Ilse\tf", "‘Ilse’ stands in line 2 already"),
      (
        "cue-verbs.tsv", "warn\twarn|warns|warned|warning\tassert\tq",
        "‘warn’ stands in line 2 already"
      ),
      ("verbs.tsv", "row\trow|rowed", "a verb has three to six forms, the lemma first, -ing last"),
    ])
  func passedOver(_ file: String, _ row: String, _ reason: String) throws {
    let line = try #require(SmallTables.standard[file]).split(separator: "\n").count + 1
    let found = try problems(row, added: file)
    #expect(
      found.problems.contains(.malformed(file: found.file, line: line, reason: reason)),
      "\(found.problems)")
  }

  @Test("goes on behind a mistake")
  func goesOn() throws {
    let tables = try SmallTables([
      "words.tsv": "class\twords\nx\ty\na\nnumber\tone=1\nx\tz\n", "verbs.tsv": "x\n",
      "outlets.tsv": String?.none,
    ])
    let check = try LexiconCheck(of: tables.locator, userFolder: nil)
    let found = check.problems.compactMap { problem in
      switch problem {
      case .malformed(let file, let line, _): "\(file):\(line)"
      case .missing(let file): file
      default: nil
      }
    }
    let expected = ["words.tsv:2", "words.tsv:3", "words.tsv:5", "verbs.tsv:1", "outlets.tsv"]
    #expect(Set(expected.map(tables.path)).isSubset(of: found))
    #expect(check.lexicons.words.words[.number]?.map(\.text) == ["one"])
  }

  @Test("reads files that are named in place of the user's folder")
  func named() throws {
    let user = try TemporaryFolder()
    try user.write("broken", to: "words.tsv")
    try user.write("lemma\tforms\nsing\tsing|sings|sang|sung|singing\n", to: "verbs.tsv")
    try user.write("?", to: "verb.tsv")
    let tables = try SmallTables()
    let folder = try LexiconCheck(of: tables.locator, userFolder: user.path)
    #expect(
      folder.problems.contains(
        .malformed(
          file: user.path + "/words.tsv", line: 1, reason: "the columns must be class words")))
    #expect(folder.problems.contains(.unknownTable(file: user.path + "/verb.tsv")))
    let file = try LexiconCheck(
      of: tables.locator, userFolder: user.path, own: [user.path + "/verbs.tsv"])
    #expect(!file.problems.contains { "\($0)".contains(user.path) })
    #expect(file.lexicons.verbs.last?.first == "sing")
  }
}
