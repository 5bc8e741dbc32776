import GRDB

/// Which file is an archive, of which version, and how it becomes the newest.
enum ArchiveSchema {
  /// “brin” in ASCII, at byte 68 of the file: how `file` and brink tell an archive from others.
  static let applicationID = 0x6272_696e

  /// The number of the last migration; also the file's `user_version`.
  static let version = 12

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.register(1, "archive", V001Archive.sql)
    migrator.register(2, "ledger", V002Ledger.sql)
    migrator.register(3, "postings", V003Postings.sql)
    migrator.register(4, "compact", V004Compact.sql, V004Compact.move)
    migrator.register(5, "feeds", V005Feeds.sql)
    migrator.register(6, "seen", V006Seen.sql)
    migrator.register(7, "copies", V007Copies.sql, V007Copies.move)
    migrator.register(8, "marks", V008Marks.sql)
    migrator.register(9, "versions", V009Versions.sql, V009Versions.move)
    migrator.register(10, "figures", V010Figures.sql)
    migrator.register(11, "order and imports", V011OrderAndImports.sql)
    migrator.register(12, "findings", V012Findings.sql, V012Findings.move)
    return migrator
  }

  enum State: Equatable {
    case empty, current
    case older(Int)
  }

  /// - Throws: ``ArchiveError/notAnArchive`` or ``ArchiveError/newerVersion(found:known:)``.
  static func state(_ db: Database) throws -> State {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    if application == 0, found == 0, try isEmpty(db) { return .empty }
    guard application == applicationID else { throw ArchiveError.notAnArchive }
    guard found <= version else {
      throw ArchiveError.newerVersion(found: found, known: version)
    }
    return found == version ? .current : .older(found)
  }

  /// Whether there is no table but what GRDB makes before the first migration: then a writer
  /// was stopped before it had begun.
  private static func isEmpty(_ db: Database) throws -> Bool {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM sqlite_schema WHERE tbl_name NOT GLOB 'grdb_*'") == 0
  }
}

extension DatabaseMigrator {
  /// One transaction: the tables, and the version that says so.
  ///
  /// - Parameter move: what SQL alone cannot do with the rows that are there.
  fileprivate mutating func register(
    _ version: Int, _ name: String, _ sql: String,
    _ move: @escaping @Sendable (Database) throws -> Void = { _ in }
  ) {
    registerMigration("\(version) \(name)") { db in
      try db.execute(sql: sql)
      try move(db)
      try db.execute(sql: "PRAGMA application_id = \(ArchiveSchema.applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(version)")
    }
  }
}
