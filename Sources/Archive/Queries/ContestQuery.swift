import EventData
import GRDB

extension ArchiveReader {
  /// Of these statements the ids of those that are contested: of an event in its words one voice says
  /// that it was so, and another denies it.
  ///
  /// Of an event that is told very often, only the reports of the articles that came last are asked.
  package func contested(among statements: [StatementRow]) throws(ArchiveError) -> Set<Int64> {
    try read { db in
      let byArticle = Dictionary(grouping: statements, by: \.article.row)
      let find = try PreparedQuery(db, Contest.sql)
      let stored = try StoredFindings(db)
      var contested: Set<Int64> = []
      try find.run([.text("\(byArticle.keys.sorted())")]) { row in
        let id = Int64(row[0])
        let words = try stored.event(id).spans
        for statement in byArticle[CodedRowID.article(of: id)] ?? []
        where statement.statement.tells(of: words) {
          contested.insert(statement.id)
        }
        return true
      }
      return contested
    }
  }
}

extension EventData.Statement {
  /// Whether the words of an event are among what is said; who denies it often says just “it”.
  fileprivate func tells(of words: [Span]) -> Bool {
    (act == .deny ? [sentence] : contentSpans).contains { said in
      words.contains { said.range.overlaps($0.range) }
    }
  }
}

private enum Contest {
  /// Reports of an event that are asked: thousands may tell of one that goes on.
  static let most = 100

  /// The reports of articles that another voice contradicts.
  static let sql = """
    SELECT l.id FROM json_each(?) AS wanted CROSS JOIN ledger_entry l
      ON l.id BETWEEN (wanted.value << 16) AND (wanted.value << 16 | 65535)
    WHERE l.event IS NOT NULL AND l.status NOT IN (\(neither)) AND EXISTS (
      SELECT 1 FROM (
        SELECT origin, status FROM ledger_entry WHERE event = l.event ORDER BY id DESC LIMIT \(most)
      ) other
      WHERE other.origin <> l.origin AND other.status NOT IN (\(neither))
        AND (other.status = 'denied') <> (l.status = 'denied'))
    ORDER BY l.id
    """

  /// Who says this neither says that it was so nor denies it.
  private static let neither = "'negated', 'background'"
}
