import Foundation
import Testing

@Suite("Dependencies")
struct DependencyTests {
  private static let root = ProgramRun.packageDirectory

  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }

  /// Version and licence by package, from the tables.
  private static func listed() throws -> [String: (version: String, licence: String)] {
    var rows: [String: (String, String)] = [:]
    for row in try text("Documentation/dependencies.md").matches(
      of: /\n\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| [^|]+ \|/)
    { rows[String(row.1)] = (String(row.2), String(row.3)) }
    return rows
  }

  /// What the Makefile installs for running.
  private static func debianPackages() throws -> [String] {
    let line = try #require(try text("Makefile").firstMatch(of: /\nRUN_PACKAGES := ([^\n]+)/))
    return line.1.split(separator: " ").map(String.init)
  }

  @Test("stand in the documentation, with the versions that are built with")
  func swiftPackages() throws {
    let rows = try Self.listed()
    let pins = try Self.text("Package.resolved").matches(
      of: /"identity" : "([^"]+)"[^}]*"version" : "([^"]+)"/)
    #expect(pins.count >= 5)
    for pin in pins { #expect(rows[String(pin.1)]?.version == String(pin.2), "\(pin.1)") }
    // Nothing is asked for that is not pinned.
    let asked = try Self.text("Package.swift").matches(of: /\.package\(url:/)
    #expect(asked.count == pins.count)
  }

  @Test("of Debian stand there, and in the Makefile, for every library that is linked or loaded")
  func debianLibraries() throws {
    let rows = try Self.listed()
    let packages = try Self.debianPackages()
    #expect(packages.count >= 7)
    for package in packages { #expect(rows[package] != nil, "\(package)") }
    let manifest = try Self.text("Package.swift")
    let linked = manifest.matches(of: /linkedLibrary\("(\w+)"\)/).map { String($0.1) }
    #expect(linked.count >= 3)
    let loaded = try ["CMarkup/libxml.c", "CTransfer/transfer.c", "CUnpack/unpack.c"].map {
      let file = try Self.text("Sources/\($0)")
      return String(try #require(file.firstMatch(of: /"lib(\w+)\.so\.\d+"/)).1)
    }
    // tinfo is of ncurses, and comes with it.
    for library in linked + loaded where library != "tinfo" {
      #expect(packages.contains { $0.hasPrefix("lib\(library)") }, "\(library)")
    }
  }

  @Test("that few inputs need are not loaded at the start")
  func start() async throws {
    let run = try await ProgramRun("ldd", [ProgramRun.brinkPath])
    #expect(run.output.contains("libncursesw.so") && run.output.contains("libsqlite3.so"))
    for library in ["libxml2", "libcurl", "libarchive", "libicudata", "libssl"] {
      #expect(!run.output.contains("\(library).so"))
    }
  }

  @Test(
    "that an input needs and that are not there are named, with the package to install",
    arguments: [
      (
        "libxml2.so.2", "libxml2",
        "<rss version=\"2.0\"><channel><item><title>T</title></item></rss>"
      ),
      (
        "libxml2.so.2", "libxml2",
        "<!DOCTYPE html><html><body><p>Iceland met Norway.</p></body></html>"
      ),
      ("libarchive.so.13", "libarchive13", "PK\u{3}\u{4}\u{14}\u{0}\u{0}\u{0}"),
    ])
  func missing(file: String, package: String, input: String) async throws {
    let scratch = try ScratchDirectory()
    // Found before the real one, and no library.
    try scratch.write("", to: file)
    let run = try await ProgramRun.brink(
      "code", try scratch.write(input, to: "input"),
      environment: ["LD_LIBRARY_PATH": scratch.path])
    #expect(run.errors.contains("install the package \(package) "), "\(run.errors)")
    #expect(run.exitCode == 66, "\(run.errors)")
  }

  @Test("that brink fetch needs and that are not there are named, and nothing is lost")
  func missingTransfer() async throws {
    let home = try Home()
    let scratch = try ScratchDirectory()
    try scratch.write("", to: "libcurl.so.4")
    _ = try await home.brink("feed", "add", "http://127.0.0.1:9/feed")
    let run = try await home.run(["fetch"], environment: ["LD_LIBRARY_PATH": scratch.path])
    #expect(run.errors.contains("install the package libcurl4"), "\(run.errors)")
    #expect(try await home.brink("feed", "list").output.contains("http://127.0.0.1:9/feed"))
  }

  @Test(
    "are listed whole in the SBOM, each with version, licence and package URL",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dpkg-query")))
  func sbom() async throws {
    let packages = try Self.debianPackages()
    let run = try await ProgramRun("\(Self.root)/.ci/sbom", packages)
    #expect(run.ending == .exited(0), "\(run.errors)")
    struct Bill: Decodable {
      struct Component: Decodable {
        struct Licence: Decodable { let expression: String }
        let name, version, purl: String
        let licenses: [Licence]
      }
      let bomFormat, specVersion: String
      let components: [Component]
    }
    let bill = try JSONDecoder().decode(Bill.self, from: Data(run.output.utf8))
    #expect(bill.bomFormat == "CycloneDX" && bill.specVersion == "1.5")
    #expect(Set(bill.components.map(\.name)) == Set(try Self.listed().keys))
    for component in bill.components {
      #expect(component.purl.hasPrefix("pkg:") && component.purl.contains("@"))
      #expect(component.licenses.count == 1 && !component.version.isEmpty)
    }
  }

  @Test("that nobody has described fail the SBOM")
  func unknown() async throws {
    let run = try await ProgramRun("\(Self.root)/.ci/sbom", ["bash"])
    #expect(run.errors.contains("has no row for bash") || run.errors.contains("is not installed"))
    #expect(run.ending == .exited(1))
  }
}
