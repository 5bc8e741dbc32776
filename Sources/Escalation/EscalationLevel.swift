/// The index in a word.
package enum EscalationLevel: Int, Sendable, CaseIterable, Comparable {
  case routine, watch, elevated, high, critical

  /// `ROUTINE` … `CRITICAL`.
  package var name: String { "\(self)".uppercased() }

  package init?(name: String) {
    guard let level = Self.allCases.first(where: { $0.name == name.uppercased() }) else {
      return nil
    }
    self = level
  }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
