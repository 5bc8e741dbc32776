/// What an actor can ask for, promise, refuse or threaten: one row of `event-matters.tsv`.
///
/// CAMEO numbers the same matters again under each of these stances: economic aid is 071
/// when given, 0231 when asked for, 0331 when promised, 1221 when refused.
package struct EventMatter: Hashable, Sendable {
  /// The attitude of an actor to a matter, in the order of the columns.
  package enum Stance: Int, Sendable, CaseIterable {
    case appeal, intend, demand, reject, threaten, protest
  }

  package let id: String
  /// Classes of `event-objects.tsv` of which each must have a word in the clause.
  package let words: [String]
  /// How the codes of events begin that do what is meant here.
  package let done: [String]
  private let codes: [String]

  static let columns = [
    "id", "words", "done", "appeal", "intend", "demand", "reject", "threaten", "protest",
  ]

  init(_ row: LexiconTable.Row, in table: LexiconTable) throws(LexiconError) {
    id = row[0]
    words = row[1].split(separator: " ").map(String.init)
    done = row.list(2)
    codes = Stance.allCases.map { row[3 + $0.rawValue] }
    guard !id.isEmpty, !words.isEmpty || !done.isEmpty else {
      throw table.malformed(row, "a matter needs an id, and words or codes that tell it")
    }
  }

  /// The CAMEO code of the stance to this matter (for a protest, its last digit); nil
  /// where CAMEO has none.
  package func code(_ stance: Stance) -> String? {
    codes[stance.rawValue].isEmpty ? nil : codes[stance.rawValue]
  }
}
