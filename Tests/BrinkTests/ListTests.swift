import Testing

@Suite("A list of articles")
struct ListTests {
  @Test("has a line for each that meets the filter, the newest first")
  func list() async throws {
    let home = try await Home.withStory()
    let all = try await home.brink("list")
    #expect(all.output.split(separator: "\n").count == 6)
    #expect(all.output.split(separator: "\n").allSatisfy { $0.split(separator: "\t").count == 3 })
    let some = try await home.brink("list", "--filter", "frigate")
    #expect(some.output.split(separator: "\n").count == 2)
    let others = try await home.brink("list", "--filter", "-frigate")
    #expect(others.output.split(separator: "\n").count == 4)
    let two = try await home.brink("list", "--most", "2").output
    #expect(all.output.hasPrefix(two))
    #expect(two.split(separator: "\n").count == 2)
  }

  @Test("counts what the articles mention")
  func facets() async throws {
    let home = try await Home.withStory()
    let lines = try await home.brink("list", "--facets", "--filter", "frigate").output
      .split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(lines.contains { $0[0] == "actor" })
    let months = lines.filter { $0[0] == "month" }.compactMap { Int($0[1]) }
    #expect(months.reduce(0, +) == 2)
  }

  @Test("points at the character where a filter goes wrong")
  func wrong() async throws {
    let home = try await Home.withStory()
    let run = try await home.brink("list", "--filter", "frigate (x")
    #expect(run.errors.contains("at character 9: the parenthesis is not closed"))
    #expect(run.ending == .exited(2))
    #expect(run.output.isEmpty)
  }
}

@Suite("An archive that is looked after")
struct MaintenanceTests {
  @Test("is whole, and so is its backup, which holds the same articles")
  func backup() async throws {
    let home = try await Home.withStory()
    #expect(try await home.brink("archive", "check").output.hasSuffix("is whole\n"))
    let copy = home.path + "/copy.sqlite"
    #expect(try await home.brink("archive", "backup", copy).ending == .exited(0))
    let list = try await home.brink("list").output
    #expect(try await home.brink("list", "--archive", copy).output == list)
    #expect(try await home.brink("archive", "check", "--archive", copy).ending == .exited(0))
    let again = try await home.brink("archive", "backup", copy)
    #expect(again.errors.contains("there is such a file already"))
    #expect(again.ending == .exited(2))
  }

  @Test("tells what it holds, and is none the worse for being made smaller")
  func vacuum() async throws {
    let home = try await Home.withStory()
    let list = try await home.brink("list").output
    #expect(try await home.brink("archive", "vacuum").ending == .exited(0))
    #expect(try await home.brink("list").output == list)
    #expect(try await home.brink("archive", "stats").output.hasPrefix("articles\t6\n"))
    #expect(try await home.brink("archive", "migrate").output.contains("the newest"))
    #expect(try await home.brink("archive", "check").ending == .exited(0))
  }
}
