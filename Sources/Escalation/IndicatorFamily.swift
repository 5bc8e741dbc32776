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
