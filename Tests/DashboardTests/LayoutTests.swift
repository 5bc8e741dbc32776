import Terminal
import Testing

@testable import Dashboard

@Suite("The layout")
struct LayoutTests {
  private static let panes = PaneRegistry.standard.panes.map {
    (id: type(of: $0).id, placement: type(of: $0).placement)
  }

  private func layout(
    _ columns: Int, _ rows: Int, focus: PaneID = "articles", zoomed: Bool = false
  ) -> Layout {
    let others = Self.panes.map(\.id).filter { $0 != focus }
    return Layout(
      size: Size(columns: columns, rows: rows), panes: Self.panes, recent: [focus] + others,
      zoomed: zoomed)
  }

  @Test("covers every screen without gap or overlap and shows the focus", arguments: 1...90)
  func covers(rows: Int) {
    for columns in stride(from: 1, through: 300, by: 7) {
      for focus in Self.panes.map(\.id) {
        for zoomed in [false, true] {
          let layout = layout(columns, rows, focus: focus, zoomed: zoomed)
          guard columns >= 40, rows >= 10 else {
            #expect(layout.isTooSmall)
            continue
          }
          let parts =
            layout.panes.map(\.rectangle) + [layout.header, layout.status].compactMap(\.self)
          #expect(parts.reduce(0) { $0 + $1.columns * $1.rows } == columns * rows)
          for (index, part) in parts.enumerated() {
            #expect(part.intersection(Rectangle(Size(columns: columns, rows: rows))) == part)
            for other in parts[..<index] { #expect(part.intersection(other).isEmpty) }
          }
          #expect(layout.rectangle(of: focus) != nil)
          #expect(!zoomed || layout.panes.count == 1)
        }
      }
    }
  }

  @Test("shows two panes at 80×24, what has the focus and what belongs to it")
  func showsTwo() {
    #expect(layout(80, 24).panes.map(\.id) == ["articles", "reader"])
    #expect(layout(80, 24, focus: "reader").panes.map(\.id) == ["articles", "reader"])
    #expect(layout(80, 24, focus: "statements").panes.map(\.id) == ["reader", "statements"])
    #expect(layout(80, 24, focus: "actors").panes.map(\.id) == ["articles", "actors", "regions"])
  }

  @Test("shows the first six at 160×48", arguments: panes.prefix(6).map(\.id))
  func showsSix(focus: PaneID) {
    #expect(layout(160, 48, focus: focus).panes.map(\.id) == Self.panes.prefix(6).map(\.id))
  }

  @Test("makes room for any other that is asked for, beside the reader", arguments: panes.map(\.id))
  func showsAny(focus: PaneID) {
    let shown = layout(160, 48, focus: focus).panes.map(\.id)
    #expect(shown.contains(focus))
    #expect(shown.contains("reader"))
  }

  @Test("keeps a column for reading between 70 and 96 columns where the screen has room")
  func keepsMeasure() {
    for columns in 140...300 {
      let width = layout(columns, 50).rectangle(of: "reader")!.columns
      #expect((70...96).contains(width), "\(width) of \(columns)")
    }
  }
}
