import GRDB

/// The words of the full-text index that begin as a search asks for.
///
/// FTS5 merges the hits of all of them, over the whole archive, before it gives the first; named
/// one by one they can be looked for among some rows alone.
enum PrefixTerms {
  /// Of more words the hits of all are found as soon.
  private static let most = 64
  private static let table = "temp.article_term"

  /// Makes the view of the index that ``expanded(_:_:)`` reads; writes nothing to the archive.
  static func prepare(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE VIRTUAL TABLE IF NOT EXISTS \(table) USING fts5vocab (main, article_fts, instance)
        """)
  }

  /// The same search without beginnings of words; nil where that would name too many, or where
  /// one is no word of ASCII, which the index may hold otherwise than it is typed.
  ///
  /// - Parameter expression: of ``SafeSearch``, or several of them joined.
  static func expanded(_ expression: String, _ db: Database) throws -> String? {
    // What stands in quotation marks has odd places.
    let parts = expression.split(separator: "\"", omittingEmptySubsequences: false)
    func isPrefix(_ place: Int) -> Bool {
      parts.indices.contains(place + 1) && parts[place + 1].hasPrefix("*")
    }
    var expanded = ""
    for (place, part) in parts.enumerated() {
      if place % 2 == 0 {
        let between = place > 0 && isPrefix(place - 1) ? part.dropFirst() : part
        let isInside = place > 0 && place < parts.count - 1
        // FTS5 takes words side by side for AND, but nothing in brackets beside them.
        expanded += isInside && between.allSatisfy { $0 == " " } ? " AND " : between
      } else if isPrefix(place) {
        guard let terms = try terms(beginning: part, db) else { return nil }
        expanded += "(" + terms.map { "\"\($0)\"" }.joined(separator: " OR ") + ")"
      } else {
        expanded += "\"\(part)\""
      }
    }
    return expanded
  }

  /// In ascending order, and where there are none the beginning itself.
  private static func terms(beginning typed: Substring, _ db: Database) throws -> [String]? {
    guard !typed.isEmpty, typed.utf8.allSatisfy({ $0 < 0x80 }),
      typed.allSatisfy({ $0.isLetter || $0.isNumber })
    else { return nil }
    let start = typed.lowercased()
    let find = try PreparedQuery(db, "SELECT term FROM \(table) WHERE term >= ? LIMIT 1")
    var terms: [String] = []
    var next = start
    while true {
      var found: String?
      try find.run([.text(next)]) { row in
        found = row.text(0)
        return false
      }
      guard let found, found.hasPrefix(start) else { return terms.isEmpty ? [start] : terms }
      guard terms.count < most else { return nil }
      terms.append(found)
      // Behind all places of this word, and before every other: no word holds the character.
      next = found + "\u{1}"
    }
  }
}
