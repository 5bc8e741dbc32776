import GRDB

extension ImportRecord {
  /// Imports that are kept, and failures of each: the latest, and the first.
  package static let mostKept = 1000
  package static let mostFailures = 200
  /// Seconds of silence after which an import that has not ended is lost.
  fileprivate static let silence = 600
  /// Characters of a text from outside.
  fileprivate static let mostCharacters = 500
}

extension ArchiveWriter {
  /// Writes down how far an import has come.
  ///
  /// - Parameter failures: those that came since it was last written down.
  /// - Returns: the id by which it is written down again.
  package func keep(
    _ record: ImportRecord, _ failures: [ImportFailure] = []
  ) throws(ArchiveError) -> Int64 {
    try write { db in
      let id = record.id == 0 ? try add(record, db) : record.id
      let problem: String? = if case .stopped(let reason) = record.state { reason } else { nil }
      try db.execute(
        sql: """
          UPDATE import SET heard = ?, ended = ?, added = ?, changed = ?, known = ?, failed = ?,
            problem = ? WHERE id = ?
          """,
        arguments: [
          record.heard, record.state == .running ? nil : record.heard, record.added,
          record.changed, record.known, record.failed, problem.map(kept), id,
        ])
      let before =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM import_failure WHERE import = ?", arguments: [id]) ?? 0
      for (place, failure) in failures.prefix(ImportRecord.mostFailures - before).enumerated() {
        try db.execute(
          sql: "INSERT INTO import_failure (import, place, input, reason) VALUES (?, ?, ?, ?)",
          arguments: [id, before + place, kept(failure.input), kept(failure.reason)])
      }
      return id
    }
  }

  private func add(_ record: ImportRecord, _ db: Database) throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO import (begun, heard, command, origin, added, changed, known, failed)
        VALUES (?, ?, ?, ?, 0, 0, 0, 0)
        """,
      arguments: [record.begun, record.heard, record.command, kept(record.origin)])
    let id = db.lastInsertedRowID
    for (table, column) in [("import", "id"), ("import_failure", "import")] {
      try db.execute(
        sql: "DELETE FROM \(table) WHERE \(column) <= ?",
        arguments: [id - Int64(ImportRecord.mostKept)])
    }
    return id
  }

  private func kept(_ text: String) -> String {
    String(text.prefix(ImportRecord.mostCharacters)).storable
  }
}

extension ArchiveReader {
  /// The newest first, strictly older than `after`.
  package func imports(
    after: Int64? = nil, limit: Int
  ) throws(ArchiveError) -> [ImportRecord] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, begun, heard, ended, command, origin, added, changed, known, failed, problem,
            heard < unixepoch() - \(ImportRecord.silence)
          FROM import WHERE id < ? ORDER BY id DESC LIMIT ?
          """, arguments: [after ?? .max, max(0, limit)]
      ).map(ImportRecord.init(row:))
    }
  }

  /// What an import could not read: the first ``ImportRecord/mostFailures``.
  package func failures(ofImport id: Int64) throws(ArchiveError) -> [ImportFailure] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT input, reason FROM import_failure WHERE import = ? ORDER BY place",
        arguments: [id]
      ).map {
        ImportFailure(
          input: try $0.decode(String.self, atIndex: 0),
          reason: try $0.decode(String.self, atIndex: 1))
      }
    }
  }
}

extension ImportRecord {
  fileprivate init(row: Row) throws {
    self.init(
      command: try row.decode(String.self, atIndex: 4),
      origin: try row.decode(String.self, atIndex: 5), begun: try row.decode(Int.self, atIndex: 1))
    id = try row.decode(Int64.self, atIndex: 0)
    heard = try row.decode(Int.self, atIndex: 2)
    added = try row.decode(Int.self, atIndex: 6)
    changed = try row.decode(Int.self, atIndex: 7)
    known = try row.decode(Int.self, atIndex: 8)
    failed = try row.decode(Int.self, atIndex: 9)
    if let problem = try row.decode(String?.self, atIndex: 10) {
      state = .stopped(problem)
    } else if try row.decode(Int?.self, atIndex: 3) != nil {
      state = .done
    } else if try row.decode(Bool.self, atIndex: 11) {
      state = .lost
    }
  }
}
