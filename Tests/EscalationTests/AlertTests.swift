import EventData
import Testing

@testable import Escalation

@Suite("Alerts")
struct AlertTests {
  private func alerts(of values: [Double], texts: [Int]? = nil) throws -> [Alert] {
    let catalogue = try shippedCatalogue()
    var watch = AlertWatch(catalogue.method, since: .sample(0))
    for (day, value) in values.enumerated() {
      let bars = IndicatorFamily.escalating.map {
        FamilyBar(family: $0, points: 0, value: $0 == .force ? value : 0)
      }
      watch.read(
        EscalationDay(
          index: EscalationIndex(
            day: .sample(day), bars: bars,
            deEscalation: FamilyBar(family: .deEscalation, points: 0, value: 0), deviation: 0,
            breadth: 0, wordShare: nil),
          state: .start,
          coverage: texts.map {
            Coverage(texts: $0[day], reports: 9, single: 0, isThin: $0[day] < 8)
          }))
    }
    return watch.alerts
  }

  @Test("tell of a record once, however long it goes on rising")
  func record() throws {
    let quiet = Array(repeating: 10.0, count: 90)
    #expect(try alerts(of: quiet).isEmpty)
    let rising = try alerts(of: quiet + (1...10).map { 10 + Double($0) * 5 })
    let records = rising.filter { $0.rule == .record }
    #expect(Set(records.map(\.scope)) == ["BX", "FU"])
    #expect(records.allSatisfy { $0.day > .sample(90) && $0.days > 3 })
    // The strongest day of all is what it tells.
    #expect(records.allSatisfy { $0.last == .sample(99) && $0.value == 45 })
  }

  @Test("tell of what recurs within a fortnight as the same, and of what recurs later anew")
  func recurrence() throws {
    func course(_ days: Int...) throws -> [Alert] {
      var course = AlertCourse(try shippedCatalogue().method)
      for day in days {
        course.raise(
          Alert(
            rule: .record, scope: "BX", day: .sample(day), value: Double(day % 10), threshold: 1))
      }
      return course.alerts
    }
    #expect(try course(1, 9, 20).map(\.days) == [3])
    #expect(try course(1, 9, 20).map(\.value) == [9])
    #expect(try course(1, 30).map(\.day) == [.sample(1), .sample(30)])
  }

  @Test("say since when a record is one, in a young archive, and in a year after that")
  func period() throws {
    func text(on day: Int) throws -> String {
      Alert(rule: .record, scope: "FU", day: .sample(day), value: 9, threshold: 7).text(
        AlertTerms(try shippedCatalogue(), names: [:], since: .sample(0)))
    }
    #expect(
      try text(on: 90).hasPrefix(
        "FU use of force: highest weekly mean since \(Day.sample(0).iso), the archive's first day"))
    #expect(try text(on: 400).contains("in a year"))
  }

  @Test("tell of a jump when there is enough of an archive to know one")
  func surprise() throws {
    let jump = Array(repeating: 10.0, count: 70) + [30]
    #expect(try alerts(of: jump).contains { $0.rule == .surprise && $0.value > 3 })
    #expect(try !alerts(of: Array(jump.suffix(30))).contains { $0.rule == .surprise })
  }

  @Test("tell of silence, and are silent about records then")
  func silence() throws {
    let values = Array(repeating: 10.0, count: 90) + (1...20).map { 10 + Double($0) * 5 }
    let texts = Array(repeating: 40, count: 90) + Array(repeating: 3, count: 20)
    let found = try alerts(of: values, texts: texts)
    #expect(found.map(\.rule) == [.silence])
    #expect(found.first?.day == .sample(90))
  }

  @Test("tell of the event that trips a wire, once for the days that it holds")
  func tripwire() throws {
    let timeline = try Timeline()
    var watch = AlertWatch(timeline.catalogue.method, since: Day(iso: "2021-11-10")!)
    EscalationSeries(
      timeline.phases(timeline.reports), texts: nil, through: Day(iso: "2022-02-24")!,
      timeline.catalogue
    ).forEachDay { watch.read($0) }
    let wires = watch.alerts.filter { $0.rule == .tripwire }
    #expect(wires.first?.day == Day(iso: "2022-01-24")!)
    #expect(wires.contains { $0.scope == "CRITICAL" && $0.day == Day(iso: "2022-02-21")! })
    #expect(Set(watch.alerts.map(\.id)).count == watch.alerts.count)
  }

  @Test("tell of denials, of figures that differ, and of what has grown")
  func ofEvents() throws {
    func rules(_ reports: CodedReport...) throws -> [Alert.Rule] {
      SampleLedger(reports, try catalogue()).events.flatMap(\.alerts).map(\.rule)
    }
    #expect(try rules(.report(1), .report(2)).isEmpty)
    #expect(try rules(.report(1), .report(2, is: .denied, by: "Norrland")) == [.contradiction])
    #expect(
      try rules(.report(1, "MP1", troops: 1000), .report(2, "MP1", troops: 2000)) == [.dispute])
    #expect(
      try rules(.report(1, "MP1", troops: 1000), .report(2, "MP1", on: 5, troops: 1050)).isEmpty)
    #expect(
      try rules(
        .report(1, "MP1", outlet: "A", troops: 1000),
        .report(2, "MP1", on: 5, outlet: "A", troops: 1200)) == [.growth])
  }

  @Test("tell of a week in which more is told of a pair than in any before, not of a little")
  func parts() throws {
    let method = try shippedCatalogue().method
    let watch = SurgeWatch(method, since: .sample(0), thinDays: [Day.sample(95).number])
    func surges(_ points: [(Int, Double)]) -> [Alert] {
      var course = AlertCourse(method)
      watch.read(
        points.map { (Day.sample($0.0).number, Int($0.1 * 1e6)) },
        of: AlertScope.dyad("NRL", "TSM"), from: Day.sample(0).number, into: &course)
      return course.alerts
    }
    let found = surges([(20, 15), (22, 9), (80, 8), (84, 9), (85, 14), (86, 3)])
    #expect(found.map(\.day) == [.sample(22), .sample(85)])
    #expect(found.map(\.value) == [24, 34])
    #expect(found.map(\.threshold) == [0, 30])
    #expect(surges([(3, 40)]).isEmpty)
    #expect(surges([(95, 40)]).isEmpty)
    let terms = AlertTerms(
      try shippedCatalogue(), names: ["NRL": "Norrland", "TSM": "Tasmark"], since: .sample(0))
    #expect(found[0].text(terms).hasPrefix("Norrland → Tasmark: most told in a week since"))
    #expect(AlertScope.name("in XY", ["XY": "Xyland"]) == "in Xyland")
  }

  @Test("tell of a figure that no report of a year has reached")
  func figures() throws {
    var records = FigureRecords(try catalogue(), from: .sample(0))
    let sizes = [(0, 2.0), (5, 1.0), (9, 2.1), (20, 3.0), (30, 2.9), (400, 2.0), (401, 2.4)]
    for (day, size) in sizes {
      records.read(size, of: "MP1", event: Int64(day), on: .sample(day))
    }
    #expect(records.alerts.map(\.day) == [.sample(20), .sample(401)])
    #expect(records.alerts.map(\.threshold) == [2.1, 2.0])
  }

  @Test("tell of talks of which nobody says that they were held")
  func expected() {
    func alerts(heldBy held: Set<String>, on day: Int, through last: Int) -> [Alert] {
      Appointment.missed(
        [Appointment(event: 1, indicator: "DE1", day: .sample(5), parties: ["A", "B"])],
        held: [.sample(day): [held]], through: .sample(last))
    }
    #expect(alerts(heldBy: ["A", "B", "C"], on: 6, through: 9).isEmpty)
    #expect(alerts(heldBy: ["A", "C"], on: 5, through: 9).map(\.day) == [.sample(7)])
    #expect(alerts(heldBy: ["A", "B"], on: 9, through: 9).count == 1)
    #expect(alerts(heldBy: [], on: 5, through: 6).isEmpty)
  }
}
