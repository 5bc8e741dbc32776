import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
  private static let commands = [
    "dashboard", "import", "code", "explain", "snapshot", "recode", "lexicon",
  ]

  @Test("has help for every command, which the documentation names")
  func help() async throws {
    let home = try Home()
    let overview = try await home.brink("--help")
    #expect(overview.ending == .exited(0))
    let documentation = try String(
      contentsOfFile: ProgramRun.packageDirectory + "/Documentation/commands.md", encoding: .utf8)
    for command in Self.commands {
      #expect(overview.output.contains("  \(command)"))
      #expect(documentation.contains("## brink \(command)"))
      let help = try await home.brink(command, "--help")
      #expect(help.ending == .exited(0))
      for word in help.output.split(whereSeparator: \.isWhitespace) where word.hasPrefix("--") {
        #expect(documentation.contains(word), "of brink \(command)")
      }
    }
  }

  @Test("tells its version")
  func version() async throws {
    let run = try await Home().brink("--version")
    #expect(run.output == "brink 0.1.0\n")
    #expect(run.ending == .exited(0))
  }

  @Test(
    "refuses what it does not understand",
    arguments: [
      ["frobnicate"], ["--frobnicate"], ["import"], ["snapshot", "--size", "80"],
      ["snapshot", "--size", "0x0"], ["lexicon", "now"], ["lexicon", "try"],
      ["\u{1B}]0;PWNED\u{7}"],
    ])
  func usage(_ arguments: [String]) async throws {
    let home = try Home()
    let run = try await home.run(arguments)
    #expect(run.errors.contains("Usage: brink"))
    #expect(!HostileText.isDangerous(run.errors))
    #expect(run.output == "")
    #expect(run.ending == .exited(2))
  }

  @Test("refuses keys that do not exist")
  func unknownKeys() async throws {
    let home = try await Home.withStory()
    let run = try await home.brink("snapshot", "--keys", "jj<Frob>")
    #expect(run.errors.hasPrefix("brink: keys: ‘<Frob>’ at character 3 is no key"))
    #expect(run.ending == .exited(2))
  }

  @Test("says when standard output takes nothing more", arguments: [["code"], ["--help"]])
  func fullOutput(_ arguments: [String]) async throws {
    let home = try await Home.withStory()
    let command = ([ProgramRun.brinkPath] + arguments).joined(separator: " ")
    for command in [command, "\(ProgramRun.brinkPath) snapshot"] {
      let run = try await ProgramRun(
        "sh", ["-c", "\(command) > /dev/full"], environment: home.environment,
        input: Story.articles.jsonLines, directory: home.path)
      #expect(run.errors.hasPrefix("brink: standard output: No space left on device\n"))
      #expect(run.ending == .exited(74))
    }
  }

  @Test("says what is wrong with the configuration, and where")
  func configuration() async throws {
    let home = try await Home.withStory()
    let path = "\(home.path)/config/brink/config.yaml"
    let cases = [
      ("archiv: x\n", "\(path):1: there is no setting ‘archiv’"),
      ("ascii: true\npalet: x\n", "\(path):2: there is no setting ‘palet’"),
      ("ascii: perhaps\n", "\(path): a value is not of the kind that its key asks for"),
      ("- archive\n", "\(path): it must hold lines of the form “key: value”"),
      ("ascii: true\nmouse: [\n", "\(path):3: did not find expected node content"),
    ]
    for (text, expected) in cases {
      try home.configure(text)
      let run = try await home.brink("snapshot")
      #expect(run.errors.hasPrefix("brink: configuration \(expected)\n"))
      #expect(run.ending == .exited(78))
    }
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let run = try await home.brink("snapshot")
    #expect(run.errors.hasPrefix("brink: configuration \(path): Is a directory\n"))
    #expect(run.ending == .exited(78))
  }

  @Test("says what is wrong with a person's own tables, and where")
  func lexicons() async throws {
    let home = try Home()
    try FileManager.default.createDirectory(
      atPath: "\(home.path)/config/brink/lexicons", withIntermediateDirectories: true)
    let file = try home.scratch.write("lemma\tforms\nfish\n", to: "config/brink/lexicons/verbs.tsv")
    for command in [["code"], ["lexicon", "check"]] {
      let run = try await home.run(command, input: [Story.late].jsonLines)
      #expect(run.errors.hasPrefix("brink: lexicon \(file):2: 1 fields where the table has 2"))
      #expect(run.ending == .exited(78))
    }
  }

  @Test("needs its resources, a home and a palette that exists")
  func resources() async throws {
    let home = try Home()
    let none = try await home.brink("code", environment: ["BRINK_RESOURCES": "/nowhere"])
    #expect(none.errors.hasPrefix("brink: resources: not found in /nowhere\n"))
    #expect(none.ending == .exited(78))

    let homeless = try await home.brink(
      "snapshot", environment: ["HOME": "", "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": ""])
    #expect(homeless.errors.contains("neither XDG_DATA_HOME nor HOME is set"))
    #expect(homeless.ending == .exited(78))

    try await home.importing([Story.late])
    let plaid = try await home.brink("dashboard", "--palette", "plaid")
    #expect(plaid.errors.hasPrefix("brink: palette plaid: there is no "))
    #expect(plaid.errors.contains("Use dark, light, high-contrast, colour-blind or mono."))
    #expect(plaid.ending == .exited(78))
  }
}
