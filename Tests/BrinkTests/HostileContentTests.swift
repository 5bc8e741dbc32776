import Foundation
import Testing

/// From the bytes of an attack to the screen: what comes out is text and nothing else.
@Suite("Hostile content")
struct HostileContentTests {
  private static let size = "100x30"

  /// Screens of all kinds, as text.
  private func screens(_ home: Home, _ options: [String] = []) async throws -> [String] {
    var screens: [String] = []
    for keys in ["", "⏎GF}}", "3", "5z", "7z", "/\u{202E}x<Enter>", "?"] {
      screens.append(
        try await home.run(["snapshot", "--size", Self.size, "--keys", keys] + options).output)
    }
    return screens
  }

  private func expectHarmless(
    _ texts: [String], _ what: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for text in texts {
      let found = HostileCorpus.dangerous(in: text)
      #expect(
        found == nil, "\(what): U+\(found.map { String($0.value, radix: 16) } ?? "")",
        sourceLocation: sourceLocation)
    }
  }

  @Test("of articles is shown as text inside its pane, in every field that they have")
  func articles() async throws {
    let home = try Home()
    try await home.importing(
      HostileCorpus.all.enumerated().map { index, attack in
        StoryArticle(
          id: "a\(attack.payload)\(index)", title: "\(attack.name) \(attack.payload) ends",
          date: "2031-03-04", source: "Wire \(attack.payload)",
          text: "Iceland \(attack.payload) warned Norway.\n\n“\(attack.payload)”, Norway said.\n")
      })
    let benign = try Home()
    try await benign.importing(
      HostileCorpus.all.indices.map {
        StoryArticle(
          id: "\($0)", title: "Plain", date: "2031-03-04", source: "Wire",
          text: "Iceland warned Norway.")
      })
    let found = try await screens(home)
    expectHarmless(found, "a screen")
    // A frame has its lines and its edges where they belong, whatever is in it.
    let frame = try #require(found.first).split(separator: "\n", omittingEmptySubsequences: false)
    let plain = try await screens(benign)[0].split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(frame.count == plain.count)
    for (line, other) in zip(frame, plain) { #expect(line.first == other.first, "\(line)") }
    for command in [["list"], ["status"], ["alerts", "--all"], ["explain", "--article", "a0"]] {
      let run = try await home.run(command)
      // Columns of lists are parted by tabs, of which their fields hold none.
      let output = command == ["list"] ? run.output.replacing("\t", with: " ") : run.output
      expectHarmless([output, run.errors], command[0])
    }
  }

  @Test("of feeds, pages and letters is text, written out or as a reference")
  func feeds() async throws {
    let home = try Home()
    let items = HostileCorpus.all.map { attack in
      let references = attack.payload.unicodeScalars.map { "&#\($0.value);" }.joined()
      return """
        <item><title>\(attack.name) \(references)</title><link>http://a.example/\(references)</link>
        <author>\(references)</author><description>Iceland &lt;b&gt;\(references) warned&lt;/b&gt; \
        Norway.</description></item>
        """
    }
    try home.scratch.write(
      "<rss version=\"2.0\"><channel><title>\u{202E}Feed</title>\(items.joined())</channel></rss>",
      to: "feed.rss")
    let spans = HostileCorpus.all.map { attack in
      "<p title=\"\(attack.payload)\">Iceland warned. "
        + attack.payload.unicodeScalars.map { "&#x\(String($0.value, radix: 16));" }.joined()
        + "</p>"
    }
    try home.scratch.write(
      "<html><head><title>\u{9B}31m&#27;]0;x&#7;</title></head><body>\(spans.joined())</body></html>",
      to: "page.html")
    try home.scratch.write(
      "From: =?utf-8?q?=1B]0;x=07?= <a@b.example>\nSubject: =?utf-8?q?=E2=80=AEx=1B[2J?=\n\n"
        + "Iceland \u{1B}[2Jwarned Norway.\n", to: "letter.eml")
    let run = try await home.brink("import", home.path)
    expectHarmless([run.output, run.errors], "import")
    expectHarmless(try await screens(home), "a screen")
  }

  @Test("of names of files, archives, filters, playlists and variables is told as text")
  func names() async throws {
    let name = "\u{1B}]0;PWNED\u{7}\u{202E}\u{200B}\u{9B}2J"
    let home = try await Home.withStory()
    let archive = "\(home.path)/\(name).sqlite"
    try FileManager.default.copyItem(atPath: home.archive, toPath: archive)
    expectHarmless(try await screens(home, ["--archive", archive]), "the name of an archive")
    for command in [
      ["import", "\(home.path)/\(name)"], ["list", "--filter", "\(name):x"],
      ["kiosk", "--playlist", name], ["kiosk", "--phrase-file", name],
      ["snapshot", "--keys", name],
      ["dashboard", "--palette", name], [name], ["--\(name)"], ["status", "--archive", name],
      ["lexicon", "try", name], ["lexicon", "check", name], ["fetch", "--archive", name],
      ["feed", "add", "http://\(name)"], ["correct", name, "--reason", name],
      ["explain", "--article", name],
    ] {
      let run = try await home.run(command)
      expectHarmless([run.output, run.errors], command.joined(separator: " "))
    }
    let terminal = try await home.brink("dashboard", environment: ["TERM": name, "USER": name])
    expectHarmless([terminal.errors], "TERM")
  }

  @Test("of tables and configurations is told as text, with file and line")
  func tables() async throws {
    for attack in HostileCorpus.sequences.prefix(4) + HostileCorpus.invisible.prefix(4) {
      // A YAML text may hold none of these: its own complaint is read as well.
      let home = try await Home.withStory()
      let folder = "\(home.path)/config/brink/lexicons"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try home.scratch.write(
        "lemma\tforms\n\(attack.payload)\n", to: "config/brink/lexicons/verbs.tsv")
      try home.scratch.write("views:\n  - show: \"\(attack.payload)\"\n", to: "wall.yaml")
      let lexicon = try await home.brink("lexicon", "check")
      #expect(lexicon.ending == .exited(78))
      let playlist = try await home.brink("kiosk", "--playlist", "\(home.path)/wall.yaml")
      #expect(playlist.ending == .exited(78))
      expectHarmless([lexicon.output, lexicon.errors, playlist.errors], attack.name)
    }
  }

  @Test(
    "reaches a real terminal as text alone",
    .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
  func terminal() async throws {
    let home = try Home()
    try await home.importing(
      HostileCorpus.all.map {
        StoryArticle(
          id: $0.name, title: "\($0.payload) \($0.name)", date: "2031-03-04", source: $0.payload,
          text: "Iceland \($0.payload) warned Norway.")
      })
    let screen = try await home.dashboard("kiosk")
    // Some are copies of each other as soon as what cannot be seen is gone: one row for them.
    try await screen.wait(for: "\(HostileCorpus.all.count) articles")
    let title = try await screen.fact("pane_title")
    try await screen.record(to: "\(home.path)/sent")
    for _ in HostileCorpus.all { try await screen.press("n") }
    try await screen.type("2G3 5 7 ")
    try await screen.type("1G")
    try await screen.wait(until: "the last row is chosen") { text in
      text.contains(#/ (\d+) of \1 /#)
    }
    #expect(try await screen.fact("pane_title") == title)
    let sent = try home.scratch.read("sent")
    #expect(sent.utf8.count > 1000)
    // Of strings and of what is not seen there is nothing; controls are those of ncurses.
    #expect(!sent.contains(/\u{1B}[\]PX^_]/))
    // By scalars: a return and a line feed are one character.
    let rest = sent.replacing(
      /\u{1B}(?:\[[0-9;?]*[A-Za-z]|[()][0B]|[=>M78])|[\r\u{8}\t\u{7}]/
        .matchingSemantics(.unicodeScalar), with: "")
    expectHarmless([rest], "what was sent")
    #expect(!sent.contains("\u{7}"))
  }

  @Test("of strange shape takes no time that grows with its square", arguments: StrangeShape.all)
  func quadratic(_ shape: StrangeShape) async throws {
    let home = try Home()
    let file = try home.scratch.write(shape.content, to: shape.name)
    // The deadline of the harness would end what takes the square of it.
    let run = try await home.brink("import", file)
    #expect(run.exitCode >= 0)
    guard run.exitCode == 0 else { return }
    expectHarmless([try await home.brink("snapshot", "--keys", "⏎G").output], shape.name)
  }
}
