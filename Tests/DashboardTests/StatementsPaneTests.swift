import EventData
import Terminal
import Testing

@testable import Dashboard

@Suite("The list of statements")
struct StatementsPaneTests {
  /// Somebody is accused, denies it, and speaks of something else.
  private static let articles = [
    Story.article(
      "Shots at the light tower", outlet: "Coastal Wire", day: "2031-05-02",
      "{speaker:reyk Tomas Reyk} {cue:accuse said} {content that {a:norvane Norvane} "
        + "{event:FU1/ASSAULT/norvane/sudmark/occurred had fired}}.",
      "“{content Nobody sleeps here},” {speaker:reyk Tomas Reyk} {cue:assert told} reporters."),
    Story.article(
      "Marden answers", outlet: "Amelin Post", day: "2031-05-03",
      "{speaker:marden Ilse Marden} {cue:deny denied} {content that {a:norvane Norvane} "
        + "{event:FU1/ASSAULT/norvane/sudmark/denied had fired}}.",
      "{speaker:marden Ilse Marden} {cue:threaten warned} {content of an answer}."),
  ]

  private func lines(_ keys: String) throws -> [String] {
    // Without the header, which has a day as well.
    try screen(after: keys, of: Self.articles, columns: 120, rows: 20).split(separator: "\n")
      .dropFirst().map(String.init)
  }

  /// The first word of what each statement does, from the top.
  private func acts(_ keys: String) throws -> [String] {
    let acts = Statement.Act.allCases.map(\.verb)
    return try lines(keys).filter { $0.contains("2031-05-0") }.compactMap { line in
      acts.first { line.contains(" \($0) ") }
    }
  }

  @Test("marks both what another voice denies and the denial, and nothing else")
  func marksContested() throws {
    let rows = try lines("5z").filter { $0.contains("2031-05-0") }
    #expect(rows.count == 4)
    #expect(rows.filter { $0.contains("≠") }.count == 2)
    #expect(rows.filter { $0.contains("had fired") }.allSatisfy { $0.contains("≠") })
  }

  @Test("goes through its orders by a key: direct speech first, by speaker, by act")
  func sorts() throws {
    #expect(try acts("5z") == ["denies", "threatens", "accuses", "says"])
    #expect(try acts("5zS") == ["says", "denies", "threatens", "accuses"])
    #expect(try acts("5zSS") == ["denies", "threatens", "accuses", "says"])
    #expect(try acts("5zSSS") == ["threatens", "accuses", "denies", "says"])
    #expect(try acts("5zSSSS") == acts("5z"))
    #expect(
      try lines("5zS").contains {
        $0.contains("5 Statements direct speech first, of the newest 1,000 ═")
      })
  }

  @Test("opens the statement under the cursor in each order")
  func opens() throws {
    let plain = try lines("5zSz⏎").joined(separator: "\n")
    #expect(plain.contains("▸  “Nobody sleeps here"))
  }
}
