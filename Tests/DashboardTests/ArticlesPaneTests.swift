import Archive
import EventData
import Foundation
import Terminal
import Testing

@testable import Dashboard

@Suite("The list of articles")
struct ArticlesPaneTests {
  /// The story in which the second newest article was read and starred.
  private func session(after keys: String, columns: Int = 160) throws -> DashboardSession {
    let writer = try ArchiveWriter.holding(Story.articles)
    var archive = writer.dashboard
    archive = DashboardArchive(
      name: archive.name, reader: writer.reader, catalogue: .invented,
      readership: Readership(mark: { try writer.mark($0, $1) }))
    var session = DashboardSession(archive: archive, size: Size(columns: columns, rows: 14))
    session.send(try KeyNotation.inputs("zjms" + keys))
    return session
  }

  private func lines(after keys: String, columns: Int = 160) throws -> [String] {
    try session(after: keys, columns: columns).state.frame().plain
      .split(separator: "\n").map(String.init)
  }

  @Test("has more columns the wider it is")
  func columns() throws {
    let headings: [(columns: Int, names: [String])] = [
      (40, ["Date", "Title"]), (60, ["Date", "Title", "Ind."]),
      (80, ["Date", "UTC", "Outlet", "Title", "Ind."]),
      (110, ["Date", "UTC", "Outlet", "Title", "Indicators", "Said", "Done"]),
      (160, ["Date", "UTC", "Outlet", "Title", "Same", "Indicators", "Said", "Done"]),
    ]
    for (columns, names) in headings {
      let line = try #require(lines(after: "", columns: columns).first { $0.contains("Date") })
      #expect(
        line.split { !$0.isLetter && $0 != "." }.map(String.init) == names, "\(columns) columns")
    }
  }

  @Test("moves the cursor by marking another title: what stands beside it is not sent again")
  func moves() throws {
    let before = try session(after: "g").state.frame()
    let after = try session(after: "gj").state.frame()
    let titles = try #require(lines(after: "g").first { $0.contains("Title") }?.range(of: "Title"))
    let heading = try #require(lines(after: "g").first { $0.contains("Title") })
    let start = heading.distance(from: heading.startIndex, to: titles.lowerBound)
    for row in 3..<before.size.rows - 2 {
      let changed = (0..<before.size.columns).filter { before[$0, row] != after[$0, row] }
      #expect(changed.allSatisfy { $0 == 1 || $0 >= start && $0 < 120 }, "row \(row)")
      #expect(changed.isEmpty == (row > 4), "row \(row)")
    }
  }

  @Test("tells of each article the day of the week, what was noted, and its indicators")
  func rows() throws {
    let rows = try lines(after: "").filter { $0.contains("2031-05-0") && $0.hasPrefix("║") }
    #expect(rows[0].contains("2031-05-04 Sun") && rows[0].contains("• ") && rows[0].contains("TH1"))
    #expect(rows[1].contains("2031-05-03 Sat") && rows[1].contains("✓★") && rows[1].contains("MP1"))
  }

  @Test("goes through its orders by a key, and says which one it is in")
  func sorts() throws {
    func titles(_ keys: String) throws -> [String] {
      try lines(after: keys).compactMap { line in
        ["Minister", "Norvane says", "Harbour Council asks", "First patrol"].first {
          line.hasPrefix("║") && line.contains($0)
        }
      }
    }
    #expect(try lines(after: "S")[1].contains("1 Articles by outlet ═"))
    #expect(
      try titles("S") == ["Norvane says", "First patrol", "Minister", "Harbour Council asks"])
    #expect(try lines(after: "SS")[1].contains("1 Articles most escalating first ═"))
    #expect(
      try titles("SS") == ["Minister", "Norvane says", "Harbour Council asks", "First patrol"])
    #expect(try lines(after: "SSS")[1].contains("1 Articles unread first ═"))
    #expect(
      try titles("SSS") == ["Minister", "Harbour Council asks", "First patrol", "Norvane says"])
    #expect(try lines(after: "SSSS")[1].contains("1 Articles ═"))
    #expect(try titles("SSSS") == titles(""))
    // By its name as well.
    #expect(try lines(after: ":sort⏎")[1].contains("1 Articles by outlet ═"))
  }

  @Test("goes on to the next unread article when one was read")
  func unreadFirst() throws {
    let shown = try lines(after: "SSS⏎<Esc>")
    #expect(shown.contains { $0.contains("▸") && $0.contains("Harbour Council asks") })
  }

  @Test("keeps its order under a filter, and shows in it what is opened from elsewhere")
  func elsewhere() throws {
    let filtered = try session(after: "S/actor:norvane⏎").state.frame().plain
    #expect(filtered.contains("1 Articles by outlet ═"))
    let opened = try lines(after: "SSz5zG⏎z1z")
    #expect(opened.contains { $0.contains("▸") && $0.contains("First patrol") })
  }

  @Test("shows of many indicators the gravest, and how many more there are")
  func codes() {
    func text(_ ids: [String], _ columns: Int) -> String {
      IndicatorCodes.runs(ids, columns: columns).map(\.text.string).joined()
    }
    #expect(text([], 7) == "·")
    #expect(text(["TH1", "MP1"], 7) == "TH1 MP1")
    #expect(text(["TH1", "MP1", "DE1"], 7) == "TH1 +2")
    #expect(text(["TH1", "MP1", "DE1"], 11) == "TH1 MP1 DE1")
    #expect(text(["TH1", "MP1", "DE1", "DE2", "DE3"], 11) == "TH1 MP1 +3")
  }
}
