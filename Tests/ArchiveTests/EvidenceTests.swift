import EventData
import Testing

@testable import Archive

/// Which of the reports behind an event come first, and how many.
@Suite("Evidence")
struct EvidenceTests {
  /// One shelling told by four outlets, of which one tells that it is denied; and another event.
  private static let told = [
    ("d", Event.Status.occurred), ("c", .occurred), ("b", .denied), ("a", .occurred),
  ].map { id, status in
    var sample = LedgerTests.news(
      id, 3, "FU1", outlet: "Outlet \(id)",
      "Shells fell on the harbour of Orlen, as report \(id) has it in words of its own.")
    sample.coded.events[0].status = status
    return sample
  }
  private static let other = LedgerTests.news(
    "e", 20, "MP1", "Norrland sent four more battalions to the line on Tuesday with their guns.")

  private func evidence(
    each: Int = .max, most: Int = .max
  ) throws -> [(event: Int64?, article: String)] {
    let writer = try ArchiveWriter.holding(Self.told + [Self.other])
    try writer.updateLedger(LedgerTests.catalogue())
    let archive = writer.reader
    let found = try archive.ledgerEvents(.everything)
    let other = try found.filter { try archive.evidence(of: [$0]).count == 1 }
    let events = Array(other) + found.subtracting(other)
    return try archive.evidence(of: events, each: each, most: most).map {
      ($0.event, $0.reference.article)
    }
  }

  @Test("of one event stands together, what says most first, then the earliest")
  func order() throws {
    let all = try evidence()
    #expect(all.map(\.article) == ["e", "a", "c", "d", "b"])
    #expect(Set(all.dropFirst().map(\.event)).count == 1)
  }

  @Test("is as much of each event, and of all, as is asked for")
  func limits() throws {
    #expect(try evidence(each: 1).map(\.article) == ["e", "a"])
    #expect(try evidence(each: 3).map(\.article) == ["e", "a", "c", "d"])
    #expect(try evidence(most: 2).map(\.article) == ["e", "a"])
    #expect(try evidence(each: 2, most: 4).map(\.article) == ["e", "a", "c"])
  }

  @Test("names a sentence once, however many actors it names")
  func onceASentence() throws {
    var sample = Self.other
    sample.coded.events.append(sample.coded.events[0])
    let writer = try ArchiveWriter.holding(sample)
    try writer.updateLedger(LedgerTests.catalogue())
    let events = Array(try writer.reader.ledgerEvents(.everything))
    #expect(try writer.reader.ledgerEntries(of: events).values.flatMap { $0 }.count == 2)
    #expect(try writer.reader.evidence(of: events).count == 1)
  }
}
