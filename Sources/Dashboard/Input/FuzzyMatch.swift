/// How well a few typed letters fit a name.
enum FuzzyMatch {
  /// The greater, the better; nil when a word of what was typed does not fit at all.
  ///
  /// A word fits where its letters stand in this order; best at the start, then at the start of
  /// a word, then in one piece, then scattered.
  static func score(_ typed: String, in text: String) -> Int? {
    let name = Array(text.lowercased())
    var total = 0
    for word in typed.lowercased().split(separator: " ") {
      guard let score = score(word: Array(word), in: name) else { return nil }
      total += score
    }
    return total
  }

  private static func score(word: [Character], in name: [Character]) -> Int? {
    var inPiece: Int?
    for start in 0...max(0, name.count - word.count)
    where name[start...].starts(with: word) {
      let score = start == 0 ? 100 : isWordStart(start, in: name) ? 80 : 40
      inPiece = max(inPiece ?? 0, score)
    }
    if let inPiece { return inPiece }
    var place = 0
    var score = 20
    for letter in word {
      guard let found = name[place...].firstIndex(of: letter) else { return nil }
      // Letters far apart are less likely to be meant.
      score -= min(3, found - place)
      if isWordStart(found, in: name) { score += 3 }
      place = found + 1
    }
    return score
  }

  private static func isWordStart(_ place: Int, in name: [Character]) -> Bool {
    place == 0 || !(name[place - 1].isLetter || name[place - 1].isNumber)
  }
}
