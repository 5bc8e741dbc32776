import Foundation
import Testing

@Suite("The bundled sample")
struct SampleTests {
  private static let root = ProgramRun.packageDirectory
  private struct Report: Decodable {
    struct Evidence: Decodable {
      var indicator: String
      var day: String
    }

    var level: String
    var cause: String
    var bx: Double
    var evidence: [Evidence]
  }

  @Test("is calm in the first days of January, HIGH by 12 February and CRITICAL on 21 February")
  func levels() async throws {
    let home = try await Home.withSample()
    func report(_ day: String) async throws -> Report {
      let run = try await home.brink("index", "--json", "--why", "--day", day)
      return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    }
    for day in ["2022-01-03", "2022-01-08"] {
      let calm = try await report(day)
      #expect(calm.level == "ROUTINE", "\(calm.cause)")
      #expect(calm.bx < 12)
    }
    // Families of diplomats are told to leave.
    let january = try await report("2022-01-24")
    #expect(january.level == "HIGH")
    #expect(january.cause.hasPrefix("DX1, "))
    #expect(try await report("2022-02-07").level != "HIGH")
    #expect(try await report("2022-02-12").level == "HIGH")
    let february = try await report("2022-02-21")
    #expect(february.level == "CRITICAL")
    #expect(february.cause.hasPrefix("LR3, "))
    let facts = february.evidence.map { "\($0.indicator) \($0.day)" }
    for fact in [
      "LR2 2022-02-21", "LR3 2022-02-21", "ME1 2022-02-19", "DX1 2022-02-18", "DX2 2022-02-17",
    ] {
      #expect(facts.contains(fact))
    }
    let war = try await report("2022-02-24")
    #expect(war.level == "CRITICAL")
    #expect(war.bx > february.bx)
    #expect(war.evidence.contains { $0.indicator == "FU3" && $0.day == "2022-02-24" })
  }

  @Test("looks as the README shows it; if not, paste what brink snapshot prints")
  func readme() async throws {
    let home = try await Home.withSample()
    let readme = try String(contentsOfFile: "\(Self.root)/README.md", encoding: .utf8)
    let screen = try #require(readme.split(separator: "```\n").dropFirst().first)
    let shown = try await home.brink("snapshot", "--size", "80x24").output
    #expect(shown == screen)
  }
}
