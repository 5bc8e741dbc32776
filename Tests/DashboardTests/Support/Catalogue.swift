import Escalation
import Foundation

extension IndicatorCatalogue {
  /// A catalogue of few indicators for the invented articles.
  static let invented = try! IndicatorCatalogue(
    [CatalogueFile(path: "invented", text: rows)], method: [method])

  /// The constants that brink ships.
  private static let method: CatalogueFile = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Resources/escalation.tsv")
    return CatalogueFile(
      path: file.path, text: try! String(contentsOf: file, encoding: .utf8))
  }()

  private static let rows =
    [
      [
        "id", "family", "name", "direction", "track", "weight", "half_life", "tripwire", "state",
        "own", "cameo", "plover", "trigger", "not_this", "example", "qty", "basis",
      ],
      row("MP1", "MP", "Build-up near a line", "+", "deed", "6.5", "21"),
      row("FU1", "FU", "Exchange of fire", "+", "deed", "7.5", "7"),
      row("TH1", "TH", "Threat of force", "+", "word", "5.0", "10"),
      row("DE1", "DE", "Talks agreed or held", "-", "deed", "4.0", "14"),
    ].map { $0.joined(separator: "\t") }.joined(separator: "\n")

  private static func row(_ head: String...) -> [String] {
    head + ["0", "", "", "154", "MOBILIZE/troops", "does", "does not", "They did.", "", "judged"]
  }
}
