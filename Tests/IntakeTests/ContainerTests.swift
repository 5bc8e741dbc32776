import Glibc
import Testing

@testable import Intake

@Suite("Containers")
struct ContainerTests {
  private static let line = Array("{\"id\": \"1\", \"text\": \"Shots were heard in Velm.\"}\n".utf8)
  private static let note = Array("Envoys meet\n\nThey met on Monday.".utf8)

  @Test(
    "are opened, whatever packed them",
    arguments: [
      ("zip", Packing.zip([("wire.jsonl", line), ("day/note.txt", note)])),
      ("tar", Packing.tar([("wire.jsonl", line), ("day/note.txt", note)])),
      ("tar.gz", Packing.gzip(Packing.tar([("wire.jsonl", line), ("day/note.txt", note)]))),
    ])
  func opens(_ kind: String, _ bytes: [UInt8]) {
    let outcome = Outcome(reading: bytes, path: "news.\(kind)")
    #expect(outcome.errors == [])
    #expect(
      outcome.articles.map(\.path) == ["news.\(kind)/wire.jsonl", "news.\(kind)/day/note.txt"])
    #expect(outcome.articles.map(\.body) == ["Shots were heard in Velm.", "They met on Monday."])
    #expect(outcome.originals.last == Self.note)
  }

  @Test(
    "of one compressed file have no names inside",
    arguments: [Packing.gzip(line + line), Packing.zstd(line + line)])
  func opensSingle(_ bytes: [UInt8]) {
    let outcome = Outcome(reading: bytes, path: "wire.packed")
    #expect(outcome.articles.map(\.path) == ["wire.packed", "wire.packed"])
  }

  @Test("keep their good members when one is bad")
  func keepsGood() {
    let outcome = Outcome(
      reading: Packing.zip([
        ("a.txt", Self.note), ("b.png", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]),
        ("c.jsonl", Array("{\"text\": 1\n".utf8) + Self.line), ("__MACOSX/._a.txt", [0, 1, 2]),
      ]), path: "news.zip")
    #expect(outcome.articles.map(\.path) == ["news.zip/a.txt", "news.zip/c.jsonl"])
    #expect(
      outcome.errors == [
        InputError(path: "news.zip/b.png", .binary(.png)),
        InputError(path: "news.zip/c.jsonl", line: 1, .notJSON(column: 11, .truncated)),
      ])
  }

  @Test("that break off give what stands before and say so")
  func breaksOff() {
    let whole = Packing.gzip(Self.line + Array(repeating: 0x20, count: 200_000) + Self.line)
    let outcome = Outcome(reading: Array(whole.dropLast(100)), path: "wire.gz")
    #expect(outcome.articles.map(\.id) == ["1"])
    #expect(outcome.errors.count == 1)
    guard case .damaged = outcome.errors.first?.reason else {
      Issue.record("\(outcome.errors)")
      return
    }
  }

  @Test("that hold far more than they weigh are given up")
  func givesUpBombs() {
    let limits = IntakeLimits(expansion: (times: 1, bytes: 1000))
    let text = Self.note + Array(repeating: 0x20, count: 100_000)
    // Stored blocks do not shrink; half of a second copy is enough to pass the limit.
    let outcome = Outcome(
      reading: Packing.gzip(Packing.zip([("a.txt", text), ("b.txt", Self.note)])), path: "news.gz",
      options: IntakeOptions(
        limits: IntakeLimits(expansion: (times: 0, bytes: 1000), containerDepth: 3)))
    #expect(outcome.articles.isEmpty)
    #expect(outcome.errors.contains { $0.reason == .expandsTooFar })
    #expect(
      Outcome(reading: Packing.gzip(text), options: IntakeOptions(limits: limits)).errors.isEmpty)
  }

  @Test("inside containers are opened to a depth, and no further")
  func boundsDepth() {
    var bytes = Packing.zip([("a.txt", Self.note)])
    bytes = Packing.zip([("b.zip", bytes)])
    let two = Outcome(reading: bytes, path: "c.zip")
    #expect(two.articles.map(\.path) == ["c.zip/b.zip/a.txt"])
    for name in ["c.zip", "d.zip"] { bytes = Packing.zip([(name, bytes)]) }
    let four = Outcome(reading: bytes, path: "e.zip")
    #expect(
      four.errors == [InputError(path: "e.zip/d.zip/c.zip/b.zip", .packedTooDeep)])
  }

  @Test("that are folders are read to their depths, in the order of names")
  func readsFolders() throws {
    let folder = try Folder()
    _ = try folder.file("b.txt", Self.note)
    _ = try folder.file(".hidden", "They met on Monday.")
    mkdir("\(folder.path)/a", 0o700)
    _ = try folder.file("a/c.txt", "Envoys leave\n\nThey left on Tuesday.")
    // A link to the folder above would never end.
    symlink(folder.path, "\(folder.path)/a/loop")
    symlink("\(folder.path)/b.txt", "\(folder.path)/a/d.txt")
    let outcome = Outcome(reading: [folder.path + "/"])
    #expect(
      outcome.articles.map(\.path)
        == ["a/c.txt", "a/d.txt", "b.txt"].map { "\(folder.path)/\($0)" })
    #expect(outcome.errors == [])
    for name in ["a/c.txt", "a/d.txt", "a/loop", ".hidden"] { unlink("\(folder.path)/\(name)") }
    rmdir("\(folder.path)/a")
  }
}
