import EventData
import GRDB

/// The work of one transaction: decides for each article what has to change.
final class ImportSession {
  private let db: Database
  private let coderVersion: String
  private let names: Interner
  private let articles: ArticleTables
  private let coding: CodingTables
  private let ledger: LedgerFacts

  init(_ db: Database, coderVersion: String) throws {
    self.db = db
    self.coderVersion = coderVersion
    names = Interner(db)
    articles = try ArticleTables(db, names: names)
    coding = try CodingTables(db, names: names)
    ledger = try LedgerFacts(db)
  }

  func store(_ item: CodedImport) throws -> ImportOutcome {
    let article = item.coded.article
    let fingerprint = Fingerprint(article, original: item.original).value
    guard let stored = try articles.stored(externalID: article.id) else {
      let key = try articles.insert(
        item, coderVersion: coderVersion, fingerprint: fingerprint)
      try coding.insert(item.coded, at: key)
      try ledger.add(item.coded, at: key, isNew: true)
      return .added
    }
    if stored.fingerprint == fingerprint {
      if stored.coderVersion == coderVersion { return .unchanged }
      try coding.delete(stored.key)
      try ledger.remove(stored.key, isGone: false)
      try articles.update(stored, coded: item.coded, coderVersion: coderVersion)
      try coding.insert(item.coded, at: stored.key)
      try ledger.add(item.coded, at: stored.key, isNew: false)
      return .recoded
    }
    try coding.delete(stored.key)
    try ledger.remove(stored.key, isGone: true)
    let key = try articles.replace(
      stored, by: item, coderVersion: coderVersion, fingerprint: fingerprint)
    try coding.insert(item.coded, at: key)
    try ledger.add(item.coded, at: key, isNew: true)
    return .replaced
  }

  /// Posts the counts that were kept in memory; without it the transaction must not be committed.
  func finish() throws {
    try names.finish()
    try articles.finish()
    try ledger.finish()
  }
}
