import Glibc
import Testing

@testable import Intake

@Suite("Reading a pipe")
struct StreamingTests {
  @Test("hands over each article when its line is complete")
  func handsOverEarly() throws {
    let pipe = try Pipe()
    // The second half is written only when the first article has arrived: a reader that
    // waited for more would wait for ever, so that the order is the proof.
    pipe.write("{\"id\": \"1\", \"text\": \"One is here.\"}\n{\"id\": \"2\"")
    var ids: [String] = []
    ArticleReader().read(ByteStream(path: "-", descriptor: pipe.reading)) { result in
      guard case .success(let imported) = result else { return }
      ids.append(imported.article.id)
      if ids.count == 1 { pipe.write(", \"text\": \"Two is here.\"}\n") }
      if ids.count == 2 { pipe.closeWriting() }
    }
    #expect(ids == ["1", "2"])
  }

  @Test("reads a last line that has no line end")
  func readsLastLine() throws {
    let pipe = try Pipe()
    pipe.write("{\"id\": \"1\", \"text\": \"One is here.\"}")
    pipe.closeWriting()
    var ids: [String] = []
    ArticleReader().read(ByteStream(path: "-", descriptor: pipe.reading)) { result in
      if case .success(let imported) = result { ids.append(imported.article.id) }
    }
    #expect(ids == ["1"])
  }

  @Test("reports what ends a stream early, after the articles before it")
  func reportsEarlyEnd() throws {
    let pipe = try Pipe()
    pipe.write("{\"id\": \"1\", \"text\": \"One is here.\"}\n")
    var ids: [String] = []
    var errors: [InputError] = []
    ArticleReader().read(ByteStream(path: "-", descriptor: pipe.reading)) { result in
      switch result {
      case .success(let imported):
        ids.append(imported.article.id)
        // A directory in the place of the pipe fails at the next read.
        let directory = open("/", O_RDONLY)
        dup2(directory, pipe.reading)
        close(directory)
      case .failure(let error): errors.append(error)
      }
    }
    #expect(ids == ["1"])
    #expect(errors == [InputError(path: "-", .unreadable(errno: EISDIR))])
  }

  @Test("finds line ends that fall on the borders of its buffer")
  func findsBorders() throws {
    let lengths =
      [ByteStream.chunk - 1, ByteStream.chunk, 3, 0, 2 * ByteStream.chunk + 1]
      + Array(repeating: 37, count: 5000)
    let lines = lengths.map { String(repeating: "x", count: $0) }
    let folder = try Folder()
    let path = try folder.file("lines", lines.joined(separator: "\n"))
    let stream = try ByteStream(opening: path)
    var found: [Int] = []
    while case .line(let bytes)? = try stream.nextLine(limit: 1 << 20) {
      found.append(bytes.count)
    }
    #expect(found == lengths)
  }

  @Test("passes over a long line without keeping it")
  func passesOver() throws {
    let folder = try Folder()
    let long = String(repeating: "x", count: 3 * ByteStream.chunk)
    let stream = try ByteStream(opening: try folder.file("lines", "a\n\(long)\nb\n\(long)"))
    var lines: [ByteStream.Line] = []
    while let line = try stream.nextLine(limit: 100) { lines.append(line) }
    #expect(lines == [.line(Array("a".utf8)), .tooLong, .line(Array("b".utf8)), .tooLong])
    #expect(stream.line == 4)
  }

  private final class Pipe {
    let reading: Int32
    private var writing: Int32

    init() throws {
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { throw SystemError(errno: errno) }
      (reading, writing) = (ends[0], ends[1])
    }

    func write(_ text: String) { _ = Glibc.write(writing, text, text.utf8.count) }

    func closeWriting() {
      close(writing)
      writing = -1
    }

    deinit { if writing >= 0 { close(writing) } }
  }
}
