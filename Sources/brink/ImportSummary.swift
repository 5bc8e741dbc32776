import Archive
import Intake

/// What an import did, in one line.
struct ImportSummary {
  /// Whether anything was changed.
  var isNothing: Bool { outcomes.keys.allSatisfy { $0 == .unchanged } }

  private var outcomes: [ImportOutcome: Int] = [:]
  private var undated = 0
  private var repaired = 0
  private var foreign = 0

  mutating func count(
    _ outcome: ImportOutcome, isDated: Bool, isEnglish: Bool, isRepaired: Bool
  ) {
    outcomes[outcome, default: 0] += 1
    if !isDated { undated += 1 }
    if !isEnglish { foreign += 1 }
    if isRepaired { repaired += 1 }
  }

  func count(_ outcome: ImportOutcome) -> Int { outcomes[outcome] ?? 0 }

  /// Whether the text has U+FFFD where the input has none: it stands for bytes that no encoding
  /// explains.
  static func isRepaired(_ imported: CodedImport) -> Bool {
    imported.coded.article.text.utf8.contains(replacement)
      && !imported.original.contains(replacement)
  }

  /// - Parameter failed: How many inputs gave no article.
  func line(failed: Int, path: String) -> String {
    let words: [(ImportOutcome, String)] = [
      (.added, "added"), (.replaced, "replaced"), (.recoded, "coded again"),
      (.older, "kept as earlier versions"), (.unchanged, "unchanged"),
    ]
    var parts = words.compactMap { outcome, word in
      outcomes[outcome].map { "\($0) \(word)" }
    }
    if failed > 0 { parts.append("\(failed) not read") }
    var line = "\(parts.isEmpty ? "nothing" : parts.joined(separator: ", "))"
    line += " in \(Visible.text(path))"
    if foreign > 0 { line += "; \(foreign) in other languages, kept uncoded" }
    if undated > 0 { line += "; \(undated) without a date, listed last" }
    if repaired > 0 { line += "; \(repaired) with bytes that are no text, shown as �" }
    return line + "\n"
  }
}

/// U+FFFD in UTF-8.
private let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

extension Sequence<UInt8> {
  fileprivate func contains(_ triple: [UInt8]) -> Bool {
    var before: (UInt8, UInt8) = (0, 0)
    for byte in self {
      if byte == triple[2], before.1 == triple[1], before.0 == triple[0] { return true }
      before = (before.1, byte)
    }
    return false
  }
}
