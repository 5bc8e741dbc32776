import Foundation
import Testing

@Suite("The first run", .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
struct FirstRunTests {
  private func files(_ home: Home) -> (own: Bool, sample: Bool) {
    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
    return (exists(home.archive), exists("\(home.path)/cache/brink/sample.sqlite"))
  }

  @Test("says how news comes in and opens the sample, in an archive of its own")
  func sample() async throws {
    let home = try Home()
    let screen = try await home.dashboard()
    let offer = try await screen.wait(for: "Open the sample now?")
    #expect(offer.contains("brink import FILE…"))
    try await screen.press("Enter")
    try await screen.wait(for: "Guide 1/11  j goes down")
    try await screen.wait(for: "sample.sqlite")
    try await screen.type("j")
    try await screen.wait(for: "Guide 2/11  Enter reads the article")
    #expect(files(home) == (own: false, sample: true))
    try await screen.type("q")
    #expect(try await screen.exitCode() == 0)
    // What was made before is opened again.
    let again = try await home.dashboard("sample")
    try await again.wait(for: "Guide 1/11")
  }

  @Test("makes nothing for who says no")
  func declined() async throws {
    let home = try Home()
    let screen = try await home.dashboard()
    try await screen.wait(for: "Open the sample now?")
    try await screen.type("n")
    try await screen.press("Enter")
    #expect(try await screen.exitCode() == 0)
    #expect(files(home) == (own: false, sample: false))
  }

  @Test("asks nobody who has named an archive: that it is missing is a slip")
  func named() async throws {
    let home = try Home()
    let screen = try await home.dashboard("--archive", "\(home.path)/other.sqlite")
    try await screen.wait(for: "Make it by importing articles")
    #expect(try await screen.exitCode() == 69)
  }
}
