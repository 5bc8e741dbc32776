import EventData

/// Places in a text that hold some words, whatever their case.
struct TextSearch: Hashable, Sendable {
  let query: String
  /// In the order of the text; none overlaps another.
  let hits: [Span]
  /// The hit that is looked at.
  private(set) var current: Int

  /// Begins with the first hit at or behind a byte, or else with the first of all.
  init(_ query: String, in text: String, from start: Int) {
    self.query = query
    hits = Self.hits(of: Self.folded(query).bytes, in: Self.folded(text))
    current = hits.firstIndex { $0.start >= start } ?? 0
  }

  var hit: Span? { hits.indices.contains(current) ? hits[current] : nil }

  /// - Returns: whether it went round the end.
  mutating func turn(by step: Int) -> Bool {
    guard !hits.isEmpty else { return false }
    let next = current + step
    current = (next % hits.count + hits.count) % hits.count
    return next != current
  }

  private typealias Folded = (bytes: [UInt8], starts: [Int], end: Int)

  /// In small letters and with straight quotation marks, each byte with the place of its
  /// character.
  private static func folded(_ text: String) -> Folded {
    var (bytes, starts): ([UInt8], [Int]) = ([], [])
    var place = 0
    for character in text {
      let small: String =
        switch character {
        case "“", "”", "„": "\""
        case "‘", "’": "'"
        case "\n": " "
        default: character.lowercased()
        }
      for byte in small.utf8 {
        bytes.append(byte)
        starts.append(place)
      }
      place += character.utf8.count
    }
    return (bytes, starts, place)
  }

  private static func hits(of wanted: [UInt8], in text: Folded) -> [Span] {
    guard !wanted.isEmpty, text.bytes.count >= wanted.count else { return [] }
    var hits: [Span] = []
    var place = 0
    while place <= text.bytes.count - wanted.count {
      let end = place + wanted.count
      if text.bytes[place] == wanted[0], isWhole(place, in: text), isWhole(end, in: text),
        text.bytes[place...].starts(with: wanted)
      {
        hits.append(
          Span(text.starts[place], end < text.starts.count ? text.starts[end] : text.end))
        place = end
      } else {
        place += 1
      }
    }
    return hits
  }

  /// Whether a character begins here: no hit ends between a letter and its accent.
  private static func isWhole(_ place: Int, in text: Folded) -> Bool {
    place == 0 || place >= text.starts.count || text.starts[place] != text.starts[place - 1]
  }
}
