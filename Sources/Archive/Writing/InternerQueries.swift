import GRDB

/// What an ``Interner`` asks of the archive, prepared once for all articles of a transaction.
struct InternerQueries {
  /// Finds a row by its key, and makes it.
  struct Table {
    let find: PreparedQuery
    let insert: PreparedQuery
  }

  let outlet: Table
  let trait: Table
  let region: Table

  init(_ db: Database) throws {
    func table(_ find: String, _ insert: String) throws -> Table {
      Table(find: try PreparedQuery(db, find), insert: try PreparedQuery(db, insert))
    }
    outlet = try table(
      "SELECT id FROM outlet WHERE name = ?", "INSERT INTO outlet (name, articles) VALUES (?, 0)")
    trait = try table(
      "SELECT id FROM trait WHERE kind = ? AND name = ?",
      "INSERT INTO trait (kind, name, articles) VALUES (?, ?, 0)")
    region = try table(
      "SELECT id FROM region WHERE external_id = ?",
      """
      INSERT INTO region (external_id, name, kind, country, latitude, longitude, articles)
      VALUES (?, ?, ?, ?, ?, ?, 0)
      ON CONFLICT (external_id) DO UPDATE SET name = excluded.name, kind = excluded.kind,
        country = excluded.country, latitude = excluded.latitude, longitude = excluded.longitude
      """)
  }
}
