import EventData
import Testing

@testable import Coder

@Suite("Denials")
struct DenialTests {
  /// The events that feed an indicator, as `FU3 RWA denied by Rwanda`, each once.
  private func claims(_ text: String) throws -> Set<String> {
    let found = try code(text, published: "2024-03-14").events.compactMap { event in
      event.indicator.map {
        "\($0) \(event.source?.code.prefix(3) ?? "---") \(event.status.rawValue) by "
          + (event.origin ?? "nobody")
      }
    }
    return Set(found)
  }

  @Test(
    "answer to what was said before them",
    arguments: [
      "Congo said that Rwanda had invaded Congo, a charge that Kigali rejected.",
      "Congo said that Rwanda had invaded Congo, which Kigali denies.",
      "Congo said that Rwanda had invaded Congo. Kigali denied it.",
      "Congo said that Rwanda had invaded Congo. Kigali has rejected the accusation.",
      "Congo said that Rwanda had invaded Congo; Kigali denied it.",
    ])
  func answers(_ text: String) throws {
    let found = try claims(text)
    #expect(found.contains("FU3 RWA denied by Rwanda"), "\(found)")
    #expect(found.contains { $0.hasPrefix("FU3 RWA occurred by") }, "\(found)")
  }

  @Test("of an allegation are denials of what is alleged")
  func allegations() throws {
    let found = try claims("Rwanda denies Congolese allegations that it has invaded Congo.")
    #expect(found.contains("FU3 RWA denied by Rwanda"), "\(found)")
    #expect(found.contains("IO2 COD occurred by Democratic Republic of Congo"), "\(found)")
  }

  @Test("are of those whom the sentence names before")
  func beneficiaries() throws {
    let found = try code(
      "Rwanda has backed the M23 rebels but denies Congolese allegations it provides military "
        + "support.", published: "2024-03-14"
    ).events
    #expect(
      found.contains {
        $0.indicator == "AT2" && $0.status == .denied && $0.target?.name == "M23 rebels"
      }, "\(found.map(\.summary))")
  }

  @Test(
    "are none of what nobody said, nor of what another did",
    arguments: [
      "Congo said that Rwanda had invaded Congo. Kenya rejected the proposal.",
      "Congo said that Rwanda had invaded Congo. Uganda denied it.",
      "Kigali denied it.",
    ])
  func none(_ text: String) throws {
    #expect(try claims(text).filter { $0.contains("denied") } == [])
  }
}
