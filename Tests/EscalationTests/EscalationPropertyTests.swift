import EventData
import Testing

@testable import Escalation

/// What must hold of any ledger, tried on a hundred random entries under the shipped catalogue.
@Suite("Of any archive, the index")
struct EscalationPropertyTests {
  let catalogue: IndicatorCatalogue
  let entries: [LedgerEntry]
  let today = Day.sample(40)

  init() throws {
    let catalogue = try shippedCatalogue()
    self.catalogue = catalogue
    var random = SplitMix(state: 5)
    let names = ["Norrland", "Tasmark", "Orlen"]
    entries = (0..<100).map { row in
      .entry(
        Int64(row), catalogue.indicators.randomElement(using: &random)!.id,
        on: Int.random(in: 0...40, using: &random),
        is: Event.Status.allCases.randomElement(using: &random)!,
        from: names.randomElement(using: &random), to: names.randomElement(using: &random),
        by: Bool.random(using: &random) ? names.randomElement(using: &random) : nil,
        outlet: "Outlet \(row % 7)", sentence: "Sentence \(row % 60).")
    }
  }

  private func ledger(_ entries: [LedgerEntry]) -> Ledger { Ledger(entries, catalogue: catalogue) }

  @Test("does not depend on the order of the entries")
  func orderFree() {
    let expected = ledger(entries)
    #expect(expected.index(on: today).value > 20)
    for seed in 0..<50 {
      var random = SplitMix(state: UInt64(seed))
      let shuffled = ledger(entries.shuffled(using: &random))
      #expect(shuffled == expected)
      #expect(shuffled.index(on: today) == expected.index(on: today))
    }
  }

  @Test("does not change when entries come twice, or as copies in other outlets")
  func duplicates() {
    let expected = ledger(entries)
    #expect(ledger(entries + entries) == expected)
    let copies = entries.map { entry in
      var copy = entry
      copy.row += 1000
      copy.article += 1000
      return copy
    }
    var relabelled = copies
    for index in relabelled.indices where relabelled[index].event.origin != nil {
      relabelled[index].outlet = "Other \(index)"
    }
    for more in [copies, relabelled] {
      let index = ledger(entries + more).index(on: today)
      #expect(index.value == expected.index(on: today).value)
      #expect(index.calm == expected.index(on: today).calm)
    }
  }

  @Test("does not change with what is background, negated or denied")
  func noEffect() {
    let expected = ledger(entries).index(on: today)
    for status in [Event.Status.background, .negated, .denied] {
      let more = entries.map { entry in
        var other = entry
        other.row += 1000
        other.event.status = status
        other.published = today
        other.event.origin = "Somebody else"
        return other
      }
      let index = ledger(entries + more).index(on: today)
      #expect(index == expected)
    }
  }

  @Test("does not fall when one more origin reports the same")
  func corroboration() {
    let before = ledger(entries).index(on: today)
    for entry in entries {
      var other = entry
      other.row += 1000
      other.event.origin = "Somebody else"
      other.sentence = "Told anew."
      let after = ledger(entries + [other]).index(on: today)
      #expect(after.value >= before.value - 1e-9)
      #expect(after.calm >= before.calm - 1e-9)
    }
  }

  @Test("falls when nothing more is reported")
  func silence() {
    let ledger = ledger(entries)
    let values = (0..<60).map { ledger.index(on: today.advanced(by: $0)).value }
    for (earlier, later) in zip(values, values.dropFirst()) { #expect(later < earlier) }
  }

  @Test("is the sum of its bars, and no bar exceeds its maximum")
  func bars() {
    let all = entries.flatMap { entry in
      (0..<40).map { copy in
        var other = entry
        other.row += Int64(copy) * 1000
        other.event.source = .named("Actor \(copy)")
        return other
      }
    }
    for entries in [entries, all] {
      let index = ledger(entries).index(on: today)
      #expect(abs(index.bars.reduce(0) { $0 + $1.value } - index.value) < 1e-9)
      #expect(index.value <= 100)
      #expect(index.calm <= 100)
      for bar in index.bars { #expect((0...bar.family.maximum).contains(bar.value)) }
    }
  }

  @Test("can be recomputed from its evidence")
  func evidence() {
    let index = ledger(entries).index(on: today)
    for bar in index.bars + [index.deEscalation] {
      var points = 0.0
      for evidence in bar.evidence {
        let event = evidence.event
        points +=
          event.indicator.weight * event.reality * event.credibility * evidence.decay
        #expect(event.indicator.family == bar.family)
        #expect(event.entries.allSatisfy { entries.contains($0) })
      }
      #expect(abs(points - bar.points) < 1e-4)
      #expect(abs(bar.evidence.reduce(0) { $0 + bar.share(of: $1) } - bar.value) < 1e-9)
      #expect(bar.evidence.map(\.points) == bar.evidence.map(\.points).sorted(by: >))
    }
  }

  @Test("accounts for every entry, as an event or with a reason")
  func everyEntry() {
    let ledger = ledger(entries)
    let rows = ledger.events.flatMap { $0.entries.map(\.row) } + ledger.excluded.map(\.entry.row)
    #expect(rows.sorted() == entries.map(\.row))
  }
}
