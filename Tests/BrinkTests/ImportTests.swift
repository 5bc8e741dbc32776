import Foundation
import Testing

@Suite("Importing")
struct ImportTests {
  @Test("stores articles, which the screen then shows, newest first")
  func importThenSnapshot() async throws {
    let home = try Home()
    let file = try home.scratch.write(Story.articles.jsonLines, to: "story.jsonl")

    let run = try await home.brink("import", file)
    #expect(run.output == "6 added in \(home.archive)\n")
    #expect(run.errors == "")
    #expect(run.ending == .exited(0))

    let screen = try await home.brink("snapshot", "--size", "100x30").output
    let titles = Story.articles.reversed().compactMap {
      screen.range(of: $0.title.prefix(30))?.lowerBound
    }
    #expect(titles.count == 6)
    #expect(titles == titles.sorted())
  }

  @Test("tells what it does when asked to, and which levels there are")
  func logs() async throws {
    let home = try Home()
    let run = try await home.brink(
      "import", "-", environment: ["BRINK_LOG": "debug"], input: Story.articles.jsonLines)
    #expect(run.output == "6 added in \(home.archive)\n")
    #expect(run.errors.contains("batch is stored"))
    #expect(run.errors.contains("ledger is up to date"))

    let wrong = try await home.brink("import", "-", environment: ["BRINK_LOG": "loud"])
    #expect(wrong.errors.contains("BRINK_LOG: loud is not a level"))
    #expect(wrong.ending == .exited(78))
  }

  @Test("keeps what is in another language, uncoded, and says so")
  func keepsForeign() async throws {
    let home = try Home()
    let run = try await home.brink(
      "import", "-",
      input: """
        Les bateaux de la discorde

        Le Portugal a averti l'Islande que les filets des pêcheurs ne sont pas à vendre, selon \
        le ministre de la mer, qui a parlé avec la presse dans le port de la ville.

        """)
    #expect(
      run.output == "1 added in \(home.archive); 1 in other languages, kept uncoded; "
        + "1 without a date, listed last\n")
    let screen = try await home.brink("snapshot", "--keys", "⏎", "--size", "100x30").output
    #expect(screen.contains("not coded: in another language (fr)"))
    #expect(screen.contains("pêcheurs"))
  }

  @Test("twice changes nothing")
  func importTwice() async throws {
    let home = try await Home.withStory()
    let screens = ["", "3", "⏎", "5G"]
    var before: [String] = []
    for keys in screens {
      before.append(try await home.brink("snapshot", "--keys", keys).output)
    }

    let again = try await home.brink("import", "-", input: Story.articles.jsonLines)
    #expect(again.output == "6 unchanged in \(home.archive)\n")
    #expect(again.ending == .exited(0))
    for (keys, screen) in zip(screens, before) {
      #expect(try await home.brink("snapshot", "--keys", keys).output == screen)
    }
  }

  @Test("takes the newer text of an article that it has")
  func replaces() async throws {
    let home = try await Home.withStory()
    var changed = Story.articles[5]
    changed.title = "Truce on the cod banks is off"
    let run = try await home.brink("import", "-", input: [changed].jsonLines)
    #expect(run.output == "1 replaced in \(home.archive)\n")
    #expect(try await home.brink("snapshot").output.contains("1 of 6"))
  }

  @Test("keeps archives apart")
  func archivesSideBySide() async throws {
    let home = try Home()
    let first = try home.scratch.write(Array(Story.articles[..<2]).jsonLines, to: "first.jsonl")
    let second = try home.scratch.write(Array(Story.articles[2...]).jsonLines, to: "second.jsonl")
    #expect(
      try await home.brink("import", "--archive", "deep/down/one.sqlite", first).output
        == "2 added in deep/down/one.sqlite\n")
    #expect(
      try await home.brink("import", second, "--archive", "two.sqlite").output
        == "4 added in two.sqlite\n")

    let one = try await home.brink("snapshot", "--archive", "deep/down/one.sqlite").output
    let two = try await home.brink("snapshot", "--archive", "two.sqlite").output
    #expect(one.contains("1 of 2") && one.contains(Story.articles[1].title))
    #expect(two.contains("1 of 4") && !two.contains(Story.articles[1].title))
    #expect(try await home.brink("snapshot").ending == .exited(69))
  }

  @Test("uses the archive that the configuration names")
  func configuredArchive() async throws {
    let home = try Home()
    let file = try home.scratch.write(Story.articles.jsonLines, to: "story.jsonl")
    try home.configure("archive: \(home.path)/mine.sqlite\n")
    #expect(try await home.brink("import", file).output == "6 added in \(home.path)/mine.sqlite\n")
    #expect(try await home.brink("snapshot").output.contains("1 of 6"))
  }

  @Test("reports each bad file and keeps the good ones")
  func badAmongGood() async throws {
    let home = try Home()
    let plain = try home.scratch.write(
      "Harbour closed\n2024-03-11\n\nIceland closed a harbour on Monday.\n", to: "plain.txt")
    let story = try home.scratch.write(Story.articles.jsonLines, to: "story.jsonl")
    let bad = try BadInput.all.map { try $0.write(into: home.scratch) }
    let run = try await home.run(["import"] + bad[..<2] + [plain] + bad[2...] + [story])
    #expect(run.errors == Self.reports(bad))
    #expect(run.output == "7 added, \(bad.count) not read in \(home.archive)\n")
    #expect(run.ending == .exited(1))
    #expect(try await home.brink("snapshot").output.contains("1 of 7"))
  }

  @Test("makes no archive when nothing could be read")
  func badAlone() async throws {
    let home = try Home()
    let bad = try BadInput.all.map { try $0.write(into: home.scratch) }
    for command in ["import", "code", "explain"] {
      let run = try await home.run([command] + bad)
      #expect(run.errors == Self.reports(bad))
      #expect(run.ending == .exited(66))
    }
    #expect(!FileManager.default.fileExists(atPath: home.archive))
  }

  private static func reports(_ paths: [String]) -> String {
    zip(paths, BadInput.all).map { path, bad in
      "brink: \(path): \(bad.report.replacing("PATH", with: path))\n"
    }.joined()
  }

  @Test("says that a file may not be read", .enabled(if: geteuid() != 0, "root may read all"))
  func unreadable() async throws {
    let home = try Home()
    let path = try home.scratch.write("Iceland said no.", to: "closed.txt")
    chmod(path, 0)
    let run = try await home.brink("import", path)
    #expect(
      run.errors == "brink: \(path): Permission denied; check the path and its permissions\n")
    #expect(run.ending == .exited(66))
  }

  @Test("reports each bad line of JSON Lines and keeps the good ones")
  func badLines() async throws {
    let home = try Home()
    let input = """
      {"id":"1","title":"Boats out","text":"Iceland sent boats."}
      {"id":"2", oops
      [1,2]

      {"id":"5"}
      {"id":"6","title":"Boats in","text":"Norway sent none."}
      """
    let run = try await home.brink("import", "-", input: input)
    #expect(
      run.errors == """
        brink: standard input:2: no JSON object: bad string at byte 12; the other lines are read
        brink: standard input:3: no JSON object: not an object at byte 1; the other lines are read
        brink: standard input:5: there is no text in it; it belongs into "text", and the other \
        lines are read

        """)
    #expect(
      run.output == "2 added, 3 not read in \(home.archive); 2 without a date, listed last\n")
    #expect(run.ending == .exited(1))
  }

  @Test("takes texts without title or date, with broken characters and with controls in them")
  func oddTexts() async throws {
    let home = try Home()
    let untitled = try home.scratch.write("Norway said no on Sunday.", to: "untitled.txt")
    let broken = home.path + "/broken.txt"
    try Data("A cut word\n\nIceland sent \u{1}".utf8 + [0xE2, 0x82] + Array(" out.\n".utf8))
      .write(to: URL(fileURLWithPath: broken))
    let hostile = try home.scratch.write(HostileText.article, to: "hostile.txt")

    let run = try await home.brink("import", untitled, broken, hostile)
    #expect(
      run.output
        == "3 added in \(home.archive); 3 without a date, listed last; "
        + "1 with bytes that are no text, shown as �\n")
    #expect(run.ending == .exited(0))
    for keys in ["", "n⏎", "nn⏎", "3", "5"] {
      let screen = try await home.brink("snapshot", "--size", "90x24", "--keys", keys)
      #expect(!HostileText.isDangerous(screen.output), "after \(keys)")
    }
  }
}

extension Home {
  func configure(_ text: String, file: String = "config.yaml") throws {
    try FileManager.default.createDirectory(
      atPath: "\(path)/config/brink", withIntermediateDirectories: true)
    try scratch.write(text, to: "config/brink/\(file)")
  }
}
