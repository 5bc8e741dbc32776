import EventData
import GRDB

/// Reads an archive and cannot write it: opened read-only, beside any writer.
///
/// All methods are synchronous and may be called from any thread; calls on one reader
/// wait for each other. Lists come in pages by key, never whole.
package struct ArchiveReader: Sendable {
  let database: DatabaseQueue

  init(database: DatabaseQueue) {
    self.database = database
  }

  /// - Throws: ``ArchiveError/missing``, ``ArchiveError/notAnArchive``,
  ///   ``ArchiveError/newerVersion(found:known:)``, ``ArchiveError/locked``,
  ///   ``ArchiveError/corrupt(_:)``, ``ArchiveError/unreadable(errno:)``.
  package init(path: String) throws(ArchiveError) {
    throw .missing
  }

  /// Changes whenever another connection, of this process or another, commits.
  package func dataVersion() throws(ArchiveError) -> Int { 0 }

  package func summary() throws(ArchiveError) -> ArchiveSummary { ArchiveSummary() }

  // MARK: Articles

  /// A page of the list, newest first: the articles strictly older than `after`, or the newest.
  package func articles(
    _ filter: ArticleFilter, after: ArticleKey? = nil, limit: Int
  ) throws(ArchiveError) -> [ArticleRow] { [] }

  /// The page of the list that ends just before an article, newest first as well.
  package func articles(
    _ filter: ArticleFilter, before: ArticleKey, limit: Int
  ) throws(ArchiveError) -> [ArticleRow] { [] }

  package func count(_ filter: ArticleFilter) throws(ArchiveError) -> Int { 0 }

  /// How many articles of the list stand before this one.
  package func position(of key: ArticleKey, in filter: ArticleFilter) throws(ArchiveError) -> Int {
    0
  }

  /// Nil when there is no such row.
  package func article(_ row: Int64) throws(ArchiveError) -> StoredArticle? { nil }

  // MARK: Actors and regions

  /// The actors of the articles under a filter, most articles first.
  ///
  /// - Parameter matching: words, the last may be unfinished, of name, affiliation, role or code.
  package func actors(
    _ filter: ArticleFilter, matching: String? = nil, limit: Int
  ) throws(ArchiveError) -> [ActorRow] { [] }

  package func actor(_ id: String) throws(ArchiveError) -> ActorRow? { nil }

  /// The regions of the articles under a filter, most articles first.
  package func regions(
    _ filter: ArticleFilter, limit: Int
  ) throws(ArchiveError) -> [RegionRow] { [] }

  // MARK: Statements and events

  /// Statements, those of the newest article first and in the order of its text.
  ///
  /// `filter.actors` asks for statements *by* any of these actors; the rest of the filter
  /// restricts the articles.
  package func statements(
    _ filter: ArticleFilter, after: StatementKey? = nil, limit: Int
  ) throws(ArchiveError) -> [StatementRow] { [] }

  /// Events, those of the newest article first and in the order of its text.
  ///
  /// `filter.actors` asks for events whose source or target is any of these actors; the rest of
  /// the filter restricts the articles.
  package func events(
    _ filter: ArticleFilter, after: EventKey? = nil, limit: Int
  ) throws(ArchiveError) -> [EventRow] { [] }

  /// Events with an indicator for the escalation ledger, a page at a time, in order of row id.
  ///
  /// - Parameter since: leaves out the events whose day and whose article's day are both known
  ///   and both earlier.
  package func events(
    since: Day?, after: Int64? = nil, limit: Int
  ) throws(ArchiveError) -> [EventRow] { [] }
}
