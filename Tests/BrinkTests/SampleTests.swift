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

  /// A picture in a document: how it is made, and what it shows.
  private struct Picture: CustomTestStringConvertible {
    var arguments: [String]
    var text: String
    var testDescription: String { arguments.joined(separator: " ") }

    /// The blocks behind lines “    brink snapshot …”.
    static func all(in document: String) throws -> [Picture] {
      let text = try String(contentsOfFile: "\(root)/\(document)", encoding: .utf8)
      return text.matches(of: /(?s)\n    brink (snapshot[^\n]*)\n\n```\n(.*?)```\n/).map { match in
        Picture(
          arguments: String(match.1).replacing("'", with: "").split(separator: " ").map(
            String.init),
          text: String(match.2))
      }
    }
  }

  @Test(
    "looks as the documents show it; if not, make screens prints it anew",
    arguments: [("README.md", 1), ("Documentation/screens.md", 20)])
  func pictures(_ document: String, _ least: Int) async throws {
    let home = try await Home.withSample()
    let pictures = try Picture.all(in: document)
    #expect(pictures.count >= least)
    for picture in pictures {
      let shown = try await home.run(picture.arguments).output
      #expect(shown == picture.text, "\(picture.testDescription)")
    }
  }
}
