import Testing

@Suite("Marks from the shell")
struct MarksTests {
  private static let lines = """
    {"article":"cod-1","kind":"article","read":true,"tags":["cod"]}
    {"article":"cod-2","kind":"article","note":"Ask the ministry.","starred":true}
    {"filter":"outlet:fjord -is:read","name":"fjord"}

    """

  @Test("are imported and exported as they were, and can be asked for")
  func roundTrip() async throws {
    let home = try await Home.withStory()
    let run = try await home.brink("marks", "import", "-", input: Self.lines)
    #expect(run.output == "3 noted in \(home.archive)\n")
    #expect(try await home.brink("marks", "export").output == Self.lines)

    func titles(_ filter: String) async throws -> Int {
      try await home.brink("list", "--filter", filter).output.split(separator: "\n").count
    }
    #expect(try await titles("is:read") == 1)
    #expect(try await titles("is:unread") == 5)
    #expect(try await titles("tag:cod OR has:note") == 2)
    let all = try await titles("outlet:fjord")
    #expect(try await titles("saved:fjord") < all)

    #expect(try await home.brink("recode").ending == .exited(0))
    #expect(try await home.brink("marks", "export").output == Self.lines)
    let other = try await home.brink("marks", "forget", "fjord")
    #expect(other.output == "fjord forgotten\n")
    #expect(try await home.brink("marks", "forget", "fjord").ending == .exited(2))
  }

  @Test("that are none are told of by line, and the others are taken")
  func badLines() async throws {
    let home = try await Home.withStory()
    let input = """
      {"article":"cod-1","kind":"article","read":true}
      {"article":"cod-1"}
      {"article":"cod-1","kind":"picture"}
      oops
      {"article":"unknown","kind":"article","read":true}
      """
    let run = try await home.brink("marks", "import", "-", input: input)
    #expect(
      run.errors == """
        brink: -:2: no mark: there is no ‘kind’ in it; the other lines are read
        brink: -:3: no mark: ‘kind’ has a value that is not known; the other lines are read
        brink: -:4: no mark: it is no JSON object; the other lines are read

        """)
    #expect(
      run.output
        == "1 noted, 1 of articles that are not there, 3 not read in \(home.archive)\n")
    #expect(run.ending == .exited(1))
  }

  @Test("cannot name a filter that is none")
  func badFilter() async throws {
    let home = try await Home.withStory()
    let run = try await home.brink("marks", "save", "mine", "colour:red")
    #expect(run.errors.contains("at character 1: there is no ‘colour:’"))
    #expect(run.ending == .exited(2))
  }
}
