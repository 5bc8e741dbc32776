import Archive
import Escalation
import EventData

/// An escalation report as one line of JSON.
package enum EscalationJSON {
  /// The line, without a line break.
  package static func line(_ report: EscalationReport) -> [UInt8] {
    let index = report.index
    var json = JSONWriter(capacity: 1 << 14)
    json.object { json in
      json.member("day", report.day.iso)
      json.member("level", report.state.level.name)
      json.member("cause", EscalationText(report).cause)
      json.key("cause_event")
      json.optional(report.cause) { evidence($1, report.catalogue.method, &$0) }
      json.key("analyst_level")
      json.optional(report.analyst) { json, analyst in
        json.object { json in
          json.member("level", analyst.level.name)
          json.member("since", analyst.since.iso)
          json.member("until", analyst.until?.iso)
          json.member("reason", analyst.reason)
          json.member("author", analyst.author)
        }
      }
      json.number("bx", index.value)
      json.number("bx_low", report.range.lowerBound)
      json.number("bx_high", report.range.upperBound)
      json.number("rx", index.calm)
      json.key("breadth")
      json.value(index.breadth)
      json.key("word_share")
      json.optional(index.wordShare.map(rounded)) { $0.value($1) }
      json.key("coverage")
      json.object { json in
        json.key("texts")
        json.value(report.coverage.texts)
        json.key("reports")
        json.value(report.coverage.reports)
        json.key("share")
        json.optional(report.coverage.share.map(rounded)) { $0.value($1) }
        json.key("thin")
        json.value(report.coverage.isThin)
      }
      json.key("bars")
      json.array { json in
        for bar in index.bars { self.bar(bar, report.catalogue.method, &json) }
      }
      json.key("calm")
      bar(index.deEscalation, report.catalogue.method, &json)
      json.key("without")
      json.array { json in
        for voice in report.without {
          json.object { json in
            json.member("origin", voice.origin)
            json.number("bx", voice.value)
          }
        }
      }
      json.key("events")
      json.value(report.events)
      json.key("evidence")
      json.array { json in
        for found in report.evidence { evidence(found, report.catalogue.method, &json) }
      }
      json.member("catalogue", report.catalogue.version)
    }
    return json.bytes
  }

  /// The line of a day of which there is no more to say than its level, or why it has none.
  package static func line(
    on day: Day?, _ level: EscalationLevel?, because reason: String
  ) -> [UInt8] {
    var json = JSONWriter(capacity: 128)
    json.object { json in
      json.member("day", day?.iso)
      json.member("level", level?.name)
      json.member("cause", reason)
    }
    return json.bytes
  }

  private static func bar(
    _ bar: FamilyBar, _ method: EscalationMethod, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.member("family", bar.family.rawValue)
      json.member("name", bar.family.name)
      json.number("value", bar.value)
      json.number("maximum", method.maximum(bar.family))
      json.number("points", bar.points)
    }
  }

  private static func evidence(
    _ found: Evidence, _ method: EscalationMethod, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.member("indicator", found.indicator.id)
      json.member("name", found.indicator.name)
      json.member("family", found.indicator.family.rawValue)
      json.member("day", found.phase.day.iso)
      json.member("status", found.phase.status.rawValue)
      json.member("source", found.reports.first?.source)
      json.member("target", found.reports.first?.target)
      json.number("weight", found.indicator.weight)
      json.number("reality", found.reality)
      json.number("credibility", found.phase.credibility)
      json.number("size", found.phase.factor)
      json.number("decay", found.decay)
      json.number("points", found.points)
      json.number("share", found.share)
      json.key("origins")
      json.value(found.phase.origins)
      json.key("reports")
      json.array { json in
        for row in found.reports {
          json.object { json in
            json.member("id", row.reference.description)
            json.member("article", row.reference.article)
            json.member("outlet", row.outlet)
            json.member("published", row.published?.iso)
            json.member("day", row.day.iso)
            json.member("status", row.status.rawValue)
            json.member("origin", row.origin)
            json.member("role", row.role.rawValue)
            json.key("counts")
            json.value(found.counts(row, method))
            json.member("sentence", row.sentence)
          }
        }
      }
    }
  }

  /// Six digits behind the point: what the ledger is exact to.
  fileprivate static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}

extension JSONWriter {
  fileprivate mutating func number(_ key: StaticString, _ number: Double) {
    self.key(key)
    value(EscalationJSON.rounded(number))
  }

  fileprivate mutating func optional<Value>(
    _ value: Value?, _ write: (inout JSONWriter, Value) -> Void
  ) {
    guard let value else { return self.value(nil as String?) }
    write(&self, value)
  }
}
