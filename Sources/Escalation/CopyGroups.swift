import EventData

/// Copies of a text or of a sentence: they cannot have come about independently, and speak with
/// the voice of the outlet that printed them first.
enum CopyGroups {
  /// Gives each copy that speaks in its outlet's own voice the voice of the first outlet.
  ///
  /// An outlet that reprints two texts makes them no less independent: each text keeps its own
  /// first outlet. Of several on one day it is the one that shares the fewest texts with others,
  /// then the first by name.
  static func saidByFirst(_ entries: [LedgerEntry]) -> [LedgerEntry] {
    if entries.count == 1 { return entries }
    let (own, quoted) = entries.parted { $0.origin.role == .outlet }
    var copies = Ties(own.count)
    copies.tie(own) { $0.words }
    // Two speakers in one text are two voices; its own words are one.
    copies.tie(own) { $0.text }
    let (groups, alone) = copies.parted(own)
    var shared: [String: Int] = [:]
    for group in groups {
      let outlets = Set(group.map(\.origin.name))
      for outlet in outlets where outlets.count > 1 { shared[outlet, default: 0] += 1 }
    }
    func rank(_ entry: LedgerEntry) -> (Day, Int, String) {
      (entry.day, shared[entry.origin.name] ?? 0, entry.origin.name)
    }
    return quoted + alone
      + groups.flatMap { group in
        let first = group.min { rank($0) < rank($1) }!.origin
        return group.map { entry in
          var entry = entry
          entry.origin = first
          return entry
        }
      }
  }
}
