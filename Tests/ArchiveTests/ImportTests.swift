import EventData
import GRDB
import Testing

@testable import Archive

@Suite("An import")
struct ImportTests {
  @Test("adds what is new, once")
  func addsOnce() throws {
    let writer = try ArchiveWriter()
    let sample = Sample("a").mentioning(.vell).about(.orlen).saying("We will not move", by: .vell)
    #expect(try writer.insert(sample) == [.added])
    let first = try writer.reader.contents()
    #expect(try writer.insert(sample, sample) == [.unchanged, .unchanged])
    #expect(try writer.reader.contents() == first)
  }

  @Test("knows the same id twice in one batch")
  func sameIDInBatch() throws {
    let writer = try ArchiveWriter()
    let outcomes = try writer.insert(Sample("a"), Sample("b"), Sample("a"), Sample("a", "Else."))
    #expect(outcomes == [.added, .added, .unchanged, .replaced])
    #expect(try writer.reader.summary().articles == 2)
  }

  @Test("keeps apart two articles with the same words")
  func sameTextOtherID() throws {
    let writer = try ArchiveWriter()
    #expect(try writer.insert(Sample("a"), Sample("b")) == [.added, .added])
  }

  @Test("does not care in which folder the same article was found")
  func pathIsNoChange() throws {
    let writer = try ArchiveWriter.holding(Sample("a"))
    var moved = Sample("a")
    moved.coded.article.path = "elsewhere/a.txt"
    #expect(try writer.insert(moved) == [.unchanged])
    #expect(try writer.reader.article(1)?.coded.article.path == "inbox/a.txt")
  }

  @Test(
    "replaces an article of which any fact changed",
    arguments: [
      Sample("a", "Other words."), Sample("a", original: "<p>markup</p>"),
      Sample("a", on: "2031-03-05"), Sample("a", on: nil), Sample("a", at: 60),
      Sample("a", outlet: nil), Sample("a", title: nil),
    ])
  func replaces(_ changed: Sample) throws {
    let writer = try ArchiveWriter.holding(Sample("a").mentioning(.vell))
    #expect(try writer.insert(changed) == [.replaced])
    #expect(try writer.reader.article(1)?.coded == changed.coded)
    #expect(try writer.reader.originals(limit: 9).map(\.original) == [changed.original])
  }

  @Test("leaves nothing behind of what it replaces")
  func replacesAll() throws {
    let old = Sample("a", on: "2031-01-01", outlet: "Old Gazette")
      .mentioning(.vell, .norrland).about(.orlen)
      .saying("We will not move", by: .vell).event(from: .norrland, to: .tasmark, indicator: "DE2")
    let new = Sample("a", "Strait Watch counted nine ships.").mentioning(.watch).about(.strait)
    let replaced = try ArchiveWriter.holding(old)
    try replaced.insert(new)
    #expect(try replaced.reader.contents() == ArchiveWriter.holding(new).reader.contents())
    #expect(try replaced.reader.count(.search("Orlen")) == 0)
    #expect(try replaced.reader.count(.search("ships")) == 1)
  }

  @Test("makes the same of actors that are new, whether their articles come at once or one by one")
  func newActors() throws {
    let will = "We will not move"
    var envoy = PoliticalActor.vell
    envoy.role = "envoy"
    let samples = [
      Sample("a", on: "2031-03-02").mentioning(.vell, .norrland, .vell).saying(will, by: .tasmark),
      Sample("b", on: "2031-03-05").mentioning(envoy).saying(will, by: envoy),
      Sample("c", on: "2031-03-01").mentioning(.vell, .watch).saying(will, by: .vell),
      Sample("b", on: "2031-03-05", "Else.").mentioning(.watch),
      Sample("d", on: "2031-03-06").about(.orlen).event(from: .tasmark, to: .vell),
      Sample("e", on: "2031-03-03").mentioning(envoy, .tasmark).about(.orlen, .strait, .orlen),
    ]
    let oneByOne = try ArchiveWriter()
    for sample in samples { try oneByOne.insert(sample) }
    let atOnce = try ArchiveWriter.holding(samples).reader
    #expect(try atOnce.contents() == oneByOne.reader.contents())
    let vell = try atOnce.actors(.everything, limit: 9).first { $0.id == PoliticalActor.vell.id }
    #expect(vell?.actor.role == "envoy")
  }

  @Test("changes nothing when one article of the batch cannot be written")
  func allOrNothing() throws {
    let writer = try ArchiveWriter.holding(Sample("a"))
    try writer.withoutTransaction {
      try $0.execute(
        sql: """
          CREATE TEMP TRIGGER broken BEFORE INSERT ON main.article_text WHEN new.id = 3
          BEGIN SELECT raise(ABORT, 'no'); END
          """)
    }
    #expect(throws: ArchiveError.self) { try writer.insert(Sample("b"), Sample("c")) }
    #expect(try writer.reader.summary().articles == 1)
    #expect(try writer.insert(Sample("b")) == [.added])
  }

  @Test("of nothing does nothing")
  func emptyBatch() throws {
    let writer = try ArchiveWriter()
    #expect(try writer.insert([]) == [])
    #expect(try writer.reader.summary() == ArchiveSummary())
  }

  @Test("keeps an actor as the newest article describes it, whatever the order of import")
  func newestForm() throws {
    var minister = PoliticalActor.vell
    minister.role = "prime minister"
    let old = Sample("old", on: "2030-01-01").mentioning(.vell)
    let new = Sample("new", on: "2031-01-01").mentioning(minister)
    for samples in [[old, new], [new, old]] {
      let reader = try ArchiveWriter.holding(samples).reader
      #expect(try reader.actor("mara-vell")?.actor.role == "prime minister")
      let row = try #require(try reader.row(ofArticle: "old"))
      #expect(try reader.article(row)?.coded.actors.first?.actor == .vell)
    }
  }
}

extension ArchiveReader {
  /// What a person can see of an archive, to compare two of them.
  func contents() throws -> [String] {
    [
      "\(try summary())", "\(try articles(.everything, limit: 1000))",
      "\(try actors(.everything, limit: 1000))", "\(try regions(.everything, limit: 1000))",
      "\(try statements(.everything, limit: 1000))", "\(try events(.everything, limit: 1000))",
      "\(try originals(limit: 1000))",
    ]
  }
}
