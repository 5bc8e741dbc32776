import Archive
import Escalation
import EventData

/// An escalation report as text for people.
package struct EscalationText {
  private let report: EscalationReport

  package init(_ report: EscalationReport) {
    self.report = report
  }

  /// One line: day, level and its cause.
  package var status: String {
    "\(report.day.iso) \(report.state.level.name) BX \(whole(report.index.value)) "
      + "RX \(whole(report.index.calm))\(report.coverage.isThin ? " thin evidence" : ""): \(cause)"
      + (report.analyst.map { "; \($0.level.name) as set by \($0.author)" } ?? "")
  }

  /// Why the level is what it is, in a sentence.
  package var cause: String {
    let unread = report.unreadSince.map { "nothing read since \($0.iso)" }
    if let unread, report.state.cause == .thin { return "held: " + unread }
    let reason = report.state.reason(report.cause?.phase, report.catalogue)
    let reference = report.cause?.reports.first.map { " (\($0.reference))" } ?? ""
    return reason + reference + (unread.map { "; " + $0 } ?? "")
  }

  /// Level, bars and the weightiest events.
  package var summary: String {
    var lines = head
    lines += bars
    if !report.evidence.isEmpty { lines += ["", "Evidence, the weightiest first:"] }
    for evidence in report.evidence {
      lines.append(
        "  \(pad(tenths(evidence.share), 5))  \(event(evidence))\(more(evidence))")
      if let row = evidence.reports.first { lines.append("         \(sentence(row))") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Every number, made again from its events.
  package var why: String {
    var lines = head
    for bar in report.index.bars + [report.index.deEscalation] {
      let method = report.catalogue.method
      lines.append("")
      lines.append(
        "\(bar.family.rawValue)  \(bar.family.name): \(hundredths(bar.value)) = "
          + "\(whole(method.maximum(bar.family))) × (1 − e^(−\(hundredths(bar.points)) / "
          + "\(whole(method.scale(bar.family)))))")
      for evidence in report.evidence where evidence.indicator.family == bar.family {
        lines.append("  \(pad(hundredths(evidence.points), 6)) = \(product(evidence))")
        lines.append("           \(event(evidence))")
        for row in evidence.reports {
          lines.append("           \(voice(row, evidence)): \(sentence(row))")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var head: [String] {
    let index = report.index
    var lines = [
      "\(report.day.iso)  \(report.state.level.name)  \(cause)"
    ]
    if let analyst = report.analyst {
      let until = analyst.until.map { " until \($0.iso)" } ?? ""
      lines.append("Set by \(analyst.author)\(until): \(analyst.level.name), \(analyst.reason)")
    }
    let words = index.wordShare.map { ", \(whole($0 * 100)) % words" } ?? ""
    lines.append(
      "BX \(whole(index.value)) (\(whole(report.range.lowerBound))–"
        + "\(whole(report.range.upperBound)), 80 %, given what was read)  RX "
        + "\(whole(index.calm))  \(index.breadth) of \(index.bars.count) families\(words)")
    let share = report.coverage.share.map { ", \(whole($0 * 100)) % of reports shared" } ?? ""
    let thin = report.coverage.isThin ? "THIN EVIDENCE: " : "Evidence: "
    let days = report.catalogue.method.days("thin.days")
    lines.append("\(thin)\(report.coverage.texts) texts in \(days) days\(share)")
    for voice in report.without.prefix(3) {
      let difference = whole(voice.value - report.index.value)
      lines.append(
        "Without \(report.names.name(voice.origin)): BX \(whole(voice.value)) (\(difference))")
    }
    return lines
  }

  private var bars: [String] {
    [""]
      + (report.index.bars + [report.index.deEscalation]).map { bar in
        let maximum = report.catalogue.method.maximum(bar.family)
        let filled = Int((bar.value / maximum * 30).rounded())
        return "  \(bar.family.rawValue)  \(pad(bar.family.name, -27))  "
          + String(repeating: "█", count: filled) + String(repeating: "·", count: 30 - filled)
          + "  \(pad(tenths(bar.value), 5)) of \(whole(maximum))"
      }
  }

  private func product(_ evidence: Evidence) -> String {
    "weight \(tenths(evidence.indicator.weight)) × \(evidence.phase.status.rawValue) "
      + "\(hundredths(evidence.reality)) × believed \(hundredths(evidence.phase.credibility)) × "
      + "size \(hundredths(evidence.phase.factor)) × time \(hundredths(evidence.decay))"
  }

  /// Who says it, how real, for which day, and how far he is believed alone.
  private func voice(_ row: EvidenceRow, _ evidence: Evidence) -> String {
    let method = report.catalogue.method
    let weight =
      evidence.counts(row, method)
      ? "belief \(hundredths(method.credibility(row.role)))" : "does not count"
    return "\(row.origin ?? row.outlet ?? "—") (\(row.role.rawValue), \(row.status.rawValue), "
      + "\(row.day.iso), \(weight))"
  }

  private func event(_ evidence: Evidence) -> String {
    let row = evidence.reports.first
    return "\(evidence.indicator.id) \(evidence.phase.day.iso) \(evidence.phase.status.rawValue): "
      + "\(row?.source ?? "somebody") → \(row?.target ?? "—")"
  }

  private func more(_ evidence: Evidence) -> String {
    let count = evidence.phase.origins
    return count > 1 ? " (\(count) origins, \(evidence.reports.count) reports)" : ""
  }

  private func sentence(_ row: EvidenceRow) -> String {
    let words = row.sentence.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "\(words) [\(row.outlet ?? "—"), \(row.reference)]"
  }

  private func whole(_ value: Double) -> String {
    let number = Int(value.rounded())
    return number < 0 ? "−\(-number)" : "\(number)"
  }
  private func tenths(_ value: Double) -> String { decimal(value, 10) }
  private func hundredths(_ value: Double) -> String { decimal(value, 100) }

  private func decimal(_ value: Double, _ parts: Int) -> String {
    let number = Int((value * Double(parts)).rounded())
    let rest = String(number % parts)
    let digits = parts == 10 ? 1 : 2
    return "\(number / parts)." + String(repeating: "0", count: digits - rest.count) + rest
  }

  /// - Parameter width: negative to fill up behind the text.
  private func pad(_ text: String, _ width: Int) -> String {
    let blanks = String(repeating: " ", count: max(0, abs(width) - text.count))
    return width < 0 ? text + blanks : blanks + text
  }
}
