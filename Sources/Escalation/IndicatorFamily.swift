/// What indicators have in common: each family has a bar of its own.
package enum IndicatorFamily: String, Sendable, CaseIterable {
  case posture = "MP"
  case arms = "AT"
  case force = "FU"
  case threats = "TH"
  case legal = "LR"
  case mobilisation = "ME"
  case diplomacy = "DX"
  case economy = "SE"
  case information = "IO"
  case cyber = "CY"
  case deEscalation = "DE"

  /// The ten families whose bars make up the index.
  package static let escalating = allCases.filter { $0 != .deEscalation }

  /// What the bar can reach. Those of the escalating families sum to 100.
  package var maximum: Double {
    switch self {
    case .force: 22
    case .posture: 16
    case .mobilisation: 12
    case .legal: 11
    case .threats: 10
    case .diplomacy: 8
    case .arms, .economy: 6
    case .information: 5
    case .cyber: 4
    case .deEscalation: 100
    }
  }

  /// How many points fill 63 % of the bar: it saturates, so that a hundred reports of shelling
  /// do not hide that there are no talks.
  package var scale: Double { self == .deEscalation ? 30 : 15 }

  /// In words, for people.
  package var name: String {
    switch self {
    case .posture: "military posture"
    case .arms: "arms and training"
    case .force: "use of force"
    case .threats: "threats"
    case .legal: "legal and territorial steps"
    case .mobilisation: "mobilisation and emergency"
    case .diplomacy: "diplomacy breaking off"
    case .economy: "sanctions and economy"
    case .information: "information operations"
    case .cyber: "cyber attacks"
    case .deEscalation: "de-escalation"
    }
  }
}
