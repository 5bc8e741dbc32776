import Escalation
import GRDB

/// Which articles come into the ledger as they were read before they were written: what is left
/// to ``FreshReports`` has to be read back from the archive.
final class LedgerReadiness {
  private let db: Database
  private var catalogue: String?
  private var corrected: Set<String>?

  init(_ db: Database) {
    self.db = db
  }

  /// For articles that the archive did not hold before.
  func takes(_ item: PreparedImport) throws -> Bool {
    let article = item.coded.article
    // Who tells without an outlet is named after the text, of which it may be a copy.
    guard let version = item.catalogue, article.outlet != nil else { return false }
    return try isKept(by: version) && !correctedArticles().contains(article.id)
  }

  /// A ledger that nobody has begun begins with this catalogue.
  private func isKept(by version: String) throws -> Bool {
    if catalogue == nil {
      try PreparedQuery(
        db,
        """
        UPDATE ledger_state SET catalogue = ?
        WHERE catalogue IS NULL AND NOT EXISTS (SELECT 1 FROM ledger_entry)
        """
      ).run(.text(version))
      catalogue = try String?.fetchOne(db, sql: "SELECT catalogue FROM ledger_state") ?? ""
    }
    return catalogue == version
  }

  /// What persons set right outlives the article and waits for it.
  private func correctedArticles() throws -> Set<String> {
    if let corrected { return corrected }
    let found = try String.fetchSet(
      db, sql: "SELECT DISTINCT article FROM correction WHERE is_undone = 0")
    corrected = found
    return found
  }
}
