/// The index in a word.
package enum EscalationLevel: Int, Sendable, CaseIterable, Comparable {
  case routine, watch, elevated, high, critical

  /// From which index on, 0 to 100.
  package var threshold: Double {
    switch self {
    case .routine: 0
    case .watch: 12
    case .elevated: 28
    case .high: 45
    case .critical: 65
    }
  }

  /// `ROUTINE` … `CRITICAL`.
  package var name: String { "\(self)".uppercased() }

  package init(index: Double) {
    self = Self.allCases.last { index >= $0.threshold } ?? .routine
  }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
