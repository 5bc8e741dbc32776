import Lexicons
import Testing

@Suite("The reader of tables")
struct LexiconTableTests {
  private func table(_ text: String) throws(LexiconError) -> LexiconTable {
    try LexiconTable(file: "t.tsv", bytes: Array(text.utf8), columns: ["id", "names"]) {
      problem throws(LexiconError) in throw problem
    }
  }

  @Test("gives rows with their lines, lists with their parts")
  func rows() throws {
    let table = try table("# source: x\nid\tnames\n\na\tx|y y|z\n# in between\nb\t\n")
    #expect(table.rows.map(\.line) == [4, 6])
    #expect(table.rows.map(\.fields) == [["a", "x|y y|z"], ["b", ""]])
    #expect(table.rows[0].list(1) == ["x", "y y", "z"])
    #expect(table.rows[1].list(1) == [])
  }

  @Test("reads a file with carriage returns and one whose last line is not ended")
  func lineEnds() throws {
    let table = try table("# a\r\nid\tnames\r\na\tx\r\n\r\nb\ty")
    #expect(table.rows.map(\.fields) == [["a", "x"], ["b", "y"]])
    #expect(table.rows.map(\.line) == [3, 5])
  }

  @Test("keeps accents and other scripts as they are")
  func unicode() throws {
    let table = try table("id\tnames\nfra\tÉlysée|エリゼ宮\n")
    #expect(table.rows[0].list(1) == ["Élysée", "エリゼ宮"])
  }

  @Test(
    "says in which line a table is wrong",
    arguments: [
      ("", 1, "no row that names the columns"),
      ("# only comments\n# here\n", 2, "no row that names the columns"),
      ("name\tid\na\tx\n", 1, "the columns must be id names"),
      ("# a\n\nid\n", 3, "the columns must be id names"),
      ("id\tnames\textra\n", 1, "the columns must be id names"),
      ("id\tnames\na\tx\nb\n", 3, "1 fields where the table has 2 columns"),
      ("id\tnames\n\n# c\na\tx\ty\n", 4, "3 fields where the table has 2 columns"),
    ])
  func malformed(_ text: String, _ line: Int, _ reason: String) {
    #expect(throws: LexiconError.malformed(file: "t.tsv", line: line, reason: reason)) {
      try table(text)
    }
  }

  @Test("finds the samples with their lines, arrows inside the surface and blanks included")
  func samples() throws {
    let table = try table(
      "# sample: St. Sabel => sabel\n# note => no sample\nid\tnames\n# sample: a => b => c\n")
    #expect(table.samples.map(\.line) == [1, 4])
    #expect(table.samples.map(\.surface) == ["St. Sabel", "a"])
    #expect(table.samples.map(\.expected) == ["sabel", "b => c"])
  }

  @Test("refuses a sample that states nothing", arguments: ["# sample: Sabel", "# sample: a =>b"])
  func brokenSample(_ line: String) {
    #expect(
      throws: LexiconError.malformed(
        file: "t.tsv", line: 2, reason: "a sample is written SURFACE => ID")
    ) {
      try table("id\tnames\n\(line)\n")
    }
  }

  @Test("names the sample that does not hold")
  func failedSample() throws {
    let table = try table("# sample: Sabel => x\n# sample: Amelin => y\nid\tnames\n")
    #expect(table.failedSamples { $0 == "Sabel" ? ["w", "x"] : ["y"] } == [])
    #expect(
      table.failedSamples { $0 == "Sabel" ? ["x"] : ["yy"] } == [
        .failedSample(file: "t.tsv", line: 2, surface: "Amelin", expected: "y")
      ])
  }
}
