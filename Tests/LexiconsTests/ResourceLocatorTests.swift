import Lexicons
import Testing

@Suite("Resources are looked for")
struct ResourceLocatorTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func root(
    _ environment: [String: String] = [:], executable: String = "usr/bin/brink",
    workingDirectory: String = "home/anna"
  ) throws(LexiconError) -> String {
    let found = try ResourceLocator(
      environment: environment, executable: "\(folder.path)/\(executable)",
      workingDirectory: "\(folder.path)/\(workingDirectory)"
    ).root
    return String(found.dropFirst(folder.path.count + 1))
  }

  private func make(_ roots: String...) throws {
    for root in roots { _ = try folder.folder("\(root)/lexicons") }
  }

  @Test("first where the environment says, then beside the program, then in a checkout")
  func order() throws {
    try make("elsewhere", "usr/share/brink", "usr/bin/Resources", "home/anna/Resources")
    let environment = ["BRINK_RESOURCES": "\(folder.path)/elsewhere"]
    #expect(try root(environment) == "elsewhere")
    #expect(try root(["BRINK_RESOURCES": ""]) == "usr/share/brink")
    #expect(try root() == "usr/share/brink")
    #expect(try root(executable: "opt/brink") == "home/anna/Resources")
  }

  @Test("above the program before above the working directory, the nearest first")
  func checkouts() throws {
    try make("src/brink/Resources", "Resources", "home/anna/Resources")
    #expect(try root(executable: "src/brink/.build/debug/brink") == "src/brink/Resources")
    #expect(try root(executable: "src/tool/brink") == "Resources")
  }

  @Test("above the working directory when there are none above the program")
  func workingDirectory() throws {
    try make("home/Resources")
    #expect(try root(workingDirectory: "home/anna/deep/er") == "home/Resources")
  }

  @Test("only where they hold lexicons, as a folder")
  func withoutLexicons() throws {
    _ = try folder.folder("usr/share/brink")
    try folder.write("", to: "usr/share/brink/lexicons")
    try make("home/anna/Resources")
    #expect(try root() == "home/anna/Resources")
  }

  @Test("nowhere else when the environment names a folder")
  func environmentOnly() throws {
    try make("usr/share/brink")
    let named = "\(folder.path)/wrong"
    #expect(throws: LexiconError.noResources(searched: [named])) {
      try root(["BRINK_RESOURCES": named])
    }
  }

  @Test("and the error lists every place that was tried, in order")
  func missing() throws {
    let error = #expect(throws: LexiconError.self) { try root() }
    guard case .noResources(let searched)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(
      searched.prefix(3) == [
        "\(folder.path)/usr/share/brink", "\(folder.path)/usr/bin/Resources",
        "\(folder.path)/usr/Resources",
      ])
    #expect(searched.contains("\(folder.path)/home/anna/Resources"))
    #expect(searched.contains("\(folder.path)/home/Resources"))
  }

  @Test("and give paths inside")
  func path() {
    #expect(ResourceLocator(root: "/r").path("lexicons/states.tsv") == "/r/lexicons/states.tsv")
  }
}
