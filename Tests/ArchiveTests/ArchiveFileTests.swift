import EventData
import GRDB
import Glibc
import Testing

@testable import Archive

@Suite("An archive's file")
struct ArchiveFileTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file()
  }

  @Test("is made with its folders, for its owner alone")
  func made() throws {
    let deep = folder.file("one/two/crisis.brink")
    let writer = try ArchiveWriter(path: deep)
    try writer.insert(Sample("a"))
    #expect(TemporaryFolder.mode(of: folder.file("one")) == 0o700)
    #expect(TemporaryFolder.mode(of: folder.file("one/two")) == 0o700)
    for name in [deep, deep + "-wal", deep + "-shm"] {
      #expect(TemporaryFolder.mode(of: name) == 0o600)
    }
  }

  @Test("holds after closing what was written, and opens again")
  func reopens() throws {
    let sample = RoundTripTests.everything
    try ArchiveWriter(path: path).insert(sample)
    #expect(try ArchiveReader(path: path).article(1)?.coded == sample.coded)
    #expect(try ArchiveWriter(path: path).insert(sample) == [.unchanged])
    #expect(try ArchiveReader(path: path).summary().articles == 1)
  }

  @Test("keeps its companions when closed, for readers that may not make them")
  func persistentLog() throws {
    try ArchiveWriter(path: path).insert(Sample("a"))
    #expect(access(path + "-wal", F_OK) == 0)
    #expect(access(path + "-shm", F_OK) == 0)
  }

  @Test("can be read in a folder that may not be written")
  func readOnlyFolder() throws {
    let writer = try ArchiveWriter(path: path)
    try writer.insert(Sample("a"))
    chmod(folder.path, 0o500)
    defer { chmod(folder.path, 0o700) }
    #expect(try ArchiveReader(path: path).summary().articles == 1)
  }

  @Test("says by its header what it is")
  func header() throws {
    try ArchiveWriter(path: path).finishImport()
    let bytes = try TemporaryFolder.bytes(of: path)
    #expect(String(decoding: bytes[68..<72], as: UTF8.self) == "brin")
  }

  @Test("may be empty")
  func empty() throws {
    let reader = try ArchiveWriter(path: path).reader
    for reader in [reader, try ArchiveReader(path: path)] {
      #expect(try reader.summary() == ArchiveSummary())
      #expect(try reader.articles(.everything, limit: 9).isEmpty)
      #expect(try reader.count(.search("x")) == 0)
      #expect(try reader.position(of: ArticleKey(published: 0, row: 1), in: .everything) == 0)
      #expect(try reader.actors(.everything, matching: "x", limit: 9).isEmpty)
      #expect(try reader.regions(.everything, limit: 9).isEmpty)
      #expect(try reader.statements(.everything, limit: 9).isEmpty)
      #expect(try reader.events(.everything, limit: 9).isEmpty)
    }
  }

  @Test("is missing where there is none")
  func missing() throws {
    #expect(throws: ArchiveError.missing) { try ArchiveReader(path: path) }
    #expect(throws: ArchiveError.missing) { try ArchiveReader(path: folder.file("no/such/file")) }
    #expect(access(path, F_OK) != 0)
  }

  @Test("is not a folder, not garbage and not another program's database")
  func notAnArchive() throws {
    let garbage = try folder.write(Array("Not a database, but long enough to look. ".utf8), to: "g")
    let other = folder.file("other")
    var configuration = Configuration()
    configuration.journalMode = .wal
    do {
      let mine = try DatabaseQueue(path: other, configuration: configuration)
      try mine.write { try $0.execute(sql: "CREATE TABLE mine (x)") }
    }
    let bytes = try TemporaryFolder.bytes(of: other)
    for path in [folder.path, garbage, other] {
      #expect(throws: ArchiveError.notAnArchive) { try ArchiveReader(path: path) }
    }
    for path in [garbage, other] {
      #expect(throws: ArchiveError.notAnArchive) { try ArchiveWriter(path: path) }
    }
    #expect(try TemporaryFolder.bytes(of: other) == bytes)
    #expect(throws: ArchiveError.self) { try ArchiveWriter(path: folder.path) }
  }

  @Test("is begun where an empty file stands, but not read there")
  func emptyFile() throws {
    _ = try folder.write([])
    #expect(throws: ArchiveError.notAnArchive) { try ArchiveReader(path: path) }
    try ArchiveWriter(path: path).insert(Sample("a"))
    #expect(try ArchiveReader(path: path).summary().articles == 1)
  }

  @Test("of a newer version is refused and left alone")
  func newer() throws {
    try ArchiveWriter(path: path).insert(Sample("a"))
    try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 99") }
    let error = ArchiveError.newerVersion(found: 99, known: ArchiveSchema.version)
    #expect(throws: error) { try ArchiveReader(path: path) }
    #expect(throws: error) { try ArchiveWriter(path: path) }
  }

  @Test("of an older version is read only after a writer has migrated it")
  func older() throws {
    try ArchiveWriter(path: path).insert(Sample("a"))
    try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 0") }
    #expect(throws: ArchiveError.olderVersion(found: 0, known: ArchiveSchema.version)) {
      try ArchiveReader(path: path)
    }
  }

  @Test("that is closed to us says why", .disabled(if: geteuid() == 0, "root may read everything"))
  func denied() throws {
    try ArchiveWriter(path: path).insert(Sample("a"))
    chmod(path, 0)
    #expect(throws: ArchiveError.unreadable(errno: EACCES)) { try ArchiveReader(path: path) }
    #expect(throws: ArchiveError.unreadable(errno: EACCES)) { try ArchiveWriter(path: path) }
  }

  @Test("cannot be made below a file")
  func belowFile() throws {
    let file = try folder.write([1], to: "file")
    #expect(throws: ArchiveError.unreadable(errno: ENOTDIR)) {
      try ArchiveWriter(path: file + "/crisis.brink")
    }
  }
}
