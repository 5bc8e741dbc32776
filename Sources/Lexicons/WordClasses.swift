/// Closed classes of English words, as `words.tsv` gives them.
package struct WordClasses: Hashable, Sendable {
  package enum Class: String, Sendable, CaseIterable {
    case determiner, quantifier, possessive
    case subjectPronoun = "subject-pronoun"
    case objectPronoun = "object-pronoun"
    case indefinitePronoun = "indefinite-pronoun"
    case relative, question, preposition, coordinator, subordinator
    case be, have, `do`, modal, negation, adverb
    case weekday, month
    case timeNoun = "time-noun"
    case number, magnitude, ordinal, honorific, abbreviation
    case organisationHead = "organisation-head"
    case placeHead = "place-head"
    case direction
    case titleAdjective = "title-adjective"
    case anonymous, qualifier
  }

  /// A word in lower case with what it counts as, where the table says so.
  package struct Word: Hashable, Sendable {
    package let text: String
    package let value: Double?
  }

  package private(set) var words: [Class: [Word]] = [:]

  static let columns = ["class", "words"]

  init(_ reader: inout TableReader) throws(LexiconError) {
    let tables = try reader.tables("words.tsv", Self.columns)
    try reader.forEachRow(of: tables) { (row, table) throws(LexiconError) in
      try add(row, table)
    }
  }

  private mutating func add(
    _ row: LexiconTable.Row, _ table: LexiconTable
  ) throws(LexiconError) {
    guard let name = Class(rawValue: row[0]) else {
      throw table.malformed(row, "‘\(row[0])’ is not a class of words")
    }
    var found: [Word] = []
    for entry in row.list(1) {
      let mark = entry.utf8.firstIndex(of: UInt8(ascii: "="))
      let text = mark.map { String(entry[..<$0]) } ?? entry
      let value = mark.flatMap { Double(entry[$0...].dropFirst()) }
      guard !text.isEmpty, mark == nil || value != nil else {
        throw table.malformed(row, "‘\(entry)’ is not a word")
      }
      found.append(Word(text: text, value: value))
    }
    words[name, default: []] += found
  }
}
