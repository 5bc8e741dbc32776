import Archive
import EventData
import Terminal

/// Who an actor is, above the numbers about it.
enum ProfileDrawing {
  static func headRows(of reading: ProfileReading, in size: Size) -> Int {
    size.rows >= 12 ? 3 + min(roles(of: reading).count, max(0, size.rows / 4)) : min(1, size.rows)
  }

  static func head(of reading: ProfileReading, rows: Int, in canvas: inout Canvas) {
    guard let row = reading.actor else { return }
    let limit = Columns(max(0, canvas.columns - 3))
    let actor = row.actor
    // One article may name no more of a state than its government.
    let code = actor.kind == .state ? String(actor.code.prefix(3)) : actor.code
    canvas.write(
      [
        Run(actor.kind.glyph, .dim), Run(" "), Run(SafeText(actor.name), .actor),
        Run(SafeText("  \(actor.kind.rawValue)"), .dim),
        Run(SafeText(actor.affiliation.map { ", \($0)" } ?? "")),
        Run(SafeText("  \(code)"), .key),
        Run(SafeText("  " + Wording.count(row.articles, "article")), .dim),
      ], at: 2, 0, limit: limit)
    guard rows >= 3 else { return }
    canvas.write(aliases(of: reading), at: 2, 1, limit: limit)
    canvas.write(course(of: reading), at: 2, 2, limit: limit)
    for (line, role) in roles(of: reading).prefix(rows - 3).enumerated() {
      canvas.write(role, at: 2, 3 + line, limit: limit)
    }
  }

  private static func aliases(of reading: ProfileReading) -> [Run] {
    let told = Set(reading.aliases.map(\.words) + [reading.actor?.actor.name ?? ""])
    // Older articles may have called it otherwise.
    let others = Set(reading.forms.map(\.name)).subtracting(told).sorted()
    let names: [[Run]] =
      reading.aliases.map {
        [Run(SafeText($0.words)), Run(SafeText(" \(Wording.grouped($0.count))"), .dim)]
      } + others.map { [Run(SafeText($0))] }
    return names.isEmpty
      ? [Run("No other name", .dim)]
      : [Run("Also ", .dim)] + Array(names.joined(separator: [Run(", ", .dim)]))
  }

  private static func course(of reading: ProfileReading) -> [Run] {
    guard let span = reading.span else { return [Run("Never speaks", .dim)] }
    return [Run(SafeText("\(span.lowerBound.iso) "), .dim)]
      + Sparkline.runs(reading.course, top: reading.course.max() ?? 0, role: .statement)
      + [Run(SafeText(" \(span.upperBound.iso)  articles in which it speaks"), .dim)]
      + (reading.isCut
        ? [Run(SafeText("; below, the newest \(ProfileReading.most)"), .warning)] : [])
  }

  /// The roles, each with the days of the articles that name it.
  private static func roles(of reading: ProfileReading) -> [[Run]] {
    Dictionary(grouping: reading.forms.filter { $0.role != nil }) { form in
      [form.role, form.affiliation].compactMap(\.self).joined(separator: ", ")
    }.map { name, forms in
      (
        name: name, first: forms.compactMap(\.first).min(), last: forms.compactMap(\.last).max(),
        articles: forms.reduce(0) { $0 + $1.articles }
      )
    }.sorted { ($1.articles, $0.name) < ($0.articles, $1.name) }.map { role in
      let days = [role.first, role.last].compactMap(\.self).map(\.iso)
      let period = Set(days).count == 1 ? days[0] : days.joined(separator: " – ")
      return [
        Run(SafeText(role.name)),
        Run(SafeText("  \(period)  \(Wording.count(role.articles, "article"))"), .dim),
      ]
    }
  }

  static func table(in columns: Int) -> Table {
    Table(
      [
        .init(heading: "", width: 12),
        .init(heading: "What or whom", width: 10, grows: true),
        .init(heading: "Sent.", width: 5, alignment: .trailing),
        .init(heading: "", width: max(8, columns / 4), from: 60),
      ], width: columns)
  }

  static func cells(of line: ProfileLine, most: Int, in columns: Int) -> [[Run]] {
    let role: Role =
      switch line.group {
      case .speaks, .act: .text
      case .addressee, .actor, .does, .suffers: .actor
      case .region, .place: .region
      }
    return [
      [Run(SafeText(line.group.rawValue), .dim)], [Run(SafeText(line.name), role)],
      [Wording.tally(line.sentences.count)],
      Bar.runs(
        Double(line.sentences.count) / Double(max(1, most)), columns: max(8, columns / 4),
        role: .statement),
    ]
  }
}
