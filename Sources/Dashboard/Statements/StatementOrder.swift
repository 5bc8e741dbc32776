import Archive
import EventData

/// In which order statements are listed.
enum StatementOrder: CaseIterable, Sendable {
  /// Those of the newest article first, as the archive gives them page by page.
  case newest
  case directFirst
  case speaker
  case act

  /// Statements looked at, the newest, in an order that no index has.
  static let most = 1000

  var next: Self {
    let all = Self.allCases
    return all[(all.firstIndex(of: self)! + 1) % all.count]
  }

  /// Behind the title of the pane; nil for the usual.
  var wording: String? {
    switch self {
    case .newest: nil
    case .directFirst: "direct speech first\(Self.reach)"
    case .speaker: "by speaker\(Self.reach)"
    case .act: "by act\(Self.reach)"
    }
  }

  private static let reach = ", of the newest \(Wording.grouped(most))"

  /// Ordered; among equals the newest stay first.
  func sorted(_ rows: [StatementRow]) -> [StatementRow] {
    guard self != .newest else { return rows }
    let keys = rows.map(key)
    return rows.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { rows[$0] }
  }

  private func key(of row: StatementRow) -> String {
    switch self {
    case .newest: ""
    case .directFirst:
      switch row.statement.kind {
      case .direct: "0"
      case .mixed: "1"
      case .indirect: "2"
      }
    // Nobody goes behind everybody.
    case .speaker: row.statement.speaker.map { "0\($0.name)" } ?? "1"
    // What escalates words goes first: threats, accusations, demands.
    case .act: "\(Self.acts.firstIndex(of: row.statement.act) ?? Self.acts.count)"
    }
  }

  private static let acts: [Statement.Act] = [
    .threaten, .accuse, .demand, .deny, .promise, .propose, .praise, .ask, .withhold, .assert,
  ]
}
