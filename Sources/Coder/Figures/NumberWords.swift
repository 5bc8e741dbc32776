/// Reads numbers that are written out: “three hundred and sixty thousand”.
struct NumberWords {
  let knowledge: Knowledge
  let document: Document

  /// - Parameter place: the first word; then the token behind the last one.
  /// - Returns: Nil where no number word stands. Magnitudes at the end (“forty million”) are
  ///   left to whoever reads numbers in digits, too.
  func read(_ place: inout Int, before end: Int) -> Double? {
    guard let first = belowHundred(&place, before: end) else { return nil }
    return read(&place, before: end, after: first)
  }

  /// - Parameter first: what stood before: one, of “a hundred and fifty”.
  func read(_ place: inout Int, before end: Int, after first: Double) -> Double {
    var value = first
    var sum = 0.0
    var last = 0.0
    while place < end, let factor = factor(place) {
      var next = place + 1
      // “hundred and sixty”, “thousand five hundred”
      if next < end, document.isOne(of: Self.and, next) { next += 1 }
      guard let more = belowHundred(&next, before: end) else { break }
      if factor < 1000 {
        value = value * factor + more
      } else {
        sum += value * factor
        last = factor
        value = more
      }
      place = next
    }
    guard sum > 0 else { return value }
    // “two thousand five hundred”: the hundred is part of the sum.
    while place < end, let factor = factor(place), factor < last {
      value *= factor
      place += 1
    }
    return sum + value
  }

  /// “five”, “twenty-five”
  private func belowHundred(_ place: inout Int, before end: Int) -> Double? {
    guard place < end, let value = number(place) else { return nil }
    place += 1
    guard value >= 20, place + 1 < end, document.tokens[place].kind == .hyphen,
      let unit = number(place + 1), unit < 10
    else { return value }
    place += 2
    return value + unit
  }

  private func number(_ place: Int) -> Double? {
    let token = document.tokens[place]
    guard token.kind == .word, token.flags.contains(.number) else { return nil }
    return knowledge.valueOfWord[token.word]
  }

  private func factor(_ place: Int) -> Double? {
    let token = document.tokens[place]
    guard token.flags.contains(.magnitude) else { return nil }
    return knowledge.valueOfWord[token.word]
  }

  private static let and: WordSet = ["and"]
}
