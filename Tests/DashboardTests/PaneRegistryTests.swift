import Foundation
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
