import GRDB

/// How much room a table, or an index, takes.
package struct TableSize: Hashable, Sendable {
  package var name: String
  /// In bytes, and of those, how many hold nothing.
  package var bytes: Int
  package var unused: Int
}

extension ArchiveReader {
  /// What is wrong with the file; nothing when it is whole.
  ///
  /// Reads all of it.
  package func problems() throws(ArchiveError) -> [String] {
    try read { db in
      var found = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      found += try Self.miscounts(db)
      for table in [
        "article_text", "article_coding", "article_findings", "article_facets", "article_copy",
      ] {
        let column = table == "article_copy" ? "article" : "id"
        let missing =
          try Int.fetchOne(
            db,
            sql: "SELECT count(*) FROM article WHERE id NOT IN (SELECT \(column) FROM \(table))")
          ?? 0
        if missing > 0 { found.append("\(missing) articles without \(table)") }
      }
      return found
    }
  }

  /// Where articles hold more or fewer findings than they tell, or all together than is counted.
  private static func miscounts(_ db: Database) throws -> [String] {
    let kinds = ["articles", "statements", "events", "figures"]
    var sums = [0, 0, 0, 0]
    var found: [String] = []
    let stored = try StoredFindings(db)
    let sql = """
      SELECT a.id, 1, a.statements, a.events, a.figures, f.id IS NOT NULL
      FROM article a LEFT JOIN article_findings f ON f.id = a.id
      """
    try PreparedQuery(db, sql).run([]) { row in
      let told = (0..<4).map { row[Int32($0) + 1] }
      sums = zip(sums, told).map(+)
      guard row[5] == 1 else { return true }
      let held = [1] + (try stored.counts(in: Int64(row[0])))
      for (place, kind) in kinds.enumerated()
      where held[place] != min(told[place], CodedRowID.limit) {
        found.append("article \(row[0]) has \(held[place]) \(kind), counted as \(told[place])")
      }
      return true
    }
    try PreparedQuery(db, "SELECT \(kinds.joined(separator: ", ")) FROM tally").run([]) { row in
      for (place, kind) in kinds.enumerated() where row[Int32(place)] != sums[place] {
        found.append("\(sums[place]) \(kind), counted as \(row[Int32(place)])")
      }
      return true
    }
    return found
  }

  /// The largest first.
  package func tableSizes() throws(ArchiveError) -> [TableSize] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT name, sum(pgsize), sum(unused) FROM dbstat GROUP BY name ORDER BY 2 DESC, 1
          """
      ).map { row in
        TableSize(
          name: try row.decode(String.self, atIndex: 0),
          bytes: try row.decode(Int.self, atIndex: 1), unused: try row.decode(Int.self, atIndex: 2))
      }
    }
  }

  /// Copies one moment of the archive into a new file, while others read and write it.
  ///
  /// - Parameters:
  ///   - path: of a file that is not there yet, or is empty.
  ///   - progress: is told the pages that are copied and how many there are.
  package func backUp(
    to path: String, progress: @escaping (_ done: Int, _ total: Int) -> Void
  ) throws(ArchiveError) {
    do {
      try withoutTransaction { source in
        let target = try DatabaseQueue(path: path)
        try source.backup(to: target, pagesPerStep: 2000) {
          progress($0.completedPageCount, $0.totalPageCount)
        }
        try target.close()
      }
    } catch {
      throw ArchiveError(error)
    }
  }
}

extension ArchiveWriter {
  /// Gives back the room that nothing uses any more, and sorts what belongs together.
  ///
  /// Needs as much free room as the archive takes.
  package func vacuum() throws(ArchiveError) {
    try withoutTransaction { db in
      try db.execute(sql: "INSERT INTO article_fts (article_fts) VALUES ('optimize')")
      try db.execute(sql: "VACUUM")
      _ = try db.checkpoint(.passive)
    }
  }
}

extension ArchiveReader {
  /// The version of the tables of an archive of any age.
  package static func version(ofFile path: String) throws(ArchiveError) -> (found: Int, known: Int)
  {
    do throws(ArchiveError) {
      _ = try ArchiveReader(path: path)
      return (ArchiveSchema.version, ArchiveSchema.version)
    } catch {
      if case .olderVersion(let found, let known) = error { return (found, known) }
      throw error
    }
  }
}
