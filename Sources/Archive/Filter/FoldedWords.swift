import Foundation

/// Words as full-text search compares them: in any case, with or without accents.
struct FoldedWords {
  private let words: [Substring]
  private let isPrefix: Bool

  /// - Parameter isPrefix: of the last word the beginning is enough.
  init(_ text: String, isPrefix: Bool = false) {
    words = Self.words(of: text)
    self.isPrefix = isPrefix
  }

  var isEmpty: Bool { words.isEmpty }

  /// Whether the words stand in this order in one of the texts, one right behind the other.
  func stand(in texts: [String]) -> Bool {
    texts.contains { text in
      let others = Self.words(of: text)
      guard let last = words.last, others.count >= words.count else { return false }
      return (0...others.count - words.count).contains { start in
        let end = start + words.count - 1
        return others[start..<end].elementsEqual(words.dropLast())
          && (isPrefix ? others[end].hasPrefix(last) : others[end] == last)
      }
    }
  }

  private static func words(of text: String) -> [Substring] {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .split { character in
        !character.unicodeScalars.contains(where: SafeSearch.isSearchable)
      }
  }
}
