import EventData
import Testing

@testable import Escalation

@Suite("Alerts")
struct AlertTests {
  private func alerts(of values: [Double], texts: [Int]? = nil) throws -> [Alert] {
    let catalogue = try shippedCatalogue()
    var watch = AlertWatch(catalogue.method)
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
    #expect(records.allSatisfy { $0.day > .sample(90) && $0.value > 12.5 && $0.days > 3 })
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
    var watch = AlertWatch(timeline.catalogue.method)
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

  @Test("tell of a record of a pair of parties, not of a small one, and name both")
  func parts() throws {
    let method = try shippedCatalogue().method
    var watch = AlertWatch(method)
    func day(_ day: Int, _ value: Double) -> EscalationDay {
      EscalationDay(
        index: EscalationIndex(
          day: .sample(day), bars: [FamilyBar(family: .force, points: 0, value: value)],
          deEscalation: FamilyBar(family: .deEscalation, points: 0, value: 0), deviation: 0,
          breadth: 0, wordShare: nil), state: .start, coverage: nil)
    }
    for number in 0..<90 { watch.read(day(number, 0)) }
    for number in 60..<90 {
      watch.read(day(number, number < 80 ? 1 : 20), of: AlertScope.dyad("NRL", "TSM"))
      watch.read(day(number, number < 80 ? 1 : 2), of: AlertScope.place("XY"))
    }
    #expect(watch.alerts.map(\.scope) == ["NRL → TSM"])
    #expect(watch.alerts.map(\.rule) == [.record])
    let text = watch.alerts[0].text(
      try shippedCatalogue(), names: ["NRL": "Norrland", "TSM": "Tasmark"])
    #expect(text.hasPrefix("Norrland → Tasmark: highest weekly mean"))
    #expect(AlertScope.name("in XY", ["XY": "Xyland"]) == "in Xyland")
  }

  @Test("tell of a figure that no report of a year has reached")
  func figures() throws {
    var records = FigureRecords(try catalogue())
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
