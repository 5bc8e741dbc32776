import Testing

@Suite("Snapshots")
struct SnapshotTests {
  @Test("have the size that was asked for", arguments: ["160x48", "80x24", "40x10", "10x3", "1x1"])
  func size(_ size: String) async throws {
    let home = try await Home.withStory()
    let parts = size.split(separator: "x").compactMap { Int($0) }
    let run = try await home.brink("snapshot", "--size", size)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count == parts[1])
    #expect(lines.allSatisfy { $0.count <= parts[0] })
    #expect(run.ending == .exited(0))
  }

  @Test("show the screen after keys")
  func keys() async throws {
    let home = try await Home.withStory()
    #expect(try await home.brink("snapshot", "--keys", "jj").output.contains("3 of 6"))
    #expect(try await home.brink("snapshot", "--keys", "G").output.contains("6 of 6"))
    #expect(try await home.brink("snapshot", "--keys", "<F1>").output.contains("Keys"))
    let search = try await home.brink("snapshot", "--keys", "/frigate<Enter>").output
    #expect(search.contains("1 of 2"))
    #expect(try await home.brink("snapshot", "--keys", "/frigate⏎<Esc>").output.contains("1 of 6"))
  }

  @Test("hold nothing but ASCII when asked")
  func ascii() async throws {
    let home = try await Home.withStory()
    for keys in ["", "⏎", "3", "?"] {
      let run = try await home.brink("snapshot", "--ascii", "--size", "120x40", "--keys", keys)
      #expect(run.output.utf8.allSatisfy { $0 < 0x7F }, "after \(keys)")
    }
  }
}
