import EventData
import GRDB

extension ArchiveReader {
  /// What the archive holds, from counts that are kept: as fast for a million articles as for one.
  package func summary() throws(ArchiveError) -> ArchiveSummary {
    try read { db in
      let sql = """
        SELECT articles, statements, events,
          (SELECT count(*) FROM outlet WHERE outlet.articles > 0),
          (SELECT min(published) FROM article WHERE published > ?1),
          (SELECT max(published) FROM article WHERE published > ?1)
        FROM tally
        """
      guard
        let row = try Row.fetchOne(
          db.cachedStatement(sql: sql), arguments: [ArticleKey.undated])
      else { throw ArchiveError.corrupt("no tally") }
      func day(_ index: Int) throws -> Day? {
        try row.decode(Int?.self, atIndex: index)
          .flatMap { PublicationDate(published: $0, precision: 1)?.day }
      }
      return ArchiveSummary(
        articles: try row.decode(Int.self, atIndex: 0),
        outlets: try row.decode(Int.self, atIndex: 3),
        statements: try row.decode(Int.self, atIndex: 1),
        events: try row.decode(Int.self, atIndex: 2), first: try day(4), last: try day(5))
    }
  }
}
