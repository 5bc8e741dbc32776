// swift-tools-version: 6.2
import PackageDescription

/// Targets stand in the order of the house: each may import only targets above it.
/// SwiftPM does not enforce that by itself; the Makefile builds with
/// `--explicit-target-dependency-import-check error`.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let deque = Target.Dependency.product(name: "DequeModule", package: "swift-collections")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// What every start of the program runs through. Unoptimised it takes a second, and the tests
/// start hundreds.
let hot = ["Lexicons", "Intake", "Coder"]

func target(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies,
    swiftSettings: hot.contains(name)
      ? strict + [.unsafeFlags(["-O"], .when(configuration: .debug))] : strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "brink",
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(
      name: "CNcurses",
      cSettings: [
        .define("_XOPEN_SOURCE", to: "700"), .define("_DEFAULT_SOURCE"),
        .define("NCURSES_WIDECHAR", to: "1"),
      ],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CSandbox", cSettings: [.define("_GNU_SOURCE")]),
    .target(
      name: "CCrypt", cSettings: [.define("_GNU_SOURCE")],
      linkerSettings: [.linkedLibrary("crypt")]),
    .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
    .target(name: "CLibrary"),
    // Asked of pkg-config, the folder would come with an order to link the library.
    .target(
      name: "CMarkup", dependencies: ["CLibrary"],
      cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])]),
    .target(name: "CTransfer", dependencies: ["CLibrary"]),
    .target(name: "CUnpack", dependencies: ["CLibrary"]),
    target("EventData"),
    target("Terminal"),
    target("Lexicons", ["EventData"]),
    target("Intake", ["EventData", "CMarkup", "CUnpack"]),
    target("Fetching", ["CTransfer", deque]),
    target("Coder", ["EventData", "Lexicons"]),
    target("Escalation", ["EventData", deque]),
    target("Archive", ["EventData", "Escalation", "CZstd", grdb]),
    target("Reports", ["EventData", "Archive", "Escalation"]),
    target("NcursesTerminal", ["Terminal", "CNcurses"]),
    target("Dashboard", ["EventData", "Archive", "Escalation", "Terminal"]),
    .executableTarget(
      name: "brink",
      dependencies: [
        "CSandbox", "CCrypt", "EventData", "Terminal", "Lexicons", "Intake", "Fetching", "Coder",
        "Archive",
        "Escalation",
        "Reports", "NcursesTerminal", "Dashboard", argumentParser, logging, yams,
      ],
      swiftSettings: strict),
    tests("EventDataTests", ["EventData"]),
    tests("TerminalTests", ["Terminal"]),
    tests("LexiconsTests", ["Lexicons", "EventData"]),
    tests("IntakeTests", ["Intake", "EventData"]),
    tests("CoderTests", ["Coder", "Lexicons", "EventData"], exclude: ["Gold"]),
    tests("ArchiveTests", ["Archive", "Escalation", "EventData", grdb], exclude: ["Released"]),
    tests("EscalationTests", ["Escalation", "EventData"], exclude: ["Golden"]),
    tests("ReportsTests", ["Reports", "EventData"]),
    tests("DashboardTests", ["Dashboard", "Archive", "Escalation", "Terminal", "EventData"]),
    tests("BrinkTests", ["brink"]),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer brings a main of its own that a plain build cannot link, and the program has one, too:
// only `make fuzz` asks for the one in place of the other.
if Context.environment["BRINK_FUZZ"] != nil {
  let program = package.targets.first { $0.name == "brink" }!
  package.targets.removeAll { ["brink", "BrinkTests"].contains($0.name) }
  package.targets += [
    .target(name: "CFuzzer", path: "Fuzz/CFuzzer"),
    .target(
      name: "Program", dependencies: program.dependencies, path: "Sources/brink",
      exclude: ["BrinkCommand.swift"], swiftSettings: strict),
  ]
  func fuzzing(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
      name: name, dependencies: ["CFuzzer", "EventData"] + dependencies, path: "Fuzz/\(name)",
      swiftSettings: strict)
  }
  package.targets += [
    fuzzing("IntakeFuzz", ["Intake"]),
    fuzzing("CoderFuzz", ["Lexicons", "Intake", "Coder"]),
    fuzzing(
      "ParserFuzz",
      ["Terminal", "Lexicons", "Intake", "Coder", "Escalation", "Archive", "Dashboard", "Program"]),
    fuzzing(
      "FrameFuzz",
      ["Terminal", "Lexicons", "Intake", "Coder", "Escalation", "Archive", "Dashboard"]),
  ]
}

// Sanitizers need a build of their own: `make sanitize` has only what its suites need built.
if let suites = Context.environment["BRINK_SUITES"] {
  var kept = Set(suites.split(separator: " ").map(String.init))
  var found = 0
  while kept.count > found {
    found = kept.count
    for target in package.targets where kept.contains(target.name) {
      for case .byNameItem(let name, _) in target.dependencies { kept.insert(name) }
    }
  }
  package.targets.removeAll { !kept.contains($0.name) }
}
