import Archive
import EventData
import Testing

@Suite("Coding again")
struct RecodeTests {
  private func coded(_ original: StoredOriginal) -> CodedArticle {
    var sample = Sample("x").mentioning(.watch).saying("The two", by: .watch)
    sample.coded.article = original.article
    return sample.coded
  }

  private func archive(of count: Int) throws -> ArchiveWriter {
    try .holding(
      (0..<count).map {
        Sample("\($0)", original: "raw \($0)").mentioning(.vell).about(.orlen)
          .saying("We will not move", by: .vell).event(from: .vell, to: nil)
      })
  }

  @Test("gives the coder every article with its original, once", arguments: [1, 4, 7, 100])
  func everyArticle(_ batchSize: Int) throws {
    let writer = try archive(of: 7)
    var seen: [String] = []
    var steps: [Int] = []
    func note(_ done: Int) { steps.append(done) }
    let done = try writer.recode(
      coderVersion: "2", batchSize: batchSize, progress: note
    ) { original in
      seen.append(String(decoding: original.original, as: UTF8.self))
      #expect(original.coderVersion == "1")
      return coded(original)
    }
    #expect(done == 7)
    #expect(steps.last == 7)
    #expect(seen == (0..<7).map { "raw \($0)" })
    #expect(try writer.reader.count(notBy: "2") == 0)
    #expect(try writer.recode(coderVersion: "2") { coded($0) } == 0)
  }

  @Test("leaves only what the new coder found")
  func replaces() throws {
    let writer = try archive(of: 3)
    try writer.recode(coderVersion: "2") { coded($0) }
    let reader = writer.reader
    #expect(try reader.actors(.everything, limit: 9).map(\.id) == ["strait-watch"])
    #expect(try reader.actor("mara-vell")?.statements == 0)
    #expect(try reader.regions(.everything, limit: 9).isEmpty)
    #expect(try reader.summary().statements == 3)
    #expect(try reader.summary().events == 0)
    #expect(try reader.articles(.everything, limit: 9).map(\.statements) == [1, 1, 1])
    #expect(try reader.count(.search("orlen")) == 3)
    #expect(try reader.originals(limit: 9).map(\.coderVersion) == ["2", "2", "2"])
  }

  @Test("goes on where it was stopped")
  func resumes() throws {
    let writer = try archive(of: 5)
    // What a batch that was committed before a power cut leaves behind.
    let first = try writer.reader.originals(limit: 2)
    _ = try writer.insert(
      first.map { CodedImport(coded: coded($0), original: $0.original) }, coderVersion: "2")
    #expect(try writer.reader.count(notBy: "2") == 3)
    var seen: [Int64] = []
    try writer.recode(coderVersion: "2", batchSize: 2) {
      seen.append($0.row)
      return coded($0)
    }
    #expect(seen == [3, 4, 5])
  }

  @Test("may clean the text anew, under the same id")
  func cleansAgain() throws {
    let writer = try archive(of: 1)
    try writer.recode(coderVersion: "2") { original in
      var coded = coded(original)
      coded.article.text = "Cleaner."
      coded.article.bodyStart = 0
      coded.article.id = "another"
      return coded
    }
    #expect(try writer.reader.article(1)?.coded.article.text == "Cleaner.")
    #expect(try writer.reader.article(1)?.coded.article.id == "0")
    #expect(try writer.reader.summary().articles == 1)
    #expect(try writer.reader.count(.search("orlen")) == 0)
  }
}
