import EventData
import Glibc
import Testing

@testable import Intake

@Suite("Reading files")
struct ArticleReaderTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
  }

  @Test("reads every file and reports each that holds no article")
  func readsOn() throws {
    let paths = [
      try folder.file("empty.txt", ""),
      try folder.file("a.txt", "Envoys meet\n\nThey met on Monday."),
      "\(folder.path)/none.txt",
      "\(folder.path)/a.txt/below.txt",
      try folder.file("blank.txt", " \n\t\r\n\u{A0}"),
      try folder.file("b.jsonl", #"{"id": "b", "text": "They left."}"#),
    ]
    let outcome = Outcome(reading: paths)
    #expect(outcome.articles.map(\.path) == [paths[1], paths[5]])
    #expect(
      outcome.errors == [
        InputError(path: paths[0], .empty),
        InputError(path: paths[2], .vanished),
        InputError(path: paths[3], .vanished),
        InputError(path: paths[4], .noText),
      ])
  }

  @Test("reports a file that cannot be read, with the reason of the system")
  func reportsUnreadable() throws {
    // Not even root may read the first page of its own memory.
    let outcome = Outcome(reading: ["/proc/self/mem"])
    #expect(outcome.errors == [InputError(path: "/proc/self/mem", .unreadable(errno: EIO))])
  }

  @Test("reports a file that may not be opened", .enabled(if: geteuid() != 0, "root opens all"))
  func reportsForbidden() throws {
    let path = try folder.file("secret.txt", "They met on Monday.")
    chmod(path, 0)
    #expect(Outcome(reading: [path]).errors == [InputError(path: path, .unreadable(errno: EACCES))])
  }

  /// As many control characters as there are in data of no pattern.
  private static let everyByte: [UInt8] = (0..<2560).map { UInt8($0 * 167 & 0xFF) }

  @Test(
    "names the kind of a file that is no text",
    arguments: [
      (Array("%PDF-1.7 and so on".utf8), BinaryKind.pdf),
      (Array("SQLite format 3\0".utf8), .sqlite),
      ([0x89, 0x50, 0x4E, 0x47, 13, 10], .png),
      ((0..<200).map { UInt8($0 % 16) }, .other),
      (everyByte, .other),
    ])
  func namesBinary(_ bytes: [UInt8], _ kind: BinaryKind) {
    #expect(Outcome(reading: bytes).errors == [InputError(path: "-", .binary(kind))])
  }

  @Test("refuses a plain text above the limit without reading it")
  func refusesLarge() throws {
    let path = "\(folder.path)/large.txt"
    let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
    let text = String(repeating: "Envoys meet in Velm. ", count: 400)
    write(descriptor, text, text.utf8.count)
    // A hole: reading it all would take seconds, and memory.
    ftruncate(descriptor, 8 << 30)
    close(descriptor)
    #expect(
      Outcome(reading: [path]).errors == [InputError(path: path, .tooLarge(limit: 64 << 20))])

    // A copy of the descriptor shares its place in the file.
    let reading = open(path, O_RDONLY)
    let copy = dup(reading)
    ArticleReader().read(ByteStream(path: path, descriptor: reading, size: 8 << 30)) { _ in }
    #expect(lseek(copy, 0, SEEK_CUR) <= ByteStream.chunk)
    close(copy)
  }

  @Test("refuses a pipe that sends more than the limit")
  func refusesLargePipe() {
    let options = IntakeOptions(limits: IntakeLimits(articleBytes: 1000))
    let stream = "Envoys meet. " + String(repeating: "word ", count: 400)
    #expect(
      Outcome(reading: stream, options: options).errors
        == [InputError(path: "-", .tooLarge(limit: 1000))])
  }

  @Test("stops when the handler throws")
  func stops() throws {
    struct Enough: Error {}
    let path = try folder.file("a.jsonl", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n")
    var count = 0
    #expect(throws: Enough.self) {
      try ArticleReader().read([path, path]) { _ in
        count += 1
        throw Enough()
      }
    }
    #expect(count == 1)
  }

  @Test("gives the same article the same id wherever it lies")
  func idsAreStable() throws {
    let text = "Envoys meet\n\nThey met on Monday."
    let paths = [try folder.file("a.txt", text), try folder.file("b.txt", text)]
    let articles = Outcome(reading: paths).articles
    #expect(articles[0].id == articles[1].id)
    #expect(articles[0].id == "ad42f25355dbc74f6b4a992feda6ee77")
    #expect(Outcome(reading: text + "!").articles[0].id != articles[0].id)
    #expect(
      Outcome(reading: text, options: IntakeOptions(asIs: true)).articles[0].id == articles[0].id)
  }
}
