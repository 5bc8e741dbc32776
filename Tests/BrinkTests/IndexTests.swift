import Foundation
import Testing

@Suite("The escalation index of an archive")
struct IndexTests {
  private func json(_ home: Home, _ arguments: String...) async throws -> [String: Any] {
    let run = try await home.run(["index", "--json"] + arguments)
    #expect(run.exitCode == 0, "\(run.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test("is printed with its cause, its bars and the sentences behind it")
  func prints() async throws {
    let home = try await Home.withStory()
    let text = try await home.brink("index").output
    #expect(text.hasPrefix("2024-03-09  "))
    #expect(text.contains("FU  use of force"))
    #expect(text.contains("THIN EVIDENCE"))
    #expect(text.contains("[Fjord Gazette, cod-5:"))
    #expect(try await home.brink("index", "--day", "2024-03-04").output.hasPrefix("2024-03-04  "))
  }

  @Test("can be made again from its events: weight, status, belief, size and time")
  func why() async throws {
    let home = try await Home.withStory()
    let report = try await json(home, "--why")
    let bars = try #require(report["bars"] as? [[String: Any]])
    let calm = try #require(report["calm"] as? [String: Any])
    let evidence = try #require(report["evidence"] as? [[String: Any]])
    func number(_ object: [String: Any], _ key: String) -> Double {
      (object[key] as? NSNumber)?.doubleValue ?? .nan
    }
    var sum = 0.0
    for bar in bars + [calm] {
      let found = evidence.filter { $0["family"] as? String == bar["family"] as? String }
      var points = 0.0
      for event in found {
        points += ["weight", "reality", "credibility", "size", "decay"]
          .reduce(1) { $0 * number(event, $1) }
        #expect(!(event["reports"] as? [Any] ?? []).isEmpty)
      }
      #expect(abs(points - number(bar, "points")) < 0.001)
      let isCalm = bar["family"] as? String == "DE"
      let value = number(bar, "maximum") * (1 - exp(-points / (isCalm ? 30 : 15)))
      #expect(abs(value - number(bar, "value")) < 0.001)
      if !isCalm { sum += value }
    }
    #expect(abs(sum - number(report, "bx")) < 0.05)
    #expect(evidence.count == report["events"] as? Int)
    let why = try await home.brink("index", "--why").output
    #expect(why.contains("× time"))
    #expect(why.contains(", occurred, 2024-03-08, belief 0."))
  }

  @Test("is one line for scripts, and the level its exit code")
  func status() async throws {
    let home = try await Home.withStory()
    let run = try await home.brink("status")
    let levels = ["ROUTINE", "WATCH", "ELEVATED", "HIGH", "CRITICAL"]
    #expect(run.output.hasPrefix("2024-03-09 \(levels[Int(run.exitCode)]) BX "))
    #expect(run.output.split(separator: "\n").count == 1)
    let empty = try Home()
    _ = try await empty.brink("import", "-", input: #"{"text": "It rained."}"#)
    let unknown = try await empty.run(["status"])
    #expect(unknown.exitCode == 66 && unknown.output.isEmpty)
    #expect(unknown.errors.contains("nothing in it is dated"))
    #expect(try await empty.brink("index").output == "no level  nothing in it is dated\n")
    #expect(
      try await empty.brink("index", "--json").output
        == #"{"day":null,"level":null,"cause":"nothing in it is dated"}"# + "\n")
    #expect(try await Home().brink("status").exitCode == 69)
  }

  @Test("is calm where texts were read and tell of nothing")
  func quiet() async throws {
    let home = try Home()
    try await home.importing([
      StoryArticle(id: "rain", title: "Rain", date: "2024-03-04", text: "It rained in Lisbon.")
    ])
    #expect(try await home.brink("index").output == "2024-03-04  ROUTINE  no event that counts\n")
    let run = try await home.run(["status"])
    #expect(run.exitCode == 0 && run.output == "2024-03-04 ROUTINE: no event that counts\n")
  }

  @Test("says of a day after the last text that nothing was read, and calls it thin")
  func later() async throws {
    let home = try await Home.withStory()
    let report = try await home.brink("index", "--day", "2024-06-01").output
    #expect(report.contains("nothing read since 2024-03-09"))
    #expect(report.contains("THIN EVIDENCE: 0 texts in 14 days"))
  }

  /// What must not matter, tried on the words that a scraper leaves.
  @Test(
    "does not change with order, copies, furniture, shuffled sentences or lost apostrophes",
    arguments: ["reversed", "twice", "copies", "furniture", "shuffled", "apostrophes"])
  func invariance(_ change: String) async throws {
    var articles = Story.articles
    let plain = articles.count
    switch change {
    case "reversed": articles.reverse()
    case "twice": articles += articles
    case "copies":
      articles += (0..<5).map { copy in
        var article = Story.articles[copy % plain]
        article.id = "copy-\(copy)"
        article.source = "Paper \(copy)"
        article.text += "\n\n(Reporting by our wire)"
        return article
      }
    case "furniture":
      articles[3].text += "\n\nShare this article\n\nSign up for our newsletter"
    case "shuffled":
      articles[1].text = articles[1].text.split(separator: "\n\n").reversed()
        .joined(separator: "\n\n")
    default:
      articles[1].text = articles[1].text.replacing("’", with: "").replacing("'", with: "")
    }
    let home = try Home()
    try await home.importing(articles)
    let expected = try await json(Home.withStory())
    let found = try await json(home)
    for key in ["day", "level", "bx", "rx", "breadth", "events", "word_share"] {
      #expect("\(found[key] ?? "")" == "\(expected[key] ?? "")", "\(key)")
    }
  }

  @Test("follows a correction until it is undone")
  func corrections() async throws {
    let home = try await Home.withStory()
    let before = try await home.brink("index", "--json").output
    let event = try #require(before.firstMatch(of: /"id":"(cod-5:\d+)"/)).1
    let run = try await home.brink(
      "correct", String(event), "--dismiss", "--reason", "an exercise", "--author", "Ada")
    #expect(run.output == "correction 1: \(event) dismissed none\n")
    #expect(try await home.brink("index", "--json").output != before)
    let list = try await home.brink("correct", "--list").output
    #expect(list.contains("\(event)  dismissed  Ada: an exercise"))
    #expect(try await home.brink("correct", "--undo", "1").output == "correction 1 undone\n")
    #expect(try await home.brink("index", "--json").output == before)
  }

  @Test(
    "is not corrected by half",
    arguments: [
      (["cod-5:1", "--dismiss"], "no reason is given"),
      (["--dismiss", "--reason", "r"], "no event is named"),
      (["cod-5", "--dismiss", "--reason", "r"], "only the date can be set"),
      (["cod-99:1", "--dismiss", "--reason", "r"], "no such event"),
      (["cod-5:1", "--status", "sung", "--reason", "r"], "no such status"),
      (["cod-5:1", "--date", "2024-02-30", "--reason", "r"], "no such day"),
      (["--level", "LOUD", "--reason", "r"], "no such level"),
      (["--undo", "7"], "none to undo"), (["--undo", "L7"], "none to undo"),
      ([], "nothing is to be set right"),
    ])
  func refusals(_ arguments: [String], _ reason: String) async throws {
    let home = try await Home.withStory()
    let run = try await home.run(["correct"] + arguments)
    #expect(run.exitCode == 2)
    #expect(run.errors.contains(reason), "\(run.errors)")
  }

  @Test("shows the level that a person has set beside its own")
  func analystLevel() async throws {
    let home = try await Home.withStory()
    _ = try await home.brink(
      "correct", "--level", "critical", "--until", "2024-04-01", "--reason", "fleet seen",
      "--author", "Ada")
    #expect(
      try await home.brink("index").output
        .contains("Set by Ada until 2024-04-01: CRITICAL, fleet seen"))
    _ = try await home.brink("correct", "--level", "none")
    #expect(try await !home.brink("index").output.contains("Set by"))
  }

  @Test("lists corrections with what was coded, and levels, and takes a level back")
  func correctionList() async throws {
    let home = try await Home.withStory()
    let before = try await home.brink("index", "--json").output
    let event = try #require(before.firstMatch(of: /"id":"(cod-5:\d+)"/)).1
    _ = try await home.brink(
      "correct", String(event), "--status", "forecast", "--reason", "only feared", "--author",
      "Ada")
    _ = try await home.brink(
      "correct", "--level", "critical", "--reason", "fleet seen", "--author", "Ada")
    let list = try await home.brink("correct", "--list").output
    #expect(list.contains("\(event)  status occurred → forecast  Ada: only feared"))
    #expect(list.contains(/L1 .*level CRITICAL from .* on  Ada: fleet seen/))
    #expect(try await home.brink("status").output.contains("CRITICAL as set by Ada"))
    #expect(try await home.brink("correct", "--undo", "L1").output == "level L1 undone\n")
    #expect(try await !home.brink("status").output.contains("set by"))
    #expect(try await home.brink("correct", "--list").output.contains("fleet seen  (undone)"))
  }

  @Test("follows a person's own catalogue, and says where it is wrong")
  func ownCatalogue() async throws {
    let home = try await Home.withStory()
    try FileManager.default.createDirectory(
      atPath: "\(home.path)/config/brink", withIntermediateDirectories: true)
    func own(_ line: String) throws {
      try "key\tvalue\treason\n\(line)\n".write(
        toFile: "\(home.path)/config/brink/escalation.tsv", atomically: true, encoding: .utf8)
    }
    try own("level.watch\t0.1\tjumpy")
    let refused = try await home.brink("status")
    #expect(refused.exitCode == 69)
    #expect(refused.errors.contains("brink recode"))
    _ = try await home.brink("recode")
    #expect(try await home.brink("index").output.contains("BX has reached 0"))
    try own("bar.FU\t50\tmuch")
    for arguments in [["status"], ["index", "--why"], ["index", "--json"], ["snapshot"]] {
      let refused = try await home.run(arguments)
      #expect(refused.exitCode == 78)
      #expect(refused.errors.contains("escalation.tsv:2: the bars of the ten families"))
    }
    try own("level.watch\t0.2\tcalmer")
    #expect(
      try await home.run(["snapshot", "--keys", "6z"]).output.contains("brink recode"))
    try own("level.watch\thigh\tnonsense")
    let wrong = try await home.brink("status")
    #expect(wrong.exitCode == 78)
    #expect(wrong.errors.contains("escalation.tsv:2: ‘high’ cannot stand in the column value"))
  }
}
