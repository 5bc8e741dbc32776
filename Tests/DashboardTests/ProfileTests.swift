import Archive
import EventData
import Terminal
import Testing

@testable import Dashboard

@Suite("The profile of an actor")
struct ProfileTests {
  private static let articles =
    Story.articles + [
      Story.article(
        "Reyk answers", outlet: "Coastal Wire", day: "2031-05-06",
        "{speaker:reyk Tomas Reyk} {cue:accuse said} {content {a:norvane Norvane} had sent boats "
          + "to {r:amelin Port Amelin}}.",
        "{a:sudmark Sudmark} {event:FU1/ASSAULT/norvane/reyk/occurred hit} him.")
    ]

  private func lines(_ keys: String, columns: Int = 80, rows: Int = 24) throws -> [String] {
    try screen(after: keys, of: Self.articles, columns: columns, rows: rows)
      .split(separator: "\n").map(String.init)
  }

  @Test("opens on the actor under the cursor: who it is, since when in which role")
  func tellsWho() throws {
    let plain = try lines("/actor:reyk⏎3i").joined(separator: "\n")
    #expect(plain.contains("═ P Profile ═"))
    #expect(plain.contains("Tomas Reyk  person, Sudmark  SDMMIL"))
    #expect(plain.contains("defence minister, Sudmark  2031-04-28 – 2031-05-06  3 articles"))
    #expect(plain.contains("2031-04-28 ") && plain.contains("articles in which it speaks"))
  }

  @Test("counts what it says how, of whom and about where, and what is done to it")
  func counts() throws {
    let lines = try lines("/actor:reyk⏎3i", rows: 40)
    func count(_ group: String, _ name: String) -> Bool {
      lines.contains { line in
        line.contains(group) && line.contains(name) && line.contains(" 1  ")
      }
    }
    #expect(
      lines.contains { $0.contains("Speaks") && $0.contains("in all") && $0.contains(" 3  ") })
    #expect(count("Does so", "denies") && count("Does so", "accuses"))
    #expect(count("Speaks of", "Norvane") && count("About", "Port Amelin"))
    #expect(count("Suffers from", "Norvane"))
  }

  @Test("tells by which other words it is named, the most frequent first, and where it acts")
  func aliases() throws {
    let articles = [
      Story.article(
        "Reyk speaks", outlet: "Coastal Wire", day: "2031-05-06",
        "{speaker:reyk Tomas Reyk} {cue:assert said} {content so}.",
        "{a:reyk Reyk} left. {a:reyk He} was late. {a:reyk The minister} slept.",
        "{a:reyk Reyk} {event:MP1/MOBILIZE/reyk/norvane/occurred sent ships} to the "
          + "{r:kessel Kessel Strait}.")
    ]
    let plain = try screen(after: "/actor:reyk⏎3i", of: articles)
    #expect(plain.contains("Also Reyk 2, The minister 1 "))
  }

  @Test("opens the sentences behind each number, and the article at one")
  func opens() throws {
    let sentences = try lines("/actor:reyk⏎3i⏎")
    #expect(sentences.contains { $0.contains("in all · 3 sentences") })
    #expect(sentences.contains { $0.contains("2031-05-06") && $0.contains("accuses") })
    let session = try session(after: "/actor:reyk⏎3i⏎⏎", of: Self.articles)
    #expect(session.state.focus == "reader")
  }

  @Test("follows the filter without being asked for anybody, and filters by its actor")
  func follows() throws {
    #expect(try lines("/actor:marden⏎P").contains { $0.contains("Ilse Marden  person") })
    #expect(try lines("3⏎P").contains { $0.contains("SDM") })
    #expect(try session(after: "/actor:reyk⏎3ix", of: Self.articles).state.scope.facets.count == 1)
  }

  @Test("goes back to where it was asked for")
  func goesBack() throws {
    #expect(try session(after: "3i<Esc>", of: Self.articles).state.focus == "actors")
  }

  @Test("says that there is nobody to tell of")
  func isEmpty() throws {
    #expect(try screen(after: "P", of: []).contains("Nobody to tell of."))
  }
}
