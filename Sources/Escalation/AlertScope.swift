/// How alerts name pairs of parties and places: by codes, which outlive every way of calling them.
package enum AlertScope {
  private static let arrow = " → "
  private static let place = "in "

  package static func dyad(_ source: String, _ target: String) -> String {
    source + arrow + target
  }

  package static func place(_ code: String) -> String { place + code }

  static func name(_ scope: String, _ names: PartyNames) -> String {
    func called(_ code: Substring) -> String { names.name(String(code)) }
    if scope.hasPrefix(place) { return place + called(scope.dropFirst(place.count)) }
    guard let found = scope.firstRange(of: arrow) else { return scope }
    return called(scope[..<found.lowerBound]) + arrow + called(scope[found.upperBound...])
  }
}
