import Terminal

/// The clock of a kiosk and the day of its newest article: what tells a wall that works from
/// one that stands still.
struct Freshness {
  /// From the longest form to the shortest.
  let texts: [SafeText]
  let role: Role

  /// Nil when there is no clock.
  init?(_ state: DashboardState) {
    guard let moment = state.kiosk?.moment else { return nil }
    guard let day = state.summary?.last else {
      texts = [SafeText(moment.time)]
      role = .statusLine
      return
    }
    let age = day.distance(to: moment.day)
    let old = age > 1 ? ", \(Wording.grouped(age)) days old" : ""
    let count = state.summary.map { Wording.count($0.articles, "article") + ", " } ?? ""
    let date = Wording.day(day)
    texts = [
      "\(count)data as of \(date)\(old) · \(moment.zonedTime)",
      "data as of \(date)\(old) · \(moment.zonedTime)",
      "data as of \(day.iso)\(old) · \(moment.time)",
      "as of \(day.iso)\(age > 1 ? "!" : "") \(moment.time)",
    ].map { SafeText($0) }
    role = age > 1 ? .warning : .statusLine
  }
}
