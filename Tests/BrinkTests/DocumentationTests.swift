import Foundation
import Testing

@Suite("The documentation")
struct DocumentationTests {
  private static let root = ProgramRun.packageDirectory

  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }

  @Test("names for each target those that it may import, as the manifest does")
  func arrows() throws {
    let manifest = try Self.text("Package.swift")
    let architecture = try Self.text("ARCHITECTURE.md")
    var found = 0
    for match in manifest.matches(of: /\btarget\("(\w+)"(?:, \[([^\]]*)\])?\)/) {
      let declared = (match.2 ?? "").matches(of: /"(\w+)"/).map { String($0.1) }
      let row = try #require(
        architecture.split(separator: "\n").first { $0.hasPrefix("| `\(match.1)` |") },
        "no row for \(match.1)")
      let cells = row.split(separator: "|")
      #expect(cells[1].matches(of: /`(\w+)`/).map { String($0.1) } == declared, "\(match.1)")
      found += 1
    }
    #expect(found >= 10)
  }

  @Test("leads to files that exist")
  func links() throws {
    let folder = try FileManager.default.contentsOfDirectory(atPath: "\(Self.root)/Documentation")
    let files =
      ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]
      + folder.filter { $0.hasSuffix(".md") }.map { "Documentation/\($0)" }
    for file in files {
      let base = URL(fileURLWithPath: "\(Self.root)/\(file)").deletingLastPathComponent().path
      for link in try Self.text(file).matches(of: /\]\(([^)#]+)\)/) {
        let target = String(link.1)
        if target.hasPrefix("http") { continue }
        #expect(FileManager.default.fileExists(atPath: "\(base)/\(target)"), "\(file): \(target)")
      }
    }
  }

  @Test("gives every exit code")
  func exitCodes() throws {
    let commands = try Self.text("Documentation/commands.md")
    let codes = try Self.text("Sources/brink/ExitStatus.swift").matches(of: /case \w+ = (\d+)/)
    #expect(codes.count >= 8)
    for code in codes { #expect(commands.contains("| \(code.1) | "), "\(code.1)") }
  }

  @Test("gives every setting and every environment variable")
  func settings() throws {
    let commands = try Self.text("Documentation/commands.md")
    let configuration = try Self.text("Sources/brink/Configuration.swift")
    for setting in configuration.matches(of: /\n  var (\w+):/) {
      #expect(commands.contains("\n    \(setting.1): "), "\(setting.1)")
    }
    for file in try FileManager.default.contentsOfDirectory(atPath: "\(Self.root)/Sources/brink")
    where file.hasSuffix(".swift") {
      let source = try Self.text("Sources/brink/\(file)")
      for variable in source.matches(of: /"([A-Z]{3,}_?[A-Z_]*)"/) {
        #expect(commands.contains("`\(variable.1)`"), "\(variable.1) in \(file)")
      }
    }
  }

  @Test(
    "is right that a thing of its kind is listed where it says",
    arguments: [
      ("Sources/Dashboard/Panes", "Pane", "Sources/Dashboard/PaneRegistry.swift"),
      ("Sources/Intake/Formats", "Format", "Sources/Intake/InputFormatRegistry.swift"),
      ("Sources/Intake/Cleaning/Rules", "Rule", "Sources/Intake/Cleaning/CleaningRule.swift"),
      ("Sources/Coder/Attribution", "Rule", "Sources/Coder/Attribution/Attribution.swift"),
      ("Sources/brink/Commands", "Command", "Sources/brink/BrinkCommand.swift"),
    ])
  func registries(_ folder: String, _ suffix: String, _ registry: String) throws {
    let listed = try Self.text(registry)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(Self.root)/\(folder)")
      .compactMap { $0.hasSuffix("\(suffix).swift") ? String($0.dropLast(6)) : nil }
    #expect(names.count > 1)
    for name in names { #expect(listed.contains(name), "\(name) is not in \(registry)") }
  }

  @Test("of the tables names those that are shipped")
  func tables() throws {
    let lexicons = try Self.text("Documentation/lexicons.md")
    let folder = "\(Self.root)/Resources/lexicons"
    for file in try FileManager.default.contentsOfDirectory(atPath: folder)
    where !file.hasPrefix("officeholders-") {
      #expect(lexicons.contains("`\(file)`"), "\(file)")
    }
  }
}
