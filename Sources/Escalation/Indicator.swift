import Glibc

/// A kind of event that speaks for escalation, or against it.
package struct Indicator: Hashable, Sendable, Identifiable {
  package enum Direction: String, Sendable {
    case escalates = "+"
    case calms = "-"
  }

  /// Words and deeds are kept apart: in a word the utterance is the act.
  package enum Track: String, Sendable {
    case word, deed
  }

  /// What makes one event of it larger than another.
  package struct Quantity: Hashable, Sendable {
    /// As `troops`.
    package var name: String
    /// The size that counts once.
    package var usual: Double
  }

  /// As `MP1`.
  package var id: String
  package var family: IndicatorFamily
  package var name: String
  package var direction: Direction
  package var track: Track
  /// Points of one certain event on its day, above 0 and up to 10.
  package var weight: Double
  /// Days after which its points have halved.
  package var halfLife: Double
  /// 0 none, 1 watch, 2 high, 3 critical.
  package var tripwire: Int
  /// A condition that lasts: a restatement keeps it alive and never adds to it.
  package var isState: Bool
  /// Claimed by the actor in its own favour, it is believed less than another's word.
  package var isDoubted: Bool
  /// CAMEO codes that can mean it.
  package var cameo: [String]
  /// PLOVER categories and modes that can mean it, as written in the catalogue.
  package var plover: [String]
  /// What a sentence must report.
  package var trigger: String
  /// What looks like it and is not.
  package var notThis: String
  package var example: String
  /// Quantities worth tracking.
  package var quantities: [Quantity]
  /// Where the weight comes from.
  package var basis: String
}

extension Indicator {
  /// What some days leave of its points, 1 … 0.
  package func decay(over days: Int) -> Double { exp2(-Double(days) / halfLife) }
}
