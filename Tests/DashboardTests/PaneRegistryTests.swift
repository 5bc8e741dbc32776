import Archive
import Foundation
import Terminal
import Testing

@testable import Dashboard

@Suite("The registry of panes")
struct PaneRegistryTests {
  @Test("lists every file in Panes/")
  func listsAllFiles() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Dashboard/Panes")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let listed = PaneRegistry.standard.panes.map { "\(type(of: $0)).swift" }
    #expect(files.sorted() == listed.sorted())
  }

  @Test("gives every pane an id and a title of its own, and companions that exist")
  func hasUniqueNames() {
    let panes = PaneRegistry.standard.panes.map { type(of: $0) }
    #expect(Set(panes.map { $0.id }).count == panes.count)
    #expect(Set(panes.map { $0.title }).count == panes.count)
    for pane in panes { #expect(panes.contains { $0.id == pane.placement.companion }) }
  }
}

/// A pane as somebody would add it: this and a line in a registry.
private struct CountPane: Pane {
  static let id: PaneID = "count"
  static let title = "Count"
  static let placement = Placement(
    ofTwo: 0, ofThree: 0, minimumRows: 3, weight: 1, companion: "count")
  static let actions = [
    Action(.open, "Count again", keys: [.character("c")], in: .pane(id))
  ]

  private var counted = 0

  mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    action == .open ? [count(view)] : nil
  }

  mutating func hear(_ notice: Notice, in view: PaneView) -> [PaneRequest]? {
    if case .scopeChanged = notice { [count(view)] } else { [] }
  }

  mutating func receive(_ content: Int, in view: PaneView) -> [PaneRequest] {
    counted += content
    return []
  }

  func draw(in canvas: inout Canvas, view: PaneView) {
    canvas.write("\(counted) articles", at: 1, 0)
  }

  private func count(_ view: PaneView) -> PaneRequest {
    let filter = view.scope.filter
    return Self.load("count") { try $0.archive.count(filter) }
  }
}

@Suite("A new pane")
struct NewPaneTests {
  @Test("needs nothing but its file and its line")
  func works() throws {
    let registry = PaneRegistry([CountPane()])
    let archive = try ArchiveWriter.holding(Story.articles).dashboard
    let frame = DashboardSession.screen(
      after: try KeyNotation.inputs("c"), of: archive, size: Size(columns: 44, rows: 10),
      registry: registry, keymap: Keymap(for: registry))
    #expect(frame.plain.contains("1 Count"))
    #expect(frame.plain.contains("8 articles"))
  }
}
