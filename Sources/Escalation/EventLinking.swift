import EventData
import Glibc

/// The events that the entries of one link tell of.
package enum EventLinking {
  /// Who tells of one event, before it is weighed.
  package struct Telling: Sendable {
    /// That of the event: the same for the same reports, whatever else is in the archive.
    package let id: Int64
    package let asserted: [LedgerEntry]
    package let denied: [LedgerEntry]
    /// Of a state, that it has grown.
    let isGrowth: Bool

    /// The entries that assert or deny it, in order.
    package var rows: [Int64] { (asserted + denied).map(\.row).sorted() }
  }

  package struct Linked: Hashable, Sendable {
    /// The same for the same reports, whatever else is in the archive.
    package var id: Int64
    /// The entries that assert or deny it.
    package var rows: [Int64]
    package var phases: [LedgerPhase]
    /// What a person should see of it.
    package var alerts: [Alert]
  }

  /// - Parameters:
  ///   - entries: all of one link, in any order, each once.
  ///   - indicator: their indicator's place in the catalogue.
  /// - Returns: in order of day; without those that nobody asserts.
  package static func events(
    _ entries: [LedgerEntry], indicator: Int, _ catalogue: IndicatorCatalogue
  ) -> [Linked] {
    tellings(entries, indicator: indicator, catalogue).map {
      event($0, indicator: indicator, catalogue)
    }
  }

  /// What ``events(_:indicator:_:)`` weighs.
  package static func tellings(
    _ entries: [LedgerEntry], indicator: Int, _ catalogue: IndicatorCatalogue
  ) -> [Telling] {
    let method = catalogue.method
    let (asserted, denied) = datedAsFirstCopy(CopyGroups.saidByFirst(entries), method)
      .parted { $0.status != .denied }
    let isState = catalogue.indicators[indicator].isState
    let reach = method.days("link.days")
    func telling(_ members: [LedgerEntry], isGrowth: Bool = false) -> Telling {
      let first = members.map(\.day).min()!
      var digest = Digest()
      digest.combine(Int(members[0].link))
      digest.combine(first.number)
      digest.combine(isGrowth ? 1 as UInt8 : 0)
      let near = denied.filter {
        isState || (-reach...2 * reach).contains(first.distance(to: $0.day))
      }
      return Telling(id: digest.value, asserted: members, denied: near, isGrowth: isGrowth)
    }
    guard isState else {
      return windows(asserted, reach: reach).map { telling($0) }
    }
    let lasting = asserted.isEmpty ? [] : [telling(asserted)]
    return lasting
      + windows(growth(in: asserted, method), reach: reach).map { telling($0, isGrowth: true) }
  }

  /// Weighs an event by who tells of it.
  package static func event(
    _ telling: Telling, indicator: Int, _ catalogue: IndicatorCatalogue
  ) -> Linked {
    let method = catalogue.method
    return Linked(
      id: telling.id, rows: telling.rows,
      phases: LedgerPhase.phases(
        of: reports(telling.asserted + telling.denied, method), event: telling.id,
        indicator: indicator, catalogue),
      alerts: alerts(telling, scope: catalogue.indicators[indicator].id, method))
  }

  private static func alerts(
    _ telling: Telling, scope: String, _ method: EscalationMethod
  ) -> [Alert] {
    let (asserted, denied) = (telling.asserted, telling.denied)
    let first = asserted.map(\.day).min()!
    var alerts: [Alert] = []
    func raise(_ rule: Alert.Rule, _ day: Day, _ value: Double, _ threshold: Double) {
      alerts.append(
        Alert(
          rule: rule, scope: scope, day: day, value: value, threshold: threshold,
          event: telling.id))
    }
    let claims = Set(asserted.map(\.origin.name))
    // Who denies what others assert; a speaker of two minds is no contradiction.
    if let day = denied.filter({ claims != [$0.origin.name] }).map(\.day).min() {
      raise(.contradiction, max(first, day), Double(denied.count), 1)
    }
    let sizes = Dictionary(grouping: asserted.filter { $0.size != nil }, by: \.origin)
      .mapValues { $0.map { $0.size! }.max()! }.values
    if telling.isGrowth { raise(.growth, first, sizes.max() ?? 0, method["quantity.growth"]) }
    if let least = sizes.min(), let most = sizes.max(),
      most >= least * (1 + method["dispute.factor"])
    {
      raise(.dispute, first, most / least - 1, method["dispute.factor"])
    }
    return alerts
  }

  /// A sentence or text that is printed again some days later tells nothing new: the copy counts
  /// on the day of the first.
  private static func datedAsFirstCopy(
    _ entries: [LedgerEntry], _ method: EscalationMethod
  ) -> [LedgerEntry] {
    if entries.count == 1 { return entries }
    let (dated, undated) = entries.parted { $0.isDated }
    var copies = Ties(undated.count)
    copies.tie(undated) { $0.words }
    copies.tie(undated) { $0.text }
    let (groups, alone) = copies.parted(undated)
    return dated + alone
      + groups.flatMap { group in
        windows(group, reach: method.days("copy.days")).flatMap { near in
          near.map { entry in
            var entry = entry
            entry.day = near[0].day
            return entry
          }
        }
      }
  }

  /// Parts entries by time: each window begins with the first that is left and reaches some days
  /// on. (Not a chain: daily shelling would be one event that never ends.)
  private static func windows(_ entries: [LedgerEntry], reach: Int) -> [[LedgerEntry]] {
    var windows: [[LedgerEntry]] = []
    for entry in entries.sorted(by: { $0.day < $1.day }) {
      if let start = windows.last?.first?.day, start.distance(to: entry.day) <= reach {
        windows[windows.count - 1].append(entry)
      } else {
        windows.append([entry])
      }
    }
    return windows
  }

  /// Those that report more than any day before them: what grows is news, what stays is not.
  private static func growth(
    in entries: [LedgerEntry], _ method: EscalationMethod
  ) -> [LedgerEntry] {
    var most: Double?
    let days = Dictionary(grouping: entries.filter { $0.size != nil }, by: \.day)
    return days.keys.sorted().flatMap { day -> [LedgerEntry] in
      let today = days[day]!
      let grown = today.filter { entry in
        most.map { entry.size! >= $0 * (1 + method["quantity.growth"]) } ?? false
      }
      most = max(most ?? 0, today.compactMap(\.size).max() ?? 0)
      return grown
    }
  }

  /// What each voice says: who is quoted by many, or copied by many, speaks once.
  private static func reports(
    _ entries: [LedgerEntry], _ method: EscalationMethod
  ) -> [LedgerReport] {
    entries.map { entry in
      let isDenial = entry.status == .denied
      return LedgerReport(
        origin: entry.origin, status: entry.status, day: entry.day,
        // Who denies its own deed is a party to the quarrel about it.
        denier: isDenial ? (entry.origin.role == .actor ? .party : entry.origin.role) : nil,
        factor: entry.size.map { factor($0, method) } ?? 1)
    }
  }

  private static func factor(_ size: Double, _ method: EscalationMethod) -> Double {
    // A small one is still an event, and another report's figure must not make it less.
    min(max(1, 1 + method["quantity.slope"] * log10(size)), method["quantity.most"])
  }
}
