import Foundation
import Testing

@Suite("An archive that cannot be used")
struct ArchiveTroubleTests {
  /// The commands that only read, and those that write.
  private static let readers = [["snapshot"], ["dashboard"]]
  private static let writers = [["import", "-"], ["recode"]]

  @Test("is missing", arguments: readers + [["recode"]])
  func missing(_ command: [String]) async throws {
    let home = try Home()
    let run = try await home.run(command, input: [Story.late].jsonLines)
    #expect(
      run.errors == """
        brink: archive \(home.archive): there is no such file
               Make it by importing articles: brink import FILE… To look around first: brink sample

        """)
    #expect(run.ending == .exited(69))
    #expect(!FileManager.default.fileExists(atPath: "\(home.path)/data"))
  }

  @Test("is another file", arguments: readers + writers)
  func anotherFile(_ command: [String]) async throws {
    let home = try Home()
    let text = try home.scratch.write("Dear diary, no news today.", to: "diary.txt")
    let other = "\(home.path)/other.sqlite"
    try Database(other).execute("CREATE TABLE recipe (name TEXT)")
    try FileManager.default.createDirectory(
      atPath: "\(home.path)/folder", withIntermediateDirectories: true)

    for path in [text, other] {
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      let run = try await home.run(command + ["--archive", path], input: [Story.late].jsonLines)
      #expect(
        run.errors == """
          brink: archive \(path): it is not an archive of brink
                 Name another file with --archive; this one was not changed.

          """)
      #expect(run.ending == .exited(69))
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
    let run = try await home.run(
      command + ["--archive", "\(home.path)/folder"], input: [Story.late].jsonLines)
    #expect(run.errors.hasPrefix("brink: archive \(home.path)/folder: "))
    #expect(run.ending == .exited(69))
  }

  @Test("is of a newer brink", arguments: readers + writers)
  func newer(_ command: [String]) async throws {
    let home = try await Home.withStory()
    try Database(home.archive).execute("PRAGMA user_version = 99")
    let run = try await home.run(command, input: [Story.late].jsonLines)
    #expect(run.errors.contains("it is of version 99, and this brink knows up to "))
    #expect(run.errors.contains("Use a newer brink; the archive was not changed."))
    #expect(run.ending == .exited(69))
  }

  @Test("is damaged")
  func damaged() async throws {
    let home = try await Home.withStory()
    let file = URL(fileURLWithPath: home.archive)
    try Database(home.archive).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    let whole = try Data(contentsOf: file)

    // Cut off behind the first page: seen when it is opened.
    try whole.prefix(5000).write(to: file)
    for command in Self.readers + Self.writers {
      let run = try await home.run(command, input: [Story.late].jsonLines)
      #expect(run.errors.hasPrefix("brink: archive \(home.archive): it is damaged ("))
      #expect(run.errors.contains("Restore it from a backup"))
      #expect(run.ending == .exited(69), "\(command)")
    }

    // A part is missing: seen when its rows are asked for, on the screen and by the shell.
    try whole.write(to: file)
    try Database(home.archive).execute("DROP TABLE article")
    let run = try await home.brink("snapshot", "--size", "100x30")
    #expect(run.output.contains("The archive is damaged"))
    #expect(run.errors.hasPrefix("brink: archive \(home.archive): The archive is damaged"))
    #expect(run.ending == .exited(69))
  }

  @Test("is being written to by another process")
  func locked() async throws {
    let home = try await Home.withStory()
    let other = try Database(home.archive)
    try other.execute("BEGIN IMMEDIATE")

    let run = try await home.brink("import", "-", input: [Story.late].jsonLines)
    #expect(
      run.errors == """
        brink: archive \(home.archive): another process is writing to it
               Try again when that import has finished.

        """)
    #expect(run.ending == .exited(69))
    // Who only reads does not wait.
    #expect(try await home.brink("snapshot").output.contains("1 of 6"))

    try other.execute("COMMIT")
    let again = try await home.brink("import", "-", input: [Story.late].jsonLines)
    #expect(again.ending == .exited(0))
    #expect(try await home.brink("snapshot").output.contains("1 of 7"))
  }

  @Test("lies where nothing can be made", arguments: ["/proc/brink/a.sqlite", "/dev/null/a"])
  func unwritable(_ path: String) async throws {
    let run = try await Home().brink(
      "import", "-", "--archive", path, input: [Story.late].jsonLines)
    #expect(run.errors.hasPrefix("brink: archive \(path): "))
    #expect(run.errors.contains("Check the path and its permissions."))
    #expect(run.ending == .exited(69))
  }
}
