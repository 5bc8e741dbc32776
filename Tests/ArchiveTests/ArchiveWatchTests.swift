import Glibc
import Testing

@testable import Archive

@Suite("A watch over an archive")
struct ArchiveWatchTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file()
    try writer().insert(Sample("a"))
  }

  private func writer() throws -> ArchiveWriter { try ArchiveWriter(path: path) }

  /// Whether something has happened since the last call.
  private func hasNews(_ watch: ArchiveWatch) -> Bool {
    defer { watch.renew() }
    return watch.wait(beside: -1, timeout: 0)
  }

  @Test("tells of each commit, and of nothing else")
  func commits() throws {
    let writer = try writer()
    let reader = try ArchiveReader(path: path)
    let watch = try #require(reader.watch())
    #expect(!hasNews(watch))
    try writer.insert(Sample("b"))
    #expect(hasNews(watch))
    #expect(try reader.count(.everything) == 2)
    _ = try folder.write([1], to: "other.brink")
    watch.renew()
    _ = try folder.write([1, 2], to: "other.brink")
    #expect(!hasNews(watch))
    try writer.insert(Sample("c"))
    #expect(hasNews(watch))
  }

  @Test("tells of commits to files that came after it")
  func laterFiles() throws {
    let watch = try #require(ArchiveWatch(path: path))
    let writer = try writer()
    #expect(hasNews(watch))
    try writer.insert(Sample("b"))
    #expect(hasNews(watch))
  }

  @Test("tells of an archive that goes, comes back or is replaced")
  func otherFiles() throws {
    let watch = try #require(ArchiveWatch(path: path))
    try #require(rename(path, folder.file("away")) == 0)
    #expect(hasNews(watch))
    try #require(rename(folder.file("away"), path) == 0)
    #expect(hasNews(watch))
    _ = try folder.write([1], to: "restored")
    watch.renew()
    try #require(rename(folder.file("restored"), path) == 0)
    #expect(hasNews(watch))
  }

  @Test("tells of commits to the file that a link leads to")
  func link() throws {
    let other = try TemporaryFolder()
    try #require(symlink(path, other.file("link")) == 0)
    let writer = try writer()
    let watch = try #require(ArchiveWatch(path: other.file("link")))
    try writer.insert(Sample("b"))
    #expect(hasNews(watch))
  }

  @Test("ends its wait when something else is to be read")
  func other() throws {
    let watch = try #require(ArchiveWatch(path: path))
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    try #require(write(ends[1], "x", 1) == 1)
    #expect(!watch.wait(beside: ends[0], timeout: 60_000))
  }

  @Test("is not to be had of a folder that is not there")
  func none() throws {
    #expect(ArchiveWatch(path: folder.path + "/none/crisis.brink") == nil)
  }
}
