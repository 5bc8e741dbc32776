import Escalation
import Terminal

/// How families and indicators look.
enum EscalationDrawing {
  /// Level, index and breadth in one line; below it why to read them with care.
  static func head(of reading: EscalationReading, in canvas: inout Canvas, rows: Int) {
    var runs: [Run] = [
      Run(SafeText(reading.level.name), role(of: reading.level)),
      Run(SafeText("  BX \(Int(reading.value.rounded()))"), .escalation), Run(" of 100", .dim),
      Run("  RX \(Int(reading.calm.rounded()))", .deescalation), Run(" of 100", .dim),
      Run("  \(reading.breadth) of \(IndicatorFamily.escalating.count) families", .dim),
    ]
    if let share = reading.wordShare {
      runs.append(Run("  \(Int((share * 100).rounded())) % words", .dim))
    }
    canvas.write(runs, at: 2, 0, limit: Columns(max(0, canvas.columns - 3)))
    guard rows > 1 else { return }
    let warning =
      reading.isThin
      ? "Thin evidence: " + Wording.count(reading.recentArticles, "article")
        + " in \(EscalationReading.recent) days, a level needs \(EscalationReading.enough)"
      : "Counted from \(reading.since?.iso ?? "") on: there is more than can be read"
    canvas.write(
      SafeText(warning), at: 2, 1, role: .warning, limit: Columns(max(0, canvas.columns - 3)))
  }

  static func table(in columns: Int) -> Table {
    Table(
      [
        .init(heading: "", width: 4),
        .init(heading: "Family or indicator", width: 10, grows: true),
        .init(heading: "", width: barColumns(in: columns), from: 54),
        .init(heading: "Points", width: 6, alignment: .trailing, from: 26),
        .init(heading: "Events", width: 6, alignment: .trailing, from: 36),
        .init(heading: "Last", width: 10, from: 66),
      ], width: columns)
  }

  static func cells(of line: EscalationLine, in columns: Int) -> [[Run]] {
    let fraction = line.value / line.maximum
    let role: Role =
      line.isFamily ? (line.calms ? .deescalation : .escalation) : .dim
    let isSilent = line.events == 0
    return [
      [Run(SafeText(line.id), isSilent ? .dim : line.isFamily ? .heading : .dim)],
      [Run(SafeText(line.isFamily ? line.name : "  " + line.name), isSilent ? .dim : .text)],
      Bar.runs(fraction, columns: barColumns(in: columns), role: role),
      [isSilent ? Run("·", .dim) : Run(SafeText(Wording.points(line.value)))],
      [Wording.tally(line.events)],
      [Run(SafeText(line.last?.iso ?? ""), .dim)],
    ]
  }

  /// What was read and does not count, with the reason.
  static func foot(of reading: EscalationReading, in canvas: inout Canvas) {
    let reasons = reading.excluded.map { "\(Wording.grouped($0.count)) \($0.reason.rawValue)" }
    canvas.write(
      SafeText("Not counted: " + reasons.joined(separator: ", ")), at: 2, 0, role: .dim,
      limit: Columns(max(0, canvas.columns - 3)))
  }

  private static func barColumns(in columns: Int) -> Int { max(8, min(30, columns / 7)) }

  private static func role(of level: EscalationLevel) -> Role {
    switch level {
    case .routine: .level0
    case .watch: .level1
    case .elevated: .level2
    case .high: .level3
    case .critical: .level4
    }
  }
}

/// How the sentences behind a number look.
enum EvidenceDrawing {
  static func table(in columns: Int) -> Table {
    Table(
      [
        .init(heading: "Points", width: 6, alignment: .trailing, from: 40),
        .init(heading: "Date", width: 10),
        .init(heading: "Status", width: 10, from: 50),
        .init(heading: "Who → whom", width: max(16, columns / 4), grows: columns < 84),
        .init(heading: "Sentence", width: 10, grows: true, from: 84),
        .init(heading: "Outlet", width: 14, from: 60),
      ], width: columns)
  }

  static func cells(of line: EvidenceLine) -> [[Run]] {
    let event = line.entry.event
    return [
      // A further report of the event above adds nothing of its own.
      [line.points.map { Run(SafeText(Wording.points($0))) } ?? Run("+", .dim)],
      [Run(SafeText(line.day.iso), .dim)],
      [Run(SafeText(event.status.rawValue))],
      [
        Run(SafeText(event.source?.name ?? "somebody"), event.source == nil ? .dim : .actor),
        Run(" → ", .dim),
        Run(SafeText(event.target?.name ?? "—"), event.target == nil ? .dim : .actor),
      ],
      [Run(SafeText(line.entry.sentence))],
      [Run(SafeText(line.entry.outlet ?? "—"), .dim)],
    ]
  }

  /// The whole sentence under the cursor, below a rule.
  static func sentence(of line: EvidenceLine, in canvas: inout Canvas) {
    canvas.horizontalLine(at: 0, 0, columns: canvas.columns)
    let text = WrappedText(SafeText(line.entry.sentence), width: Columns(canvas.columns - 4))
    canvas.write(text, at: 2, 1)
  }
}
