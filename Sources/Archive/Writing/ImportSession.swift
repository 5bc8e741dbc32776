import EventData
import GRDB

/// The work of one transaction: decides for each article what has to change.
final class ImportSession {
  private let db: Database
  private let coderVersion: String
  private var memory: WriterMemory.Content
  private let names: Interner
  private let articles: ArticleTables
  private let coding: CodingTables
  private let ledger: LedgerFacts
  /// Nil where another text is another reading of the same, and no revision.
  private let versions: VersionTables?

  /// - Parameter keepsVersions: false where texts were cleaned anew and are no revisions.
  init(
    _ db: Database, _ memory: WriterMemory.Content, coderVersion: String, keepsVersions: Bool = true
  ) throws {
    self.db = db
    self.coderVersion = coderVersion
    names = try Interner(db, memory.names)
    articles = try ArticleTables(db, names: names)
    coding = try CodingTables(db, names: names)
    ledger = try LedgerFacts(db, memory.marks)
    versions = keepsVersions ? try VersionTables(db) : nil
    // Held twice, all of it would be copied at the first new name.
    self.memory = memory
    self.memory.names = KnownNames()
    self.memory.marks = RecentMarks()
  }

  func store(_ item: PreparedImport) throws -> ImportOutcome {
    let article = item.coded.article
    let known = try articles.stored(externalID: article.id)
    let revised = try known == nil ? articles.stored(page: article.url) : nil
    guard let stored = known ?? revised else {
      let key = try articles.insert(item, coderVersion: coderVersion)
      try ledger.add(item, coding.insert(item, at: key), at: key, .added)
      return .added
    }
    let isSame = stored.fingerprint == item.fingerprint
    if isSame, stored.coderVersion == coderVersion { return .unchanged }
    if revised != nil, !isSame, let versions {
      if try versions.hold(item) { return .unchanged }
      if let published = article.published?.epoch, published < stored.key.published {
        try versions.keep(item, olderThan: stored)
        return .older
      }
    }
    // It may be of this transaction.
    try coding.flush()
    let former = try articles.coded(stored)
    let old = SearchableText(former)
    try coding.delete(stored.key)
    try ledger.remove(stored.key, isGone: !isSame)
    if isSame {
      try articles.update(stored, old, by: item, coderVersion: coderVersion)
      try ledger.add(item, coding.insert(item, at: stored.key), at: stored.key, .recoded)
      return .recoded
    }
    try versions?.keep(stored, former.article.text, before: item)
    let key = try articles.replace(stored, old, by: item, coderVersion: coderVersion)
    try ledger.add(item, coding.insert(item, at: key), at: key, .replaced)
    return .replaced
  }

  /// Posts what was kept in memory; without it the transaction must not be committed.
  ///
  /// - Returns: what to remember.
  func finish() throws -> WriterMemory.Content {
    try coding.flush()
    try names.finish()
    try articles.finish()
    memory.marks = try ledger.finish()
    memory.names = names.known
    return memory
  }
}
