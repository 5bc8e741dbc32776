import EventData
import Testing

@testable import Escalation

@Suite("The escalation index")
struct EscalationIndexTests {
  @Test("of nothing is nothing")
  func empty() throws {
    let index = try Ledger().index(on: .sample(0))
    #expect(index.value == 0)
    #expect(index.calm == 0)
    #expect(index.level == .routine)
    #expect(index.wordShare == nil)
    #expect(index.bars.count == 10)
  }

  @Test("follows the formula on a worked example")
  func worked() throws {
    // One shelling seven days ago, seen by an outlet; a threat today, in the threatener's words.
    let ledger = try Ledger(.entry(1), .entry(2, "TH1", on: 7, by: "Norrland"))
    let index = ledger.index(on: .sample(7))
    let force = try #require(index.bars.first { $0.family == .force })
    #expect(abs(force.points - 8 * 0.85 / 2) < 1e-9)
    // 22 × (1 − e^(−3.4/15)), and 10 × (1 − e^(−4.75/15))
    #expect(abs(force.value - 4.461898) < 1e-5)
    #expect(abs(index.value - 7.176162) < 1e-5)
    #expect(abs((index.wordShare ?? 0) - 4.75 / 8.15) < 1e-9)
    #expect(index.breadth == 2)
  }

  @Test(
    "has a word for every height",
    arguments: [
      (0.0, EscalationLevel.routine), (11.9, .routine), (12, .watch), (28, .elevated), (45, .high),
      (65, .critical), (100, .critical),
    ])
  func levels(_ value: Double, _ level: EscalationLevel) {
    #expect(EscalationLevel(index: value) == level)
    #expect(level.name == "\(level)".uppercased())
  }

  @Test("does not count what lies ahead")
  func future() throws {
    let ledger = try Ledger(.entry(1, on: 5))
    #expect(ledger.index(on: .sample(4)).value == 0)
    #expect(ledger.index(on: .sample(5)).value > 0)
  }

  @Test("forgets what is ten half-lives old")
  func forgets() throws {
    let ledger = try Ledger(.entry(1))
    #expect(ledger.index(on: .sample(70)).value > 0)
    #expect(ledger.index(on: .sample(71)).value == 0)
  }

  @Test("never sets talks off against shelling")
  func noNetting() throws {
    let shelling = try Ledger(.entry(1)).index(on: .sample(0))
    let both = try Ledger(.entry(1), .entry(2, "DE1")).index(on: .sample(0))
    #expect(both.value == shelling.value)
    #expect(both.calm > 0)
    #expect(shelling.calm == 0)
  }
}
