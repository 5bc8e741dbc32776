import EventData

extension Origin {
  /// Who says so in a coded report, and in which role towards the event.
  ///
  /// All voices of one state are one: a president and his spokesman are no two witnesses.
  init(of report: CodedReport, _ indicator: Indicator) {
    let event = report.event
    guard let name = event.origin, name != report.outlet else {
      self.init(.outlet, report.outlet ?? "article \(report.text)")
      return
    }
    let source = event.source
    let target = event.target
    func isSame(_ actor: ActorReference?) -> Bool { name == actor?.name || name == actor?.id }
    let known = isSame(source) ? source : isSame(target) ? target : nil
    let code = report.originCode ?? known?.code
    let party = Party.key(code: code, else: known?.id ?? name)
    let isActor = party == Party.key(of: source)
    let isTarget = party == Party.key(of: target)
    let role: OriginRole =
      if isActor {
        indicator.isDoubted ? .inFavour : .actor
      } else if isTarget {
        // Talks and truces have two actors, and each tells of its own act.
        indicator.direction == .calms && !indicator.isDoubted ? .actor : .party
      } else {
        Self.bystander(name, code: code, kind: report.originKind)
      }
    // Who has no code is shown by name.
    self.init(role, Party.key(code: code, else: known?.name ?? name))
  }

  private static func bystander(
    _ name: String, code: String?, kind: PoliticalActor.Kind?
  ) -> OriginRole {
    let code = code ?? "---"
    if isAnonymous(name) { return .anonymous }
    if names("MED", code) { return .outlet }
    if names("EDU", code) { return .analyst }
    // Alliances and unions are parties to crises; the rest of the bodies watch them.
    let isUnion = code.hasPrefix("IGOMIL") || code.hasPrefix("IGOEUR") || code == "IGO"
    if code.hasPrefix("IGO") || code.hasPrefix("NG") {
      return isUnion ? .thirdGovernment : .monitor
    }
    if Party.key(code: code, else: name) != name { return .thirdGovernment }
    return kind == .person ? .analyst : .anonymous
  }

  /// “two officials”, “a senior diplomat”: nobody who could be asked.
  private static func isAnonymous(_ name: String) -> Bool {
    let words = name.lowercased().split(separator: " ")
    return words.last.map(anonymousHeads.contains) ?? true
  }

  private static let anonymousHeads: [Substring] = [
    "official", "officials", "diplomat", "diplomats", "sources",
  ]

  private static func names(_ role: String, _ code: String) -> Bool {
    code.utf8.indices.contains { code.utf8[$0...].starts(with: role.utf8) }
  }
}
