import EventData

/// Why a level is what it is.
package enum LevelCause: Hashable, Sendable {
  /// BX has reached the threshold.
  case index
  /// An event has tripped a wire.
  case tripwire(event: Int64)
  /// BX has fallen, and not far or long enough.
  case held
  /// BX has fallen, and nobody knows whether things are calm or only unreported.
  case thin
}

/// The level of a day, and what the next day's depends on.
package struct LevelState: Hashable, Sendable {
  package var level: EscalationLevel
  /// Days in a row on which it could have been left.
  package var daysBelow: Int
  package var cause: LevelCause

  package static let start = LevelState(level: .routine, daysBelow: 0, cause: .index)

  package init(level: EscalationLevel, daysBelow: Int, cause: LevelCause) {
    self.level = level
    self.daysBelow = daysBelow
    self.cause = cause
  }

  /// Up at once, down slowly: one step after some days well below, never on thin evidence.
  ///
  /// - Parameters:
  ///   - floor: the level that tripwires demand, with the event that does.
  package func next(
    index: Double, floor: (level: EscalationLevel, event: Int64)?, isThin: Bool,
    _ method: EscalationMethod
  ) -> LevelState {
    let byIndex = method.level(index: index)
    let demanded = floor.map { max($0.level, byIndex) } ?? byIndex
    let byRule = floor.flatMap { $0.level == demanded && $0.level > byIndex ? $0.event : nil }
    let cause = byRule.map { LevelCause.tripwire(event: $0) } ?? .index
    if demanded >= level { return LevelState(level: demanded, daysBelow: 0, cause: cause) }
    guard index < method.threshold(level) - method["level.margin"] else {
      return LevelState(level: level, daysBelow: 0, cause: .held)
    }
    if isThin { return LevelState(level: level, daysBelow: 0, cause: .thin) }
    guard daysBelow + 1 >= method.days("level.days"),
      let below = EscalationLevel(rawValue: level.rawValue - 1)
    else { return LevelState(level: level, daysBelow: daysBelow + 1, cause: .held) }
    return LevelState(level: below, daysBelow: 0, cause: below == demanded ? cause : .held)
  }
}
