import Escalation
import Terminal

/// How families and indicators look.
enum EscalationDrawing {
  /// Level with its reason, index and breadth; below them why to read them with care.
  static func head(of reading: EscalationReading, in canvas: inout Canvas) {
    let limit = Columns(max(0, canvas.columns - 3))
    let index = reading.record.index
    let level = reading.record.state.level
    canvas.write(
      [Run(SafeText(level.name), role(of: level)), Run(SafeText("  " + reading.cause))], at: 2, 0,
      limit: limit)
    let range = index.range(reading.catalogue.method)
    var runs: [Run] = [
      Run("BX \(whole(index.value))", .escalation),
      Run(SafeText(" (\(whole(range.lowerBound))–\(whole(range.upperBound)))"), .dim),
      Run("  RX \(whole(index.calm))", .deescalation),
      Run("  \(index.breadth) of \(index.bars.count) families", .dim),
    ]
    if let share = index.wordShare {
      runs.append(
        Run(SafeText("  words \(whole(share * 100)) : \(whole((1 - share) * 100)) deeds"), .dim))
    }
    canvas.write(runs, at: 2, 1, limit: limit)
    for (row, note) in notes(of: reading).enumerated() {
      canvas.write(note, at: 2, 2 + row, limit: limit)
    }
  }

  static func headRows(of reading: EscalationReading) -> Int { 2 + notes(of: reading).count }

  private static func notes(of reading: EscalationReading) -> [[Run]] {
    var notes: [[Run]] = []
    if let analyst = reading.analyst {
      let until = analyst.until.map { " until \($0.iso)" } ?? ""
      let author = reading.seesNotes ? analyst.author : "an analyst"
      let reason = reading.seesNotes ? ": \(analyst.reason)" : ""
      let text = "\(analyst.level.name) as set by \(author)\(until)\(reason)"
      notes.append([Run(SafeText(text), .warning)])
    }
    if let coverage = reading.record.coverage {
      let days = reading.catalogue.method.days("thin.days")
      let shared = coverage.share.map { ", \(whole($0 * 100)) % of reports shared" } ?? ""
      // The name comes last, as a narrow pane cuts it off.
      let without =
        reading.without.map { "; BX \(whole($0.value)) without \($0.name)" } ?? ""
      let text = "\(Wording.count(coverage.texts, "text")) in \(days) days\(shared)\(without)"
      notes.append(
        coverage.isThin
          ? [Run(SafeText("THIN EVIDENCE: " + text), .warning)]
          : [Run(SafeText("Evidence: " + text), .dim)])
    }
    return notes
  }

  static func table(in columns: Int) -> Table {
    Table(
      [
        .init(heading: "", width: 4),
        .init(heading: "Family or indicator", width: 10, grows: true),
        .init(heading: "14 days", width: EscalationReading.course, from: 72),
        .init(heading: "", width: barColumns(in: columns), from: 54),
        .init(heading: "Points", width: 6, alignment: .trailing, from: 26),
        .init(heading: "Events", width: 6, alignment: .trailing, from: 36),
        .day("Last", in: columns, from: 100),
      ], width: columns)
  }

  static func cells(of line: EscalationLine, in columns: Int) -> [[Run]] {
    let role: Role = line.calms ? .deescalation : .escalation
    let isSilent = line.count == 0
    let points = isSilent ? Run("·", .dim) : Run(SafeText(Wording.points(line.value)))
    let last = [Run(SafeText(line.last.map(Wording.day) ?? ""), .dim)]
    switch line.kind {
    case .family:
      return [
        [Run(SafeText(line.code), isSilent ? .dim : .heading)],
        [Run(SafeText(line.name), isSilent ? .dim : .text)],
        Sparkline.runs(line.course, top: line.maximum, role: role),
        Bar.runs(line.value / line.maximum, columns: barColumns(in: columns), role: role),
        [points], [Wording.tally(line.count)], last,
      ]
    case .total:
      return [
        [Run(SafeText(line.code), .heading)], [Run(SafeText(line.name))], [], [], [points],
        [Wording.tally(line.count)], last,
      ]
    case .indicator:
      return [
        [Run(SafeText(line.code), .dim)], [Run(SafeText("  " + line.name))], [],
        Bar.runs(line.value / line.maximum, columns: barColumns(in: columns), role: .dim),
        [points], [Wording.tally(line.count)], last,
      ]
    case .change(_, let isNew):
      return [
        [Run(SafeText(line.code), role)],
        [Run(isNew ? "▲ " : "△ ", role), Run(SafeText(line.name))],
        [Run(SafeText(line.since.map(Wording.day) ?? ""), .dim)],
        [Run(SafeText(isNew ? "new" : Wording.count(line.count, "voice")), .dim)], [points], [],
        last,
      ]
    }
  }

  /// What was read and does not count, with the reason.
  static func foot(of reading: EscalationReading, in canvas: inout Canvas) {
    let reasons = reading.excluded.map { "\(Wording.grouped($0.count)) \($0.reason.rawValue)" }
    canvas.write(
      SafeText("Not counted: " + reasons.joined(separator: ", ")), at: 2, 0, role: .dim,
      limit: Columns(max(0, canvas.columns - 3)))
  }

  private static func barColumns(in columns: Int) -> Int { max(8, min(30, columns / 10)) }

  private static func whole(_ value: Double) -> Int { Int(value.rounded()) }

  static func role(of level: EscalationLevel) -> Role {
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
  static func day(in columns: Int) -> Table.Column {
    .day("Date", in: columns, weekdayFrom: 74)
  }

  static func table(in columns: Int) -> Table {
    Table(
      [
        .init(heading: "Points", width: 6, alignment: .trailing, from: 40),
        day(in: columns),
        .init(heading: "Status", width: 10, from: 50),
        .init(heading: "Who → whom", width: max(16, columns / 4), grows: columns < 84),
        .init(heading: "Sentence", width: 10, grows: true, from: 84),
        .init(heading: "Outlet", width: 14, from: 60),
      ], width: columns)
  }

  static func cells(of line: EvidenceLine, in columns: Int) -> [[Run]] {
    let weight =
      switch line.weight {
      case .points(let points): Run(SafeText(Wording.points(points)))
      // It adds nothing of its own.
      case .further: Run("+", .dim)
      case .one: Run("1", .dim)
      }
    return [
      [weight],
      [Run(day: line.day, in: day(in: columns))],
      [Run(SafeText(line.status))],
      [
        Run(SafeText(line.source ?? "somebody"), line.source == nil ? .dim : .actor),
        Run(" → ", .dim),
        Run(SafeText(line.target ?? "—"), line.target == nil ? .dim : .actor),
      ],
      [Run(SafeText(line.sentence))],
      [Run(SafeText(line.outlet ?? "—"), .dim)],
    ]
  }

  /// The whole sentence under the cursor, below a rule.
  static func sentence(of line: EvidenceLine, in canvas: inout Canvas) {
    canvas.horizontalLine(at: 0, 0, columns: canvas.columns)
    let text = WrappedText(SafeText(line.sentence), width: Columns(canvas.columns - 4))
    canvas.write(text, at: 2, 1)
  }
}
