import EventData
import Terminal

/// Columns of a list, fitted to a width: what matters least is left out first.
struct Table {
  struct Column {
    let heading: SafeText
    let width: Int
    /// Takes what is left over.
    var grows = false
    /// Says what a row is about; where no column does, those that grow do.
    var isSubject = false
    var alignment = Alignment.leading
    /// Narrower tables leave the column out.
    var from = 0

    /// Days, with their weekday and zone in tables that are wide enough for them.
    static func day(
      _ heading: SafeText, in columns: Int, weekdayFrom least: Int = 100, from: Int = 0
    ) -> Column {
      columns >= least
        ? Column(heading: "\(heading) (UTC)", width: 14, from: from)
        : Column(heading: heading, width: 10, from: from)
    }

    /// A number of articles.
    static func articles(in columns: Int) -> Column {
      let isWide = columns >= 34
      return Column(
        heading: isWide ? "Articles" : "Art.", width: isWide ? 8 : 5, alignment: .trailing,
        from: 18)
    }
  }

  /// Columns in front of every row, for the mark of the cursor, and behind it.
  static let margin = 2
  static let rightMargin = 1
  private static let gap = 2

  private let columns: [(column: Column, at: Int, width: Int)?]

  init(_ columns: [Column], width: Int) {
    let shown = columns.map { $0.from <= width }
    let room = width - Self.margin - Self.rightMargin
    let fixed = zip(columns, shown).reduce(0) { $1.1 && !$1.0.grows ? $0 + $1.0.width : $0 }
    let gaps = max(0, shown.count { $0 } - 1) * Self.gap
    let growing = zip(columns, shown).count { $0.1 && $0.0.grows }
    let rest = max(0, room - fixed - gaps)
    var at = Self.margin
    self.columns = zip(columns, shown).map { column, isShown in
      guard isShown else { return nil }
      let columnWidth = column.grows ? rest / max(1, growing) : column.width
      defer { at += columnWidth + Self.gap }
      return (column, at, columnWidth)
    }
  }

  /// The columns for what a row is about: the bar of the cursor lies on them.
  var subject: Range<Int>? {
    let shown = columns.compactMap(\.self)
    let named = shown.filter(\.column.isSubject)
    let lying = named.isEmpty ? shown.filter(\.column.grows) : named
    guard let first = lying.first, let last = lying.last else { return nil }
    return first.at..<last.at + last.width
  }

  func drawHeadings(in canvas: inout Canvas, row: Int = 0) {
    for case let place? in columns {
      canvas.write(
        place.column.heading, at: place.at, row, role: .dim, limit: Columns(place.width),
        alignment: place.column.alignment)
    }
  }

  /// Draws the cells of a row, one for each column, those left out included.
  func draw(_ cells: [[Run]], in canvas: inout Canvas, row: Int) {
    for (place, cell) in zip(columns, cells) {
      guard let place else { continue }
      canvas.write(
        cell, at: place.at, row, limit: Columns(place.width), alignment: place.column.alignment)
    }
  }
}

extension Run {
  /// A day in a column of days, which leaves out the weekday where it has no room for it.
  init(day: Day?, in column: Table.Column) {
    let text = day.map { column.width >= 14 ? Wording.day($0) : $0.iso } ?? "undated"
    self.init(SafeText(text), .dim)
  }

  /// The same for a date that may be less exact than a day, which has no weekday then.
  init(date: EventDate?, else day: Day?, in column: Table.Column) {
    if let date, date.precision != .day {
      self.init(SafeText(date.iso), .dim)
    } else {
      self.init(day: date?.first ?? day, in: column)
    }
  }
}

/// How the cursor's row looks: marked by a sign as well as by its role.
enum CursorMark {
  /// - Parameter columns: what the bar covers. What stands beside it keeps its colours, and need
  ///   not be sent to the terminal anew.
  static func draw(
    in canvas: inout Canvas, row: Int, isFocused: Bool, columns: Range<Int>? = nil
  ) {
    canvas.write(isFocused ? "▸" : "›", at: 0, row)
    canvas.paint(
      isFocused ? .selection : .unfocusedSelection, columns: columns ?? 0..<canvas.columns,
      row: row)
  }
}
