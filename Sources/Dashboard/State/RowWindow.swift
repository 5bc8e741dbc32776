/// The part of a long list that is in memory, with its cursor and its viewport.
///
/// The list lives in the archive and may hold a hundred thousand rows; this
/// keeps some hundred of them around the viewport and says which page it needs
/// next. It keeps the cursor by the identity of its row over every reload.
package struct RowWindow<Row: Identifiable & Sendable>: Sendable where Row.ID: Sendable {
  package typealias Page = RowPage<Row>

  /// Rows kept in memory; those farthest from the cursor go first.
  static var most: Int { 600 }
  /// Rows asked for at once, at most: those around the cursor are not to go for them.
  static var longest: Int { most / 2 }
  /// Rows between the cursor and the edge of memory at which more are asked for.
  static var margin: Int { 50 }

  package private(set) var rows: [Row] = []
  /// The position of the first row in memory, from 0; nil until somebody counts.
  package private(set) var offset: Int? = 0
  /// False while ``offset`` is not known, or only from before the last reload.
  package private(set) var isLocated = true
  /// Rows of the whole list; nil until somebody counts.
  package private(set) var total: Int?
  /// False until the first page has come.
  package private(set) var isLoaded = false
  /// The cursor, as an index of ``rows``.
  package private(set) var cursor = 0
  /// The first row of the viewport, as an index of ``rows``.
  package private(set) var top = 0

  /// True for a list that the archive gives from its start only: nothing of it is dropped.
  private let isOneWay: Bool
  private var height = 1
  private var reachesStart = false
  private var reachesEnd = false
  /// Steps that wait for rows.
  private var carry = 0
  /// True while a page is on its way.
  private var isWaiting = false
  /// True while that page is to bring other rows than those shown, or to go elsewhere.
  private var isLeaving = false
  /// Rows that it was asked for, where it goes on from those in memory.
  private var asked: Int?
  /// Steps taken since that page was asked for.
  private var queued = 0

  package init(isOneWay: Bool = false) {
    self.isOneWay = isOneWay
  }

  package var selected: Row? { rows.indices.contains(cursor) ? rows[cursor] : nil }

  /// The indices of the rows that can be seen.
  package var visible: Range<Int> { top..<max(top, min(rows.count, top + height)) }

  /// The cursor's place in the whole list, from 1.
  package var position: Int? { rows.isEmpty ? nil : offset.map { $0 + cursor + 1 } }

  /// True when the list is known to have no rows.
  package var isEmpty: Bool { isLoaded && rows.isEmpty }

  package mutating func resize(height: Int) {
    self.height = max(1, height)
    follow()
  }

  /// Takes the number of rows of the whole list; nil forgets it.
  package mutating func count(_ total: Int?) {
    self.total = total
    if let total, reachesEnd, !reachesStart { locateFirst(at: total - rows.count) }
  }

  /// Takes the position of a row, from 0.
  package mutating func locate(_ row: Row.ID, at position: Int) {
    guard let index = rows.firstIndex(where: { $0.id == row }) else { return }
    locateFirst(at: position - index)
  }

  private mutating func locateFirst(at position: Int) {
    offset = max(0, position)
    isLocated = true
  }
}

// MARK: Moving

extension RowWindow {
  /// Moves the cursor; gives what has to be loaded for it, or soon will have to. Steps towards
  /// rows that are still on their way are taken when these are here.
  package mutating func move(by steps: Int) -> Page.Request? {
    if isWaiting { queued += steps }
    guard !isLeaving else { return nil }
    if steps != 0, (carry < 0) != (steps < 0) { carry = 0 }
    let goal = cursor + carry + steps
    cursor = min(max(0, goal), max(0, rows.count - 1))
    carry = goal - cursor
    if (carry > 0 && reachesEnd) || (carry < 0 && reachesStart) || rows.isEmpty { carry = 0 }
    follow()
    return needed()
  }

  /// Moves the viewport; the cursor stays on its row as long as that can be seen.
  package mutating func scroll(by lines: Int) -> Page.Request? {
    guard !isLeaving else { return nil }
    carry = 0
    top = min(max(0, top + lines), max(0, rows.count - height))
    cursor = min(max(cursor, top), max(0, min(rows.count, top + height) - 1))
    return needed()
  }

  package mutating func moveToStart() -> Page.Request? {
    if isOneWay || reachesStart && !isLeaving { return move(by: -rows.count) }
    return leave(for: .start(Page.size))
  }

  package mutating func moveToEnd() -> Page.Request? {
    if isOneWay || reachesEnd && !isLeaving { return move(by: rows.count - 1 - cursor) }
    return leave(for: .end)
  }

  /// Moves the cursor to a row in memory; false when it is not there.
  package mutating func move(to id: Row.ID) -> Bool {
    guard let index = rows.firstIndex(where: { $0.id == id }) else { return false }
    carry = 0
    cursor = index
    follow()
    return true
  }

  /// Moves the cursor to a line of the viewport; false when there is no row.
  package mutating func move(toLine line: Int) -> Bool {
    guard visible.contains(top + line) else { return false }
    carry = 0
    cursor = top + line
    return true
  }

  /// Moves the cursor to a row that is not in memory.
  package mutating func moveAround(_ row: Row) -> Page.Request { leave(for: .around(row)) }

  private mutating func needed() -> Page.Request? {
    guard isLoaded, let first = rows.first, let last = rows.last else { return nil }
    let margin = max(Self.margin, 2 * height)
    // Keys that go beyond the page on its way ask for a longer one in its place, so that many at
    // once cost one page. Each is longer by the margin at least: a held key puts it off seldom.
    let isTooShort = asked.map { abs(carry) + margin > $0 && $0 < Self.longest } ?? false
    guard !isWaiting || isTooShort else { return nil }
    let rows = rows.count
    let count = min(Self.longest, max(Page.size, abs(carry) + 2 * margin))
    if carry >= 0, !reachesEnd, cursor + margin >= rows {
      return wait(for: .after(last, count), count)
    }
    if carry <= 0, !reachesStart, cursor < margin {
      return wait(for: .before(first, count), count)
    }
    return nil
  }

  private mutating func wait(for request: Page.Request, _ count: Int? = nil) -> Page.Request {
    asked = count
    isWaiting = true
    isLeaving = false
    queued = 0
    return request
  }

  private mutating func leave(for request: Page.Request) -> Page.Request {
    defer { isLeaving = true }
    return wait(for: request)
  }

  /// Moves the viewport so that the cursor is in it.
  ///
  /// A single step beyond its edge moves it on by a third of its height, and then the rows stand
  /// still for as many steps: what is read does not move under the eye, and most steps change no
  /// more than two rows of the terminal.
  private mutating func follow() {
    let (below, above) = (cursor - (top + height - 1), top - cursor)
    let steps = max(below, above)
    if steps > 0 {
      let moved = steps == 1 ? max(1, height / 3) : steps
      top += below > 0 ? moved : -moved
    }
    top = max(0, min(top, rows.count - height))
  }
}

// MARK: Loading

extension RowWindow {
  /// Asks for another list. What is shown stays until its first page is here.
  package mutating func reset() -> Page.Request {
    isLoaded = false
    carry = 0
    total = nil
    return leave(for: .start(Page.size))
  }

  /// Asks for the same list anew, the cursor kept.
  package mutating func reload() -> Page.Request {
    guard isLoaded, let selected else { return reset() }
    return wait(for: isOneWay ? .start(max(Page.size, rows.count)) : .around(selected))
  }

  /// Waits no longer: the page does not come.
  package mutating func giveUp() {
    asked = nil
    isWaiting = false
    isLeaving = false
  }

  /// Takes a page that was asked for; gives what has to be loaded next.
  package mutating func receive(_ page: Page) -> Page.Request? {
    let steps = isLeaving ? queued : 0
    defer { queued = 0 }
    switch page.request {
    case .start where isLoaded && isOneWay: keepCursor(replacing: page)
    case .start:
      replace(with: page)
      (cursor, top) = (0, 0)
    case .end:
      replace(with: page)
      cursor = max(0, page.rows.count - 1)
    case .around: keepCursor(replacing: page)
    case .after:
      rows += page.rows
      reachesEnd = page.reachesEnd
      dropFromStart(rows.count - Self.most)
    case .before:
      rows.insert(contentsOf: page.rows, at: 0)
      cursor += page.rows.count
      top += page.rows.count
      reachesStart = page.reachesStart
      if reachesStart {
        locateFirst(at: 0)
      } else {
        offset = offset.map { max(0, $0 - page.rows.count) }
      }
      dropFromEnd(rows.count - Self.most)
    }
    isLoaded = true
    giveUp()
    if reachesStart && reachesEnd { total = rows.count }
    return move(by: steps)
  }

  private mutating func replace(with page: Page) {
    rows = page.rows
    reachesStart = page.reachesStart
    reachesEnd = page.reachesEnd
    offset = nil
    isLocated = false
    if reachesStart {
      locateFirst(at: 0)
    } else if reachesEnd, let total {
      locateFirst(at: total - rows.count)
    }
  }

  /// Puts the cursor on the row where it was, and that row on the line where it was. At the
  /// very start the viewport stays, so that new rows come into sight.
  private mutating func keepCursor(replacing page: Page) {
    let line = cursor - top
    let position = offset.map { $0 + cursor }
    let wasOn = selected?.id
    let isAtStart = reachesStart && top == 0
    let kept = kept(in: page)
    var place = page.rows.firstIndex { $0.id == kept }
    if case .around(let row) = page.request, place == nil || kept == row.id {
      // A row that stands elsewhere now, as an article that was read, is not followed there.
      place = page.pivot
    }
    let fallback = cursor
    replace(with: page)
    cursor = min(place ?? fallback, max(0, rows.count - 1))
    top = isAtStart ? 0 : max(0, cursor - line)
    // The old place is good enough until the new one has been counted.
    if !isLocated, kept == wasOn { offset = position.map { max(0, $0 - cursor) } }
  }

  /// The row on which the cursor will stand, if it is still there: where it goes, or where it has
  /// gone while the page was on its way.
  private func kept(in page: Page) -> Row.ID? {
    guard case .around(let row) = page.request else { return selected?.id }
    let moved = queued != 0 && !isLeaving ? selected?.id : nil
    return moved.flatMap { id in page.rows.contains { $0.id == id } ? id : nil } ?? row.id
  }

  private mutating func dropFromStart(_ surplus: Int) {
    guard surplus > 0, !isOneWay else { return }
    rows.removeFirst(surplus)
    offset = offset.map { $0 + surplus }
    cursor = max(0, cursor - surplus)
    top = max(0, top - surplus)
    reachesStart = false
  }

  private mutating func dropFromEnd(_ surplus: Int) {
    guard surplus > 0, !isOneWay else { return }
    rows.removeLast(surplus)
    reachesEnd = false
  }
}
