import Foundation
import Testing

@Suite("A user's keys and palettes")
struct KeysTests {
  private func home(keys: String) async throws -> Home {
    let home = try await Home.withStory()
    try home.configure(keys, file: "keys.yaml")
    return home
  }

  @Test("are in force in the dashboard, and listed by brink keys")
  func inForce() async throws {
    let home = try await home(keys: "# mine\nzoom: Z <F5>\nlast: [E, <End>]\n")
    let keys = try await home.brink("keys")
    #expect(keys.ending == .exited(0))
    #expect(keys.output.contains(/zoom +Z <F5> +This pane alone/))
    #expect(keys.output.contains(/actors\/open +<Space> +instead of page-down/))
    let last = try await home.brink("snapshot", "--keys", "E").output
    #expect(last.contains("6 of 6"))
  }

  @Test(
    "that cannot be are told of with file and line",
    arguments: [
      ("zoom: Z\nzooom: x\n", ":2", "no action ‘zooom’"),
      ("zoom: <Entre>\n", ":1", "‘<Entre>’ is no key"),
      ("zoom: x\ndown: x\n", ":2", "given to ‘zoom’ in line 1"),
      ("quit: []\n", ":1", "nothing would be left for ‘quit’"),
      ("zoom: [\n", ":", "keys "), ("zoom\n", "", "“action: keys”"),
    ])
  func complains(_ text: String, _ line: String, _ reason: String) async throws {
    let run = try await home(keys: text).brink("keys")
    #expect(run.ending != .exited(0))
    #expect(run.errors.contains("keys.yaml\(line)") && run.errors.contains(reason))
  }
}
