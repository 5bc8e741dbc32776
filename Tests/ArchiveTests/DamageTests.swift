import Archive
import EventData
import Testing

@Suite("A damaged archive")
struct DamageTests {
  let folder: TemporaryFolder
  let bytes: [UInt8]

  init() throws {
    folder = try TemporaryFolder()
    let path = folder.file("whole")
    let writer = try ArchiveWriter(path: path)
    try writer.insert((0..<40).map { Sample("\($0)").mentioning(.vell).saying("We", by: .vell) })
    try writer.finishImport()
    bytes = try TemporaryFolder.bytes(of: path)
  }

  @Test(
    "that was cut off is an error, not a crash", arguments: [1, 15, 16, 99, 100, 512, 4096, 20_000])
  func truncated(_ length: Int) throws {
    let path = try folder.write(Array(bytes.prefix(length)))
    #expect(throws: ArchiveError.self) { try ArchiveReader(path: path).readEverything() }
  }

  @Test("says that it is corrupt where pages are missing")
  func corrupt() throws {
    let path = try folder.write(Array(bytes.prefix(bytes.count / 2)))
    do {
      try ArchiveReader(path: path).readEverything()
      Issue.record("half an archive was read")
    } catch ArchiveError.corrupt {
    }
  }

  @Test("never crashes the reader, wherever a byte is changed")
  func flipped() throws {
    var random = SplitMix(state: 11)
    for _ in 0..<60 {
      var damaged = bytes
      for _ in 0..<200 {
        damaged[Int.random(in: 100..<damaged.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      let path = try folder.write(damaged)
      // Some damage is not noticed: what is left to check is that we get here.
      do { try ArchiveReader(path: path).readEverything() } catch is ArchiveError {}
    }
  }

  @Test("is not made worse by a writer")
  func writer() throws {
    let path = try folder.write(Array(bytes.prefix(bytes.count / 2)))
    #expect(throws: ArchiveError.self) {
      try ArchiveWriter(path: path).insert((0..<40).map { Sample("\($0)", "Changed.") })
    }
  }
}

extension ArchiveReader {
  func readEverything() throws {
    _ = try contents()
    for row in 1...40 { _ = try article(Int64(row)) }
    _ = try articles(.search("strait"), limit: 100)
    _ = try articles(.mentioning(.vell), limit: 100)
    _ = try statements(.mentioning(.vell), limit: 100)
  }
}
