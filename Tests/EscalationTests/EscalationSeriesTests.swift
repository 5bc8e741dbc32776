import EventData
import Testing

@testable import Escalation

@Suite("The index of a crisis")
struct EscalationSeriesTests {
  let timeline: Timeline
  var days: [Day: EscalationDay] = [:]

  init() throws {
    timeline = try Timeline()
    let series = EscalationSeries(
      timeline.phases(timeline.reports), texts: nil, through: Day(iso: "2022-03-01")!,
      timeline.catalogue)
    series.forEachDay { days[$0.day] = $0 }
  }

  @Test("equals the reference implementation on all of its 121 days")
  func golden() throws {
    #expect(timeline.golden.count == 121)
    for golden in timeline.golden {
      guard let day = days[golden.day] else {
        #expect(golden.values["BX"] == 0, "\(golden.day.iso)")
        continue
      }
      func equals(_ value: Double, _ name: String) {
        #expect(abs(value - golden.values[name]!) <= 0.0051, "\(name) on \(golden.day.iso)")
      }
      equals(day.index.value, "BX")
      equals(day.index.calm, "RX")
      equals(day.index.deviation, "deviation")
      equals(Double(day.index.breadth), "breadth")
      equals(day.index.wordShare ?? 0, "words")
      for bar in day.index.bars { equals(bar.value, bar.family.rawValue) }
      #expect(day.state.level.name == golden.level, "\(golden.day.iso)")
    }
  }

  @Test("names the event that raised the level")
  func cause() throws {
    let day = try #require(days[Day(iso: "2022-02-21")!])
    guard case .tripwire(let event) = day.state.cause else {
      Issue.record("\(day.state.cause)")
      return
    }
    let phase = timeline.phases(timeline.reports).first { $0.event == event }
    #expect(phase.map { timeline.catalogue.indicators[$0.indicator].id } == "LR3")
  }

  @Test("leaves no level on thin evidence")
  func thin() {
    let series = EscalationSeries(
      timeline.phases(timeline.reports), texts: [:], through: Day(iso: "2023-06-01")!,
      timeline.catalogue)
    var last: EscalationDay?
    series.forEachDay { day in
      #expect(day.state.level >= last?.state.level ?? .routine)
      #expect(day.coverage?.isThin == true)
      last = day
    }
    #expect(last?.state == LevelState(level: .critical, daysBelow: 0, cause: .thin))
  }

  @Test("passes over ages in which nothing happens, and comes to rest")
  func gap() throws {
    var early = timeline.reports[0]
    early.report.day = Day(iso: "0014-01-01")!
    var count = 0
    var last: EscalationDay?
    EscalationSeries(
      timeline.phases([early]), texts: nil, through: Day(iso: "2022-03-01")!, timeline.catalogue
    ).forEachDay {
      count += 1
      last = $0
    }
    #expect(count < 1000)
    #expect(last?.state.level == .routine)
    #expect(last?.index.value == 0)
  }
}
