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
    var text = imported.coded.article.text
    return text.withUTF8(hasReplacement)
      && !imported.original.withUnsafeBufferPointer(hasReplacement)
  }

  private static func hasReplacement(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = bytes[...]
    // In most texts the first of its bytes is rare.
    while let place = rest.firstIndex(of: replacement[0]) {
      rest = rest[place...]
      if rest.starts(with: replacement) { return true }
      rest = rest.dropFirst()
    }
    return false
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
