import Foundation
import Glibc
import Testing

@Suite("A wall", .enabled(if: TmuxScreen.isAvailable, "tmux is not installed"))
struct WallTests {
  private func wall(
    _ home: Home, _ playlist: String, _ options: String..., columns: Int = 120, rows: Int = 40
  ) async throws -> TmuxScreen {
    let file = try home.scratch.write(playlist, to: "wall.yaml")
    return try await TmuxScreen(
      ProgramRun.brinkPath, ["kiosk", "--playlist", file] + options, columns: columns, rows: rows,
      environment: home.environment, directory: home.path)
  }

  @Test("shows its views in turn, locked in, with the clock of its time zone")
  func turns() async throws {
    let home = try await Home.withStory()
    let screen = try await wall(
      home,
      """
      seconds: 60
      views:
        - show: level
        - show: [escalation, alerts]
          filter: region:Iceland
          seconds: 90
        - show: overview
      """, "--hasten", "60")
    try await screen.wait(for: "═ Level ")
    try await screen.wait(for: "View 2 of 3")
    try await screen.wait(until: "the filter is on") { $0.contains("“region:Iceland”") }
    try await screen.wait(for: "View 3 of 3")
    try await screen.wait(for: "View 1 of 3")
    let pid = try await screen.fact("pane_pid")
    let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
    #expect(status.contains("NoNewPrivs:\t1"))
  }

  @Test("lets an alert take over that another process finds, and gives the screen back")
  func alert() async throws {
    let home = try await Home.withStory()
    // A minute of the wall is six seconds here: none but a very slow look would miss it.
    let screen = try await wall(home, "views: [{show: articles}]", "--hasten", "10")
    try await screen.wait(for: "of 6")
    try await home.importing(Self.clash)
    try await screen.wait(until: "the alert takes over") {
      $0.contains("═ Alert ") && $0.contains("██")
    }
    try await screen.wait(until: "the articles are back") {
      $0.contains("═ 1 Articles ") && $0.contains("data as of 2024-03-11")
    }
  }

  private static let clash = [
    StoryArticle(
      id: "cod-8", title: "Iceland accuses Portugal", date: "2024-03-10", source: "Fjord Gazette",
      text: "Iceland said that Portuguese warships had attacked an Icelandic patrol boat."),
    StoryArticle(
      id: "cod-9", title: "Portugal denies it", date: "2024-03-11", source: "Douro Herald",
      text: "Portugal denied that its warships had attacked an Icelandic patrol boat."),
    StoryArticle(
      id: "cod-10", title: "Shells fall on Akranes", date: "2024-03-11", source: "Baltic Courier",
      text: "Portugal shelled Iceland on Monday, killing 40 soldiers. Portugal attacked Reykjavik."),
  ]

  @Test("moves its picture, and the clock goes on, while nobody touches it")
  func shift() async throws {
    let home = try await Home.withStory()
    let screen = try await wall(home, "views: [{show: level}]", "--hasten", "200")
    let first = try await screen.wait(for: "═ Level ")
    func indent(_ text: String) -> Int {
      text.split(separator: "\n").first { $0.contains("╔") }?.prefix { $0 == " " }.count ?? -1
    }
    try await screen.wait(until: "the picture has moved") {
      indent($0) >= 0 && indent($0) != indent(first)
    }
  }

  @Test("goes by the clock wherever it jumps, and by time that only passes in everything else")
  func clock() async throws {
    let home = try await Home.withStory()
    // The clock is when a file was changed last.
    let library = try await home.library(
      """
      #include <sys/stat.h>
      #include <time.h>
      time_t time(time_t *result) {
        struct stat status = {0};
        stat("clock", &status);
        if (result) *result = status.st_mtime;
        return status.st_mtime;
      }

      """, called: "clock")
    func set(_ second: Int) throws {
      try home.scratch.write("", to: "clock.new")
      var times = [timeval(), timeval()]
      for index in times.indices { times[index].tv_sec = second }
      utimes("\(home.path)/clock.new", &times)
      rename("\(home.path)/clock.new", "\(home.path)/clock")
    }
    // A minute before Central European Summer Time begins.
    let night = 1_711_846_740
    try set(night)
    let file = try home.scratch.write(
      "views: [{show: articles, seconds: 5}, {show: level, seconds: 5}]", to: "wall.yaml")
    let screen = try await home.dashboard(
      "kiosk", "--playlist", file, columns: 120,
      environment: ["LD_PRELOAD": library, "TZ": "CET-1CEST,M3.5.0,M10.5.0/3"])
    let day = 86_400
    for (second, shown) in [
      (night, "22 days old · 01:59 CET"), (night + 60, "22 days old · 03:00 CEST"),
      (night + 4000 * day, "4,022 days old · 01:59 CET"),
      (night - 400 * day, "2024-03-09 Sat · 01:59 CET"),
    ] {
      try set(second)
      try await screen.wait(for: shown)
    }
    // Both views still come in their turn, each for its seconds.
    try await screen.wait(for: "View 1 of 2")
    try await screen.wait(for: "View 2 of 2")
    try set(night + 60)
    try await screen.wait(for: "22 days old · 03:00 CEST")
    try await screen.wait(for: "View 1 of 2")
  }

  @Test(
    "says what is wrong with a playlist, and in which line",
    arguments: [
      ("", "1: it holds no views"),
      ("seconds: 20\n", "1: ‘views:’ must be a list of what to show"),
      ("views: level\n", "1: ‘views:’ must be a list of what to show"),
      ("views:\n  - show: level\n    second: 9\n", "3: there is no ‘second’ here"),
      ("views:\n  - show: level\n  - show: nothing\n", "3: there is no pane ‘nothing’"),
      (
        "views:\n  - show: level\n    seconds: 2\n",
        "3: ‘seconds:’ takes a whole number from 5 to 86400"
      ),
      ("views:\n  - seconds: 9\n", "2: a view needs ‘show:’"),
      ("views:\n  - show: [level, level]\n", "2: ‘level’ stands twice in a view"),
      ("views:\n  - show: []\n", "2: a view shows 1 to 4 panes"),
      (
        "views:\n  - show: level\n    filter: actr:Iceland\n",
        "3: filter ‘actr:Iceland’, character 1: there is no ‘actr:’"
      ),
      ("views: [\n", "2: did not find expected node content"),
      ("- level\n", "1: here must be lines of the form “key: value”"),
    ])
  func errors(_ text: String, _ expected: String) async throws {
    let home = try await Home.withStory()
    let file = try home.scratch.write(text, to: "wall.yaml")
    let run = try await home.brink("kiosk", "--playlist", file)
    #expect(run.errors.hasPrefix("brink: playlist \(file):\(expected)"), "\(run.errors)")
    #expect(run.ending == .exited(78))
  }

  @Test("says that there is no playlist of that name")
  func missing() async throws {
    let home = try await Home.withStory()
    let run = try await home.brink("kiosk", "--playlist", "\(home.path)/none.yaml")
    #expect(run.errors.hasPrefix("brink: playlist \(home.path)/none.yaml: there is no such file\n"))
    let idle = try await home.brink("kiosk", "--playlist", "x", "--idle", "0")
    #expect(idle.ending == .exited(2))
  }
}
