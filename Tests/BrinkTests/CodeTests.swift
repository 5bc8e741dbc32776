import Foundation
import Glibc
import Testing

@Suite("Coding")
struct CodeTests {
  @Test("prints one object a line for files and standard input, in their order")
  func filesAndInput() async throws {
    let home = try Home()
    let lines = try home.scratch.write(
      Array(Story.articles[..<2]).jsonLines, to: "two.jsonl")
    let plain = try home.scratch.write(
      "Boats home\n2024-03-11\n\nIceland called its boats home.\n", to: "plain.txt")

    let run = try await home.brink(
      "code", lines, "-", plain, input: [Story.late].jsonLines)
    let articles = try run.objects
    #expect(articles.map { $0["path"] as? String } == [lines, lines, "-", plain])
    #expect(
      articles.compactMap { $0["title"] as? String } == [
        Story.articles[0].title, Story.articles[1].title, Story.late.title, "Boats home",
      ])
    #expect(articles[3]["published"] as? String == "2024-03-11")
    #expect(run.errors == "")
    #expect(run.ending == .exited(0))
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path).count == 2)
  }

  @Test("reads standard input when no file is named")
  func noFile() async throws {
    let home = try Home()
    let run = try await home.brink("code", input: Story.articles.jsonLines)
    #expect(try run.objects.count == 6)
    #expect(try await home.brink("code", input: Story.articles.jsonLines).output == run.output)
  }

  @Test("finds who said and did what")
  func findings() async throws {
    let run = try await Home().brink("code", input: [Story.articles[0]].jsonLines)
    let article = try #require(try run.objects.first)
    let actors = try #require(article["actors"] as? [[String: Any]])
    #expect(actors.contains { $0["name"] as? String == "Iceland" })
    #expect(actors.contains { $0["name"] as? String == "Sigrun Holmvik" })
    let statements = try #require(article["statements"] as? [[String: Any]])
    #expect(
      statements.contains {
        $0["speaker"] as? String == "Sigrun Holmvik" && $0["kind"] as? String == "direct"
          && ($0["content"] as? String)?.contains("The nets will be cut") == true
      })
  }

  @Test("prints an article before the input has ended")
  func streaming() async throws {
    let home = try Home()
    let fifo = "\(home.path)/wire"
    try #require(mkfifo(fifo, 0o600) == 0)
    // Open at both ends, so that neither process waits for the other to open it.
    let wire = open(fifo, O_RDWR | O_CLOEXEC)
    try #require(wire >= 0)
    defer { close(wire) }
    let process = try SpawnedProcess(
      path: ProgramRun.brinkPath, arguments: ["code"],
      environment: ProgramRun.plainEnvironment.merging(home.environment) { $1 },
      directory: home.path, files: [fifo, "\(home.path)/out", "\(home.path)/err"])
    defer { process.kill() }

    for (index, article) in Story.articles.enumerated() {
      var line = [article].jsonLines
      _ = line.withUTF8 { write(wire, $0.baseAddress, $0.count) }
      try await poll(until: "line \(index + 1) is printed") {
        try home.scratch.read("out").count { $0 == "\n" } == index + 1
      }
      #expect(process.ending() == nil)
    }
  }

  @Test("leaves the text as it came when asked, so that spans refer to it")
  func asIs() async throws {
    let home = try Home()
    // Furniture, a title, double blanks, characters of two, three and four bytes.
    let text = """
      Share this article
      Kutter „Þór“ 🚢 stopped

        Iceland  said 🇮🇸 “no” to Portugal.\u{20}
      “Við förum hvergi,” Foreign Minister Sigrun Holmvik  said in Reykjavik.


      """
    let file = try home.scratch.write(text, to: "text.txt")
    let article = try #require(try await home.brink("code", "--as-is", file).objects.first)
    #expect(article["body"] as? String == text)
    let found = try Spans(article)
    #expect(found.all.count > 8)
    for (start, end, expected) in found.all {
      #expect(found.text(start, end) == expected)
    }
  }

  @Test("ends quietly when nobody reads on")
  func closedPipe() async throws {
    let home = try Home()
    let file = try home.scratch.write(Story.articles.jsonLines, to: "story.jsonl")
    let run = try await ProgramRun(
      "sh", ["-c", "\(ProgramRun.brinkPath) code \(file) \(file) | head -n 1"],
      environment: home.environment, directory: home.path)
    #expect(run.output.count { $0 == "\n" } == 1)
    #expect(run.errors == "")
    #expect(run.ending == .exited(0))
  }

  @Test("explains how it came to its results")
  func explain() async throws {
    let home = try Home()
    let file = try home.scratch.write(HostileText.article, to: "hostile.txt")
    let run = try await home.brink("explain", file)
    #expect(run.output.contains("Iceland"))
    #expect(!HostileText.isDangerous(run.output.replacing("\t", with: " ")))
    #expect(run.ending == .exited(0))
  }
}

@Suite("Explaining")
struct ExplainTests {
  @Test("goes through articles of the archive by their id")
  func archived() async throws {
    let home = try await Home.withStory()
    let id = try #require(Story.articles.first?.id)
    let run = try await home.brink("explain", "--article", id)
    #expect(run.output.contains("  \(id)\n"))
    #expect(run.output.contains("\n  fired  "))
    #expect(run.ending == .exited(0))
    let unknown = try await home.brink("explain", "--article", "nobody")
    #expect(unknown.errors.hasPrefix("brink: article nobody: it is not in \(home.archive)\n"))
    #expect(unknown.ending == .exited(66))
  }
}

extension ProgramRun {
  /// The objects of the lines that were printed.
  var objects: [[String: Any]] {
    get throws {
      try output.split(separator: "\n").map { line in
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
        guard let object = object as? [String: Any] else {
          throw HarnessError("not an object: \(line)")
        }
        return object
      }
    }
  }
}

/// Spans of a coded article with what they should cover, in Unicode scalars of its body.
private struct Spans {
  private let scalars: [Unicode.Scalar]
  var all: [(start: Int, end: Int, text: String)] = []

  init(_ article: [String: Any]) throws {
    scalars = Array((article["body"] as? String ?? "").unicodeScalars)
    for key in ["actors", "regions"] {
      for found in article[key] as? [[String: Any]] ?? [] {
        for mention in found["mentions"] as? [[String: Any]] ?? [] {
          all.append(
            (
              mention["start"] as? Int ?? -1, mention["end"] as? Int ?? -1,
              mention["text"] as? String ?? "?"
            ))
        }
      }
    }
    for statement in article["statements"] as? [[String: Any]] ?? [] {
      for (spans, name, separator) in [
        ("content_spans", "content", " … "), ("cue_spans", "cue", " "),
        ("speaker_spans", "speaker_surface", " "),
      ] {
        let spans = statement[spans] as? [[Int]] ?? []
        let parts = (statement[name] as? String ?? "").components(separatedBy: separator)
        guard spans.count == parts.count else { continue }
        for (span, part) in zip(spans, parts) { all.append((span[0], span[1], part)) }
      }
    }
  }

  func text(_ start: Int, _ end: Int) -> String {
    guard 0 <= start, start <= end, end <= scalars.count else { return "outside" }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<end])
    return String(text)
  }
}
