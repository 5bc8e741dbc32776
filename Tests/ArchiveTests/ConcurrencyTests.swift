import Dispatch
import EventData
import GRDB
import Synchronization
import Testing

@testable import Archive

@Suite("A reader beside a writer")
struct ConcurrencyTests {
  let folder: TemporaryFolder
  let path: String
  let writer: ArchiveWriter
  let reader: ArchiveReader

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file()
    writer = try ArchiveWriter(path: path, busyTimeout: .zero)
    reader = try ArchiveReader(path: path, busyTimeout: .zero)
  }

  @Test("sees each commit, and that there was one")
  func seesCommits() throws {
    let before = try reader.dataVersion()
    #expect(try reader.dataVersion() == before)
    try writer.insert(Sample("a"))
    #expect(try reader.dataVersion() != before)
    #expect(try reader.articles(.everything, limit: 9).count == 1)
    let after = try reader.dataVersion()
    try writer.insert(Sample("a"))
    #expect(try reader.articles(.everything, limit: 9).count == 1)
    try writer.insert(Sample("b"))
    #expect(try reader.dataVersion() != after)
    #expect(try reader.count(.everything) == 2)
  }

  @Test("sees nothing of a transaction that is not committed, and need not wait for it")
  func seesNoHalf() throws {
    try writer.insert(Sample("a"))
    try writer.write { db in
      try db.execute(sql: "DELETE FROM article")
      #expect(try reader.articles(.everything, limit: 9).count == 1)
    }
    #expect(try reader.articles(.everything, limit: 9).isEmpty)
  }

  @Test("cannot write, even through SQL")
  func readOnly() throws {
    try writer.insert(Sample("a"))
    for sql in ["DELETE FROM article", "DROP TABLE tally", "PRAGMA user_version = 7"] {
      #expect(throws: ArchiveError.self) {
        try reader.read { try $0.execute(sql: sql) }
      }
    }
    #expect(try reader.summary().articles == 1)
  }

  @Test("is told when another process keeps the archive to itself")
  func readerLocked() throws {
    let other = folder.file("other")
    do { try ArchiveWriter(path: other).insert(Sample("a")) }
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
    let hog = try DatabaseQueue(path: other, configuration: configuration)
    try hog.write { try $0.execute(sql: "UPDATE tally SET articles = articles") }
    #expect(throws: ArchiveError.locked) {
      try ArchiveReader(path: other, busyTimeout: .zero).summary()
    }
    try hog.close()
    #expect(try ArchiveReader(path: other, busyTimeout: .zero).summary().articles == 1)
  }

  @Test("of which there are two wait for each other, and then give up")
  func writerLocked() throws {
    let second = try ArchiveWriter(path: path, busyTimeout: .zero)
    try writer.write { db in
      try db.execute(sql: "UPDATE tally SET articles = articles")
      #expect(throws: ArchiveError.locked) { try second.insert(Sample("b")) }
    }
    #expect(try second.insert(Sample("b")) == [.added])
    #expect(try writer.insert(Sample("b"), Sample("c")) == [.unchanged, .added])
  }

  @Test("and several writers add up")
  func manyWriters() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<4 {
        group.addTask { [path] in
          let writer = try ArchiveWriter(path: path)
          for step in 0..<5 {
            try writer.insert(Sample("\(number)-\(step)").mentioning(.vell), Sample("shared"))
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try reader.summary().articles == 21)
    #expect(try reader.actor("mara-vell")?.articles == 20)
  }

  @Test("and several processes may begin an archive at once")
  func manyBeginnings() async throws {
    let fresh = folder.file("fresh")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<4 {
        group.addTask { try ArchiveWriter(path: fresh).insert(Sample("\(number)")) }
      }
      try await group.waitForAll()
    }
    #expect(try ArchiveReader(path: fresh).summary().articles == 4)
  }

  private func prepared(_ sample: Sample) -> PreparedImport {
    PreparedImport.prepare([sample.item])[0]
  }

  @Test("finds whole batches or none after a crash")
  func crash() throws {
    try writer.insert(Sample("a"))
    let crashed = try TemporaryFolder()
    try writer.write { db in
      let session = try ImportSession(db, WriterMemory().take(db), coderVersion: "2")
      _ = try session.store(prepared(Sample("a", "Changed.").mentioning(.vell)))
      _ = try session.store(prepared(Sample("b")))
      // SQLite writes no page of an open transaction that fits its cache: force it to.
      try db.execute(sql: "PRAGMA cache_spill = 1; PRAGMA cache_size = 1")
      _ = try session.store(
        prepared(Sample("c", String(repeating: "long ", count: 50_000))))
      _ = try session.finish()
      // What is on the disk now is what a power cut would leave.
      for suffix in ["", "-wal"] {
        let bytes = try TemporaryFolder.bytes(of: path + suffix)
        _ = try crashed.write(bytes, to: "crisis.brink" + suffix)
      }
    }
    let survivor = try ArchiveWriter(path: crashed.file())
    #expect(try survivor.reader.contents() == ArchiveWriter.holding(Sample("a")).reader.contents())
    #expect(try reader.summary().articles == 3)
  }

  @Test("begins with whoever makes it first, however many begin at once")
  func beginnings() throws {
    for round in 0..<20 {
      let path = folder.file("new-\(round).brink")
      let failures = Mutex<[String]>([])
      DispatchQueue.concurrentPerform(iterations: 6) { _ in
        do throws(ArchiveError) {
          _ = try ArchiveWriter(path: path)
        } catch {
          // Where everything is slow, the others may take longer than one waits.
          if error != .locked { failures.withLock { $0.append("\(error)") } }
        }
      }
      #expect(failures.withLock { $0 } == [])
      #expect(try ArchiveReader(path: path).summary().articles == 0)
    }
  }
}
