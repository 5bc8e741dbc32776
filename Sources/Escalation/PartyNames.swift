/// What parties and countries are called, by their codes.
package struct PartyNames: Sendable {
  private let names: [String: String]

  package init(_ names: [String: String]) {
    self.names = names
  }

  /// The code itself only where nobody has ever named it.
  package func name(_ code: String) -> String {
    if let name = names[code] { return name }
    guard code.count == 6, let state = names[String(code.prefix(3))],
      let band = Self.bands[String(code.suffix(3))]
    else { return code }
    return "\(band) in \(state)"
  }

  /// Who is in a state and not of it.
  private static let bands = ["REB": "rebels", "SEP": "separatists", "INS": "insurgents"]
}
