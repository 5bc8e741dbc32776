import Testing

@testable import Dashboard

/// A list in an archive: numbered rows, of which a window sees a part.
private struct LongList {
  struct Row: Identifiable, Hashable, Sendable {
    let id: Int
  }

  var rows: [Row]

  init(_ ids: some Sequence<Int>) {
    rows = ids.map(Row.init)
  }

  func page(_ request: RowPage<Row>.Request) -> RowPage<Row> {
    let size = RowPage<Row>.size
    func index(of row: Row) -> Int { rows.firstIndex { $0.id >= row.id } ?? rows.count }
    switch request {
    case .start(let count):
      return RowPage(
        request, rows: Array(rows.prefix(count)), reachesStart: true,
        reachesEnd: rows.count < count)
    case .end:
      return RowPage(
        request, rows: rows.suffix(size), reachesStart: rows.count < size, reachesEnd: true)
    case .before(let row, let count):
      let end = index(of: row)
      return RowPage(
        request, rows: Array(rows[max(0, end - count)..<end]), reachesStart: end < count,
        reachesEnd: false)
    case .after(let row, let count):
      let start = index(of: row) + 1
      let found = rows.dropFirst(start).prefix(count)
      return RowPage(
        request, rows: Array(found), reachesStart: false, reachesEnd: found.count < count)
    case .around(let row):
      let middle = index(of: row)
      let start = max(0, middle - size)
      let end = min(rows.count, middle + size)
      return RowPage(
        request, rows: Array(rows[start..<end]), reachesStart: middle < size,
        reachesEnd: end < middle + size, pivot: middle - start)
    }
  }

  /// Serves a window until it needs nothing more.
  func serve(_ window: inout RowWindow<Row>, _ request: RowPage<Row>.Request?) {
    var request = request
    while let wanted = request {
      request = window.receive(page(wanted))
      if !window.isLocated, let first = window.rows.first {
        window.locate(first.id, at: rows.firstIndex(of: first)!)
      }
    }
  }
}

@Suite("A window of rows")
struct RowWindowTests {
  private let list = LongList(0..<1000)

  private func window(height: Int = 20) -> RowWindow<LongList.Row> {
    var window = RowWindow<LongList.Row>()
    window.resize(height: height)
    list.serve(&window, window.reset())
    return window
  }

  @Test("shows the row that as many steps would lead to in the whole list")
  func followsTheWholeList() {
    var random = SystemRandomNumberGenerator()
    var window = window()
    var cursor = 0
    for _ in 0..<400 {
      switch Int.random(in: 0..<10, using: &random) {
      case 0:
        cursor = 0
        list.serve(&window, window.moveToStart())
      case 1:
        cursor = 999
        list.serve(&window, window.moveToEnd())
      case 2: list.serve(&window, window.reload())
      case let kind:
        let steps = Int.random(in: -40...40, using: &random) * (kind == 3 ? 7 : 1)
        cursor = min(max(0, cursor + steps), 999)
        list.serve(&window, window.move(by: steps))
      }
      #expect(window.selected?.id == cursor)
      #expect(window.position == cursor + 1)
      #expect(window.visible.contains(window.cursor))
      #expect(window.visible.count == 20)
      #expect(window.rows.count <= 800)
    }
  }

  @Test("keeps steps that go beyond the rows in memory until their rows are there")
  func carriesSteps() {
    var window = window()
    var requests: [RowPage<LongList.Row>.Request] = []
    for _ in 0..<350 { requests += window.move(by: 1).map { [$0] } ?? [] }
    #expect(window.selected?.id == 99)
    list.serve(&window, requests.last)
    #expect(window.selected?.id == 350)
  }

  @Test(
    "asks for one longer page in place of the one on its way when steps go beyond it",
    arguments: [1, -1])
  func asksOnce(direction: Int) throws {
    var window = window()
    list.serve(&window, direction < 0 ? window.moveToEnd() : nil)
    let start = window.position ?? 0
    var request: RowPage<LongList.Row>.Request?
    var count = 0
    for _ in 0..<250 {
      guard let next = window.move(by: direction) else { continue }
      request = next
      count += 1
    }
    #expect(count <= 5)
    let wanted = try #require(request)
    _ = window.receive(list.page(wanted))
    #expect(window.position == start + 250 * direction)
  }

  @Test("takes steps in another list that were made while it was on its way")
  func queuesSteps() throws {
    var window = window()
    list.serve(&window, window.move(by: 30))
    let request = window.reset()
    #expect(window.move(by: 3) == nil)
    #expect(window.move(by: -1) == nil)
    list.serve(&window, request)
    #expect(window.selected?.id == 2)
  }

  @Test("goes on from where the cursor went while the same list was loaded again")
  func keepsStepsOverReload() throws {
    var window = window()
    let request = window.reload()
    _ = window.move(by: 5)
    #expect(window.selected?.id == 5)
    list.serve(&window, request)
    #expect(window.selected?.id == 5)
  }

  @Test("keeps the row and its line when rows are added above and the list is loaded again")
  func keepsRow() {
    var window = window()
    list.serve(&window, window.move(by: 300))
    let line = window.cursor - window.top
    LongList(-50..<1000).serve(&window, window.reload())
    #expect(window.selected?.id == 300)
    #expect(window.cursor - window.top == line)
    #expect(window.position == 351)
  }

  @Test("at its very start lets new rows come into sight and keeps the cursor's row")
  func showsNewRows() {
    var window = window()
    LongList(-3..<1000).serve(&window, window.reload())
    #expect(window.selected?.id == 0)
    #expect(window.top == 0)
    #expect(window.rows.first?.id == -3)
  }

  @Test("goes to the neighbour of a row that has vanished")
  func survivesVanishedRow() {
    var window = window()
    list.serve(&window, window.move(by: 500))
    LongList((0..<1000).filter { $0 != 500 }).serve(&window, window.reload())
    #expect(window.selected?.id == 501)
  }

  @Test("stays within a list of no rows")
  func survivesNothing() {
    var window = RowWindow<LongList.Row>()
    LongList([]).serve(&window, window.reset())
    #expect(window.isEmpty)
    #expect(window.move(by: 5) == nil)
    #expect(window.moveToEnd() == nil)
    #expect(window.visible.isEmpty)
    #expect(window.position == nil)
  }

  @Test("moves on by a third where a single step leaves it, and leaves no row out")
  func movesOn() {
    var window = window(height: 21)
    var tops: [Int] = []
    for _ in 0..<40 {
      list.serve(&window, window.move(by: 1))
      tops.append(window.top)
    }
    #expect(Set(tops) == [0, 7, 14, 21])
    #expect(window.selected?.id == 40)
    for _ in 0..<20 { list.serve(&window, window.move(by: -1)) }
    list.serve(&window, window.move(by: -1))
    #expect(window.top == 14 && window.selected?.id == 19)
    // Pages go exactly as far as the cursor.
    list.serve(&window, window.move(by: 21))
    #expect(window.top == 20)
  }

  @Test("moves the viewport without its cursor as long as that stays in sight")
  func scrolls() {
    var window = window()
    list.serve(&window, window.move(by: 10))
    list.serve(&window, window.scroll(by: 8))
    #expect(window.top == 8)
    #expect(window.selected?.id == 10)
    list.serve(&window, window.scroll(by: 8))
    #expect(window.selected?.id == 16)
  }
}
