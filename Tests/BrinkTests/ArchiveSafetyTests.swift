import Foundation
import Testing

@Suite("What an archive holds is safe")
struct ArchiveSafetyTests {
  @Test("when imports are killed: transactions are there whole, and the next import completes them")
  func killed() async throws {
    let home = try Home()
    let count = 3200
    let file = try home.scratch.write(Self.articles(0..<count), to: "many.jsonl")
    // The first is killed while it waits for more to read, the others as soon as a reader sees
    // that more is stored.
    let pipe = "\(home.path)/pipe"
    mkfifo(pipe, 0o600)
    let writer = try #require(FileHandle(forUpdatingAtPath: pipe))
    defer { try? writer.close() }
    var stored = 0
    for input in [pipe, file, file] where stored < count {
      let process = try SpawnedProcess(
        path: ProgramRun.brinkPath, arguments: ["import", "-"],
        environment: ProgramRun.plainEnvironment.merging(home.environment) { $1 },
        files: [input, "/dev/null", "/dev/null"])
      if input == pipe { try writer.write(contentsOf: Data(Self.articles(0..<1200).utf8)) }
      var seen = stored
      try await poll(until: "more than \(stored) articles", deadline: .seconds(300)) {
        seen = Self.articles(in: home.archive)
        return seen > stored
      }
      process.kill()
      stored = Self.articles(in: home.archive)
      #expect(stored >= seen)
      if input == pipe { #expect(stored == 768) }
      #expect(stored.isMultiple(of: 768) || stored == count)
      #expect(try Database(home.archive).column("PRAGMA integrity_check") == ["ok"])
    }
    let run = try await home.brink("import", file)
    #expect(run.output.contains("\(stored) unchanged in \(home.archive)"))
    #expect(Self.articles(in: home.archive) == count)
    #expect(try await home.brink("archive", "check").ending == .exited(0))
  }

  @Test("when the file may not grow: the import says why, and goes on when it may")
  func limited() async throws {
    let home = try await Home.withStory()
    let file = try home.scratch.write(Self.articles(0..<200), to: "more.jsonl")
    // In blocks of 512 bytes.
    let run = try await home.run("ulimit -f 100; exec \"$BRINK\" import \(file)")
    #expect(run.errors.hasPrefix("brink: archive \(home.archive): it cannot be written: "))
    #expect(run.errors.contains("Make room for it, or lift the limit, and import again"))
    #expect(run.ending == .exited(69))
    #expect(Self.articles(in: home.archive) == 6)
    #expect(try await home.brink("archive", "check").ending == .exited(0))
    #expect(try await home.brink("import", file).output.hasPrefix("200 added in "))
  }

  @Test(
    "when the disk takes no more: the import says so, and goes on when it does",
    .enabled(if: Disk.isAllowed, "only root may mount a disk"), arguments: [Disk.full, .closed])
  func disk(_ disk: Disk) async throws {
    let home = try await Home.withStory()
    let archive = "\(home.path)/disk/archive.sqlite"
    let file = try home.scratch.write(Self.articles(0..<1200), to: "more.jsonl")
    let run = try await home.run(
      """
      mkdir disk && mount -t tmpfs -o size=64m tmpfs disk && cp \(home.archive) disk/
      mount -o remount,\(disk.limit) disk
      "$BRINK" import --archive \(archive) \(file)
      echo "answers $?"
      "$BRINK" archive check --archive \(archive)
      mount -o remount,rw,size=64m disk
      "$BRINK" import --archive \(archive) \(file)
      """, with: ["unshare", "-m"])
    #expect(run.errors == "brink: archive \(archive): \(disk.report)\n")
    let lines = run.output.split(separator: "\n")
    #expect(lines.prefix(2) == ["answers 69", "\(archive) is whole"])
    // What was stored before the disk was full is not stored again.
    #expect(lines.last?.contains(/^\d+ added/) == true)
  }

  @Test("from who may not write it, or not beside it", arguments: [0o555, 0o755])
  func closed(_ folderMode: mode_t) async throws {
    let home = try await Home.withStory()
    let folder = "\(home.path)/data/brink"
    chmod(folder, folderMode)
    if folderMode == 0o755 { chmod(home.archive, 0o444) }
    defer { chmod(folder, 0o700) }
    let late = try home.scratch.write([Story.late].jsonLines, to: "late.jsonl")
    let run = try await home.run("exec \"$BRINK\" import \(late)", with: Hindrance.permissions)
    #expect(
      run.errors == """
        brink: archive \(home.archive): Permission denied
               Check the path and its permissions.

        """)
    #expect(run.ending == .exited(69))
    #expect(Self.articles(in: home.archive) == 6)
  }

  @Test("when two imports write at once: both store everything, or say that they waited too long")
  func twoWriters() async throws {
    let home = try Home()
    let one = try home.scratch.write(Self.articles(0..<600), to: "one.jsonl")
    let two = try home.scratch.write(Self.articles(300..<900), to: "two.jsonl")
    async let first = home.brink("import", one)
    async let second = home.brink("import", two)
    for (run, file) in [(try await first, one), (try await second, two)]
    where run.ending != .exited(0) {
      #expect(run.errors.contains("another process is writing to it"))
      #expect(run.ending == .exited(69))
      #expect(try await home.brink("import", file).ending == .exited(0))
    }
    #expect(Self.articles(in: home.archive) == 900)
    #expect(try await home.brink("archive", "check").ending == .exited(0))
  }

  /// In a language that is not coded: what is asked is whether they are kept.
  private static func articles(_ numbers: Range<Int>) -> String {
    numbers.map { number in
      let words = (0..<40).map { "blim\(number * 7919 % 10_007 + $0 * 31)" }
      return #"{"id":"s\#(number)","date":"2024-03-11","language":"xx","text":""#
        + words.joined(separator: " ") + "\"}\n"
    }.joined()
  }

  /// As a reader sees them; none while there is no archive yet.
  private static func articles(in archive: String) -> Int {
    guard FileManager.default.fileExists(atPath: archive) else { return 0 }
    let count = try? Database(archive).column("SELECT articles FROM tally").first
    return count.flatMap { Int($0) } ?? 0
  }
}

/// What can be wrong with a disk.
enum Disk: CaseIterable {
  case full, closed

  /// An option of mount.
  var limit: String { self == .full ? "size=1400k" : "ro" }

  var report: String {
    switch self {
    case .full:
      "the disk is full\n       Make room and import again; what is stored is whole."
    case .closed: "Read-only file system\n       Check the path and its permissions."
    }
  }

  static let isAllowed =
    geteuid() == 0
    && (try? SpawnedProcess(
      path: "unshare", arguments: ["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"],
      environment: ProgramRun.plainEnvironment
    ).wait()) == .exited(0)
}

extension Home {
  /// Runs lines of the shell, in which `$BRINK` is the program.
  ///
  /// - Parameter words: of a command that runs the shell.
  fileprivate func run(_ script: String, with words: [String] = []) async throws -> ProgramRun {
    let command = words + ["/bin/sh", "-c", script]
    return try await ProgramRun(
      command[0], Array(command.dropFirst()),
      environment: environment.merging(["BRINK": ProgramRun.brinkPath]) { $1 }, directory: path,
      deadline: .seconds(300))
  }
}
