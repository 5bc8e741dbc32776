import Archive
import EventData
import Terminal

/// How imports look, in their list and opened.
enum ImportDrawing {
  /// Rows above the failures of one.
  static let headRows = 4

  static func table(_ columns: Int) -> Table {
    Table(
      [
        .init(heading: "Begun", width: momentWidth(columns)),
        .init(heading: "", width: 9),
        .init(heading: "By", width: 6, from: 70),
        .init(heading: "From", width: 10, grows: true, from: 50),
        .init(heading: "New", width: 7, alignment: .trailing),
        .init(heading: "Changed", width: 7, alignment: .trailing, from: 80),
        .init(heading: "Known", width: 7, alignment: .trailing, from: 90),
        .init(heading: "Failed", width: 7, alignment: .trailing),
      ], width: columns)
  }

  static func cells(of record: ImportRecord, in columns: Int) -> [[Run]] {
    let begun = Wording.moment(PublicationDate(second: record.begun))
    return [
      [
        Run(
          SafeText(momentWidth(columns) > 10 ? begun : String(begun.prefix(10))),
          .dim)
      ],
      [state(of: record)],
      [Run(SafeText(record.command), .dim)],
      [Run(SafeText(record.origin.isEmpty ? "—" : record.origin))],
      [Wording.tally(record.added)], [Wording.tally(record.changed)],
      [Wording.tally(record.known)],
      [
        record.failed == 0
          ? Run("·", .dim) : Run(SafeText(Wording.grouped(record.failed)), .warning)
      ],
    ]
  }

  private static func momentWidth(_ columns: Int) -> Int { columns >= 66 ? 24 : 10 }

  private static func state(of record: ImportRecord) -> Run {
    switch record.state {
    case .running: Run("… running", .key)
    case .done: Run("✓ done", .dim)
    case .lost: Run("⚠ lost", .warning)
    case .stopped: Run("⚠ stopped", .warning)
    }
  }

  static func failureTable(_ columns: Int) -> Table {
    Table(
      [
        .init(heading: "Not read", width: max(10, columns / 3)),
        .init(heading: "Why", width: 10, grows: true),
      ], width: columns)
  }

  /// What one import did, in words.
  static func drawHead(of record: ImportRecord, in canvas: inout Canvas) {
    let begun = Wording.moment(PublicationDate(second: record.begun))
    let heard = Wording.moment(PublicationDate(second: record.heard))
    let (ended, role): (String, Role) =
      switch record.state {
      case .running: ("running; \(heard)", .key)
      case .done: ("done \(heard)", .dim)
      case .lost: ("⚠ lost: not heard of since \(heard), as when it is killed", .warning)
      case .stopped(let reason):
        ("⚠ stopped \(heard)\(reason.isEmpty ? "" : ": \(reason)")", .warning)
      }
    let counts = [
      Wording.count(record.added, "new article"), "\(Wording.grouped(record.changed)) changed",
      "\(Wording.grouped(record.known)) known", "\(Wording.grouped(record.failed)) not read",
    ].joined(separator: ", ")
    let lines = [
      [
        Run(SafeText("brink \(record.command) "), .heading),
        Run(SafeText(record.origin.isEmpty ? "—" : record.origin)),
      ],
      [Run(SafeText("Begun \(begun), "), .dim), Run(SafeText(ended), role)],
      [Run(SafeText(counts))],
    ]
    for (row, line) in lines.enumerated() where row < canvas.rows {
      canvas.write(line, at: 2, row, limit: Columns(max(0, canvas.columns - 3)))
    }
  }
}

extension PublicationDate {
  /// - Parameter second: since 1970 UTC.
  fileprivate init(second: Int) {
    let day = (Double(second) / 86_400).rounded(.down)
    self.init(day: Day(number: Int(day)), secondOfDay: second - Int(day) * 86_400)
  }
}
