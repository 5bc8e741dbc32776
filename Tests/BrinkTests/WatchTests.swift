import Foundation
import Testing

@Suite("Watching a folder")
struct WatchTests {
  @Test("imports what is there and what is dropped, when it is whole, and moves nothing")
  func imports() async throws {
    let home = try Home()
    let folder = "\(home.path)/drop"
    try FileManager.default.createDirectory(
      atPath: "\(folder)/deep", withIntermediateDirectories: true)
    try home.scratch.write([Story.articles[0]].jsonLines, to: "drop/deep/a.jsonl")
    let output = "\(home.path)/output"
    let watch = try SpawnedProcess(
      path: ProgramRun.brinkPath, arguments: ["watch", folder],
      environment: ProgramRun.plainEnvironment.merging(home.environment) { $1 },
      files: ["/dev/null", output, "/dev/null"])
    defer { watch.kill() }
    func lines(_ count: Int) async throws -> [String] {
      let end = ContinuousClock.now + .seconds(300)
      while ContinuousClock.now < end {
        let lines = try home.scratch.read("output").split(separator: "\n").map(String.init)
        if lines.count >= count { return lines }
        try await Task.sleep(for: .milliseconds(20))
      }
      throw HarnessError("not \(count) lines: \(try home.scratch.read("output"))")
    }
    #expect(try await lines(1) == ["1 added in \(home.archive)"])

    // A file that is written in two pieces, one that is moved there, one in a new folder.
    let whole = [Story.articles[1]].jsonLines
    let file = try FileHandle(
      forWritingTo: URL(fileURLWithPath: home.scratch.write("", to: "drop/b.jsonl.part")))
    try file.write(contentsOf: Data(whole.utf8.prefix(50)))
    try file.write(contentsOf: Data(whole.utf8.dropFirst(50)))
    try file.close()
    try FileManager.default.moveItem(atPath: "\(folder)/b.jsonl.part", toPath: "\(folder)/b.jsonl")
    #expect(try await lines(2).last == "1 added in \(home.archive)")

    try FileManager.default.createDirectory(
      atPath: "\(folder)/new", withIntermediateDirectories: true)
    try home.scratch.write([Story.articles[2]].jsonLines, to: "drop/new/c.jsonl")
    #expect(try await lines(3).last == "1 added in \(home.archive)")
    let left = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    #expect(left == ["b.jsonl", "deep", "deep/a.jsonl", "new", "new/c.jsonl"])
  }

  @Test("says that there is no such folder")
  func missing() async throws {
    let home = try Home()
    let run = try await home.brink("watch", "\(home.path)/none")
    #expect(run.errors == "brink: \(home.path)/none: there is no such file; check its name\n")
    #expect(run.ending == .exited(66))
  }
}
