import EventData
import Testing

@testable import Escalation

/// The nine properties without which a number of escalation is not to be trusted, tried on a
/// crisis coded by hand.
@Suite("Of any crisis, the index")
struct EscalationPropertyTests {
  let timeline: Timeline
  let reports: [Timeline.Report]
  let before: EscalationIndex
  let last = Day(iso: "2022-02-24")!

  init() throws {
    timeline = try Timeline()
    reports = timeline.reports
    before = timeline.index(timeline.reports)
  }

  private func with(
    _ report: Timeline.Report, _ change: (inout Timeline.Report) -> Void
  ) -> EscalationIndex {
    var other = report
    change(&other)
    return timeline.index(reports + [other])
  }

  @Test("does not depend on the order of the reports, nor on how often they come")
  func ordersAndDuplicates() {
    let phases = timeline.phases(reports)
    for seed in 0..<200 {
      var random = SplitMix(state: UInt64(seed))
      let more = seed.isMultiple(of: 2) ? reports : reports + reports
      #expect(timeline.phases(more.shuffled(using: &random)) == phases)
    }
  }

  @Test("does not change with what is background or negated")
  func noEffect() {
    for report in reports {
      #expect(with(report) { $0.report.status = .background } == before)
      #expect(
        with(report) {
          $0.report.status = .negated
          $0.report.day = last
        } == before)
    }
  }

  @Test("does not fall when one more origin reports the same")
  func corroboration() {
    for report in reports {
      let after = with(report) { $0.report.origin = Origin(.thirdGovernment, "new") }
      #expect(after.value >= before.value - 1e-9)
      #expect(after.calm >= before.calm - 1e-9)
    }
  }

  @Test("does not rise with a denial")
  func denial() {
    for report in reports {
      let after = with(report) { $0.report.denier = .party }
      #expect(after.value <= before.value + 1e-9)
      #expect(after.calm <= before.calm + 1e-9)
    }
  }

  @Test("never sets talks off against shelling")
  func noNetting() {
    for report in reports {
      let after = with(report) {
        $0.key += " again"
        $0.report.day = last
      }
      if timeline.catalogue.indicators[report.indicator].direction == .calms {
        #expect(abs(after.value - before.value) < 1e-9)
        #expect(after.calm >= before.calm)
      } else {
        #expect(abs(after.calm - before.calm) < 1e-9)
        #expect(after.value >= before.value)
      }
    }
  }

  @Test("takes many forecasts for no occurrence")
  func forecasts() throws {
    let roles: [Origin] = [
      Origin(.party, "a"), Origin(.party, "b"), Origin(.anonymous, ""), Origin(.analyst, ""),
    ]
    for indicator in timeline.catalogue.indicators {
      var event = LedgerEvent(indicator)
      for origin in roles {
        event.add(
          LedgerReport(origin: origin, status: .forecast, day: last), timeline.catalogue.method)
      }
      event.add(
        LedgerReport(origin: Origin(.social, ""), status: .occurred, day: last),
        timeline.catalogue.method)
      let score = try #require(event.score(timeline.catalogue.method))
      #expect(score.points < indicator.weight / 2)
    }
  }

  @Test("falls when nothing more is reported")
  func silence() {
    let values = (0..<60).map { timeline.index(reports, on: last.advanced(by: $0)).value }
    for (earlier, later) in zip(values, values.dropFirst()) { #expect(later < earlier) }
  }

  @Test("is the sum of its bars, and no bar exceeds its maximum")
  func bars() {
    let many = (0..<40).flatMap { copy in
      reports.map { report in
        var other = report
        other.key += " \(copy)"
        return other
      }
    }
    for reports in [reports, many] {
      let index = timeline.index(reports)
      #expect(abs(index.bars.reduce(0) { $0 + $1.value } - index.value) < 1e-9)
      #expect(index.value <= 100)
      #expect(index.calm <= 100)
      for bar in index.bars {
        #expect((0...timeline.catalogue.method.maximum(bar.family)).contains(bar.value))
      }
    }
  }

  @Test("is nothing without reports")
  func empty() {
    let index = timeline.index([])
    #expect(index.value == 0)
    #expect(index.calm == 0)
    #expect(index.deviation == 0)
    #expect(index.wordShare == nil)
  }
}
