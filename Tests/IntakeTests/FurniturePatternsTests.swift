import EventData
import Testing

@testable import Intake

@Suite("Patterns of furniture")
struct FurniturePatternsTests {
  private func patterns(_ rows: String) throws -> FurniturePatterns {
    let header = "# source: tests\n# licence: CC0-1.0\n# date: 2031\npattern\tkind\tmatch\n"
    return try FurniturePatterns(parsing: header + rows, file: "t.tsv")
  }

  private func kind(of line: String, _ rows: String) throws -> Furniture.Kind? {
    try patterns(rows).pattern(matching: Folding.fold(line))?.kind
  }

  @Test(
    "match as they say",
    arguments: [
      ("exact", "Share", true), ("exact", "» share:", true), ("exact", "Share it", false),
      ("prefix", "Share it", true), ("prefix", "▶ Share it", true), ("prefix", "Shared", false),
      ("suffix", "Please share", true), ("suffix", "Preshare", false),
      ("suffix", "Share it", false),
      ("contains", "Do share it", true), ("contains", "Unshared", false),
    ])
  func match(_ match: String, _ line: String, _ expected: Bool) throws {
    #expect((try kind(of: line, "share\tshare\t\(match)\n") != nil) == expected)
  }

  @Test("do not see case, curly marks or the number of blanks")
  func foldLine() throws {
    #expect(
      try kind(of: "EDITOR’S  “PICK” – now", "editor's \"pick\" - now\tshare\texact\n") == .share)
    #expect(try kind(of: "editor's \"pick\"", "Editor’s “Pick”\tshare\texact\n") == .share)
  }

  @Test("have gaps for any words")
  func haveGaps() throws {
    let row = "sign up…newsletter\tsign-up\tcontains\n"
    #expect(try kind(of: "Please sign up for the Velm newsletter.", row) == .signUp)
    #expect(try kind(of: "The newsletter of those who sign up.", row) == nil)
  }

  @Test("do not take a sentence that stands before their suffix")
  func keepSentence() throws {
    let row = "contributed.\tcredit\tsuffix\n"
    #expect(try kind(of: "Ana B. Example in Velm contributed.", row) == .credit)
    #expect(try kind(of: "Two died on Monday. Ana Example contributed.", row) == nil)
  }

  @Test("let the longest win, a whole line over all, and of equals the later")
  func rank() throws {
    let rows = "more\tshare\tprefix\nmore on this\trelated-link\tprefix\n"
    #expect(try kind(of: "More on this and that", rows) == .relatedLink)
    #expect(try kind(of: "More", rows + "more\tstray\texact\n") == .stray)
    #expect(try kind(of: "More so", "more\tshare\tprefix\nmore\tstray\tprefix\n") == .stray)
  }

  @Test("of a user can protect a line from the shipped ones")
  func protect() throws {
    let shipped = try patterns("read more\trelated-link\tprefix\n")
    let user = try patterns("read more\tkeep\tprefix\n")
    let line = Folding.fold("Read more slowly")
    #expect(shipped.pattern(matching: line)?.kind == .relatedLink)
    let merged = shipped.merging(user).pattern(matching: line)
    #expect(merged != nil && merged?.kind == nil)
  }
}
