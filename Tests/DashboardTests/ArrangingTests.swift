import Archive
import Synchronization
import Terminal
import Testing

@testable import Dashboard

@Suite("Arranging panes")
struct ArrangingTests {
  private func session(
    after keys: String, columns: Int = 160, rows: Int = 48
  ) throws -> DashboardSession {
    var session = DashboardSession(
      archive: try ArchiveWriter.holding(Story.articles).dashboard,
      size: Size(columns: columns, rows: rows))
    session.send(try KeyNotation.inputs(keys))
    return session
  }

  private func shown(after keys: String, columns: Int = 160, rows: Int = 48) throws -> [PaneID] {
    try session(after: keys, columns: columns, rows: rows).state.layout.panes.map(\.id)
  }

  @Test("has presets for reading, monitoring and comparing, one after the other")
  func presets() throws {
    #expect(try shown(after: "w") == ["articles", "reader"])
    #expect(try shown(after: "ww") == ["escalation", "changes", "alerts", "timeline"])
    #expect(try shown(after: "www") == ["claims", "statements", "dyads", "reader"])
    #expect(try session(after: "wwww").state.arrangement.isEmpty)
    #expect(try session(after: "ww").state.remark == "Layout: monitoring")
    #expect(try session(after: "ww").state.focus == "escalation")
  }

  @Test("puts four panes in two columns, and shows on small screens what can be read")
  func fitsPresets() throws {
    let wide = try session(after: "ww").state.layout
    #expect(wide.panes.map(\.rectangle.column) == [0, 0, 80, 80])
    let small = try session(after: "ww", columns: 60, rows: 16).state.layout
    #expect(small.panes.count == 2)
    #expect(try shown(after: "ww8", columns: 60, rows: 16).contains("timeline"))
  }

  @Test("splits the screen between a pane and the one before, and back")
  func splits() throws {
    #expect(try shown(after: "65v") == ["escalation", "statements"])
    #expect(try session(after: "65v").state.focus == "statements")
    #expect(try shown(after: "65vv") == shown(after: "65"))
  }

  @Test("puts another pane in the place of the one that had the focus")
  func replaces() throws {
    #expect(try shown(after: "65v7") == ["escalation", "events"])
    #expect(try shown(after: "65v6") == ["escalation", "statements"])
    #expect(try shown(after: "65vz") == ["statements"])
    #expect(try shown(after: "65vzz") == ["escalation", "statements"])
  }

  @Test("moves a border by key, and not beyond what a pane needs")
  func widens() throws {
    func width(_ keys: String) throws -> Int {
      try #require(try session(after: keys).state.layout.rectangle(of: "articles")).columns
    }
    let before = try width("w")
    #expect(try width("w>") == before + 4)
    #expect(try width("w><") == before)
    #expect(try width("w<") == before - 4)
    #expect(try width("w" + String(repeating: "<", count: 60)) >= 20)
    #expect(try width("w" + String(repeating: "<", count: 60) + ">") <= 27)
    #expect(try session(after: "z>").state.remark == "Nothing stands beside this pane")
  }

  @Test("moves a border with the pointer that holds it")
  func drags() throws {
    var session = try self.session(after: "w")
    let area = try #require(session.state.layout.rectangle(of: "articles"))
    let edge = area.column + area.columns - 1
    func mouse(_ gesture: Mouse.Gesture, _ column: Int) -> Input {
      .mouse(Mouse(gesture: gesture, column: column, row: 20))
    }
    session.send([mouse(.press, edge), mouse(.drag, edge + 3), mouse(.drag, edge + 10)])
    #expect(session.state.layout.rectangle(of: "articles")?.columns == area.columns + 10)
    #expect(session.state.focus == "articles")
    // A press elsewhere lets go.
    session.send([mouse(.press, 5), mouse(.drag, 30)])
    #expect(session.state.layout.rectangle(of: "articles")?.columns == area.columns + 10)
  }

  @Test("covers the screen without gap or overlap, whatever border is moved")
  func covers() throws {
    for (columns, rows) in [(160, 48), (300, 90), (80, 24), (60, 16)] {
      let layout = try session(after: "", columns: columns, rows: rows).state.layout
      for place in layout.panes {
        for edge in [Border.Edge.right, .lower] {
          for cells in [-500, -3, 2, 500] {
            let moved = layout.moving(Border(edge, of: place.id), by: cells)
            let areas = moved.panes.map(\.rectangle)
            #expect(
              areas.reduce(0) { $0 + $1.columns * $1.rows }
                == layout.panes.reduce(0) { $0 + $1.rectangle.columns * $1.rectangle.rows })
            for (index, area) in areas.enumerated() {
              for other in areas[..<index] { #expect(area.intersection(other).isEmpty) }
            }
          }
        }
      }
    }
  }

  @Test("is remembered for each size of the screen")
  func remembers() throws {
    var session = try self.session(after: "w>")
    let wide = session.state.layout
    session.send([.resize(Size(columns: 200, rows: 50))])
    #expect(session.state.layout.panes.map(\.id) == ["articles", "reader"])
    session.send(try KeyNotation.inputs("ww"))
    session.send([.resize(Size(columns: 160, rows: 48))])
    #expect(session.state.layout == wide)
  }

  @Test("is written as a text that reads the same, and nonsense in it is left out")
  func text() {
    let arrangements = [
      Size(columns: 160, rows: 48): Arrangement(
        panes: ["articles", "reader"],
        moves: [Arrangement.Move(Border(.right, of: "articles"), by: -4)]),
      Size(columns: 80, rows: 24): Arrangement(panes: ["map"]),
    ]
    #expect(ArrangementText.read(ArrangementText.write(arrangements)) == arrangements)
    #expect(ArrangementText.read("x\n160x panes= moves=\n\n1x2 a\n").isEmpty)
  }

  @Test("is kept by whoever can keep it")
  func keeps() throws {
    let kept = Kept()
    var session = DashboardSession(
      archive: DashboardArchive(
        name: "x", reader: try ArchiveWriter.holding(Story.articles).reader,
        catalogue: .invented, readership: Readership(keepLayouts: { kept.put($0) })),
      size: Size(columns: 160, rows: 48))
    session.send(try KeyNotation.inputs("w"))
    #expect(kept.text == "160x48 panes=articles,reader moves=\n")
  }
}

private final class Kept: Sendable {
  private let value = Mutex("")
  var text: String { value.withLock { $0 } }
  func put(_ text: String) { value.withLock { $0 = text } }
}
