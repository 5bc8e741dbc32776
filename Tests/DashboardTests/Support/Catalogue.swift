import Escalation

extension IndicatorCatalogue {
  /// A catalogue of few indicators for the invented articles.
  static let invented = try! IndicatorCatalogue(
    [
      [
        "id", "family", "name", "direction", "track", "weight", "half_life", "tripwire", "cameo",
        "plover", "trigger", "not_this", "example", "qty",
      ],
      row("MP1", "MP", "Build-up near a line", "+", "deed", "6.5", "21"),
      row("FU1", "FU", "Exchange of fire", "+", "deed", "7.5", "7"),
      row("TH1", "TH", "Threat of force", "+", "word", "5.0", "10"),
      row("DE1", "DE", "Talks agreed or held", "-", "deed", "4.0", "14"),
    ].map { $0.joined(separator: "\t") }.joined(separator: "\n"), file: "invented")

  private static func row(_ head: String...) -> [String] {
    head + ["0", "154", "MOBILIZE/troops", "does", "does not", "They did.", ""]
  }
}
