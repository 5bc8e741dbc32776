import EventData
import Testing

@testable import Escalation

@Suite("What has changed since a look")
struct EventChangeTests {
  let catalogue: IndicatorCatalogue

  init() throws {
    catalogue = try EscalationTests.catalogue()
  }

  private func state(
    _ event: Int64, day: Int = 0, points: Int = 5_000_000, reports: Int = 1, denials: Int = 0
  ) -> EventState {
    EventState(
      event: event, indicator: 0, day: .sample(day), microPoints: points, reports: reports,
      denials: denials)
  }

  private func changes(
    _ seen: [EventState], _ now: [EventState], later: Int = 0
  ) -> [EventChange] {
    var greatest = GreatestChanges(limit: 99)
    for event in Set((seen + now).map(\.event)) {
      let change = EventChange(
        from: seen.first { $0.event == event }, on: .sample(0),
        to: now.first { $0.event == event }, on: .sample(later), catalogue)
      if let change { greatest.add(change) }
    }
    return greatest.sorted
  }

  @Test("is nothing as long as nothing is added")
  func nothing() {
    #expect(changes([state(1)], [state(1)]).isEmpty)
    #expect(changes([state(1)], [state(1)], later: 3).isEmpty)
  }

  @Test("tells what is new, stronger, weaker, contested, gone and only retold")
  func kinds() {
    let seen = [state(1), state(2), state(3), state(4), state(5)]
    let now = [
      state(1, points: 7_000_000, reports: 2), state(2, points: 4_000_000),
      state(3, points: 2_000_000, reports: 2, denials: 1), state(4, reports: 2),
      state(6, points: 8_000_000),
    ]
    #expect(
      changes(seen, now).map { "\($0.event) \($0.kind) \(Int($0.effect)) +\($0.reports)" } == [
        "6 new 8 +1", "5 ended -5 +0", "3 contested -3 +1", "1 strengthened 2 +1",
        "2 weakened -1 +0", "4 retold 0 +1",
      ])
  }

  @Test("keeps the greatest of however many")
  func greatest() {
    var greatest = GreatestChanges(limit: 2)
    for effect in 1...50 {
      greatest.add(
        EventChange(event: Int64(effect), kind: .new, effect: Double(effect % 37), reports: 1))
    }
    #expect(greatest.sorted.map(\.effect) == [36, 35])
  }

  @Test("calls ended what time has taken, and never new what was over before")
  func ended() {
    #expect(changes([state(1)], [state(1)], later: 60).map(\.kind) == [.ended])
    #expect(changes([], [state(1)], later: 60).isEmpty)
  }
}
