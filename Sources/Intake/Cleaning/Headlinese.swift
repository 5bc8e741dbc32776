/// The grammar of English headlines, as far as it tells a headline from a heading.
enum Headlinese {
  /// Whether a line is a clause in the present tense without articles:
  /// “Mediators, rebels resume talks” is, “Talks and the rebels” and “The talks go on”
  /// are not. Case: sentence, not every word with a capital.
  static func isHeadline(_ line: String) -> Bool {
    guard !line.unicodeScalars.contains(where: isForeign) else { return false }
    let words = Folding.words(line).map { String(decoding: $0, as: UTF8.self) }
    guard !words.contains(where: articles.contains), let first = words.first,
      !pronouns.contains(first)
    else { return false }
    return words.dropFirst().dropLast().contains { isVerb($0) }
  }

  /// Marks that a headline of that kind does not have.
  private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ":", "\"", "?", "\u{201C}", "\u{2018}": true
    default: false
    }
  }

  private static func isVerb(_ word: String) -> Bool {
    if verbs.contains(word) { return true }
    guard word.hasSuffix("s") else { return false }
    if verbs.contains(String(word.dropLast())) { return true }
    guard word.hasSuffix("es") else { return false }
    let stem = word.dropLast(2)
    return verbs.contains(String(stem))
      || (stem.hasSuffix("i") && verbs.contains(stem.dropLast() + "y"))
  }

  private static let articles: Set<String> = ["the", "a", "an"]
  private static let pronouns: Set<String> = [
    "it", "he", "she", "they", "we", "you", "i", "this", "that", "there", "how", "why", "what",
    "who", "where", "when", "which", "if", "as",
  ]

  /// Verbs that headlines about crises are made of; base forms. Words that are more
  /// often nouns there (strike, attack, report, talk, plan, call) are left out.
  private static let verbs: Set<String> = [
    "accept", "accuse", "agree", "announce", "arrest", "ask", "back", "ban", "begin", "blame",
    "block", "capture", "condemn", "confirm", "continue", "declare", "defend", "demand", "deny",
    "deploy", "detain", "dismiss", "downplay", "escape", "evacuate", "expel", "face", "fear",
    "flee", "gather", "grow", "halt", "hear", "hit", "hold", "impose", "intensify", "join",
    "keep", "kill", "launch", "leave", "lose", "mark", "meet", "mourn", "open", "oppose", "order",
    "postpone", "praise", "prepare", "press", "probe", "protest", "push", "react", "recall",
    "reject", "remain", "resign", "resume", "return", "reveal", "rise", "say", "see", "seek",
    "seize", "send", "show", "shut", "sign", "slam", "start", "stay", "step", "surround",
    "suspend", "sweep", "take", "tell", "threaten", "unveil", "urge", "visit", "vow", "warn",
    "weigh", "win", "withdraw", "await", "brace", "celebrate", "claim", "clash", "close",
  ]
}
