import Escalation
import EventData
import GRDB

extension ArchiveReader {
  /// What parties, and countries as places, are called: the name under which most articles
  /// mention them, else that of the tables, else what those who act for them are said to belong
  /// to.
  package func partyNames() throws(ArchiveError) -> PartyNames {
    try read { db in
      var names = try Self.countryNames(db)
      var known: [String: String] = [:]
      let stored = try Row.fetchCursor(
        db.cachedStatement(sql: "SELECT party, name FROM party_name"))
      while let row = try stored.next() {
        known[try row.decode(String.self, atIndex: 0)] = try row.decode(String.self, atIndex: 1)
      }
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT f.code, f.name, f.affiliation,
              coalesce(f.kind IN ('state', 'organisation', 'group'), 0)
            FROM actor p JOIN actor_form f ON f.id = p.form ORDER BY p.articles, p.id
            """))
      var affiliations: [String: String] = [:]
      while let row = try rows.next() {
        let (code, name) = (
          try row.decode(String.self, atIndex: 0), try row.decode(String.self, atIndex: 1)
        )
        let key = Party.key(code: code, else: name)
        // Of a state's ministries and armies none stands for all.
        if key == code, try row.decode(Bool.self, atIndex: 3) { names[key] = name }
        if let affiliation = try row.decode(String?.self, atIndex: 2), key != name {
          affiliations[key] = affiliation
        }
      }
      return PartyNames(
        names.merging(known) { name, _ in name }.merging(affiliations) { name, _ in name })
    }
  }

  private static func countryNames(_ db: Database) throws -> [String: String] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT coalesce(country, external_id), name FROM region
          WHERE country IS NULL OR kind = 'country' ORDER BY articles, id
          """))
    var names: [String: String] = [:]
    while let row = try rows.next() {
      names[try row.decode(String.self, atIndex: 0)] = try row.decode(String.self, atIndex: 1)
    }
    return names
  }
}

extension ArchiveWriter {
  /// Keeps what the tables call parties and countries, so that those have a name of whom no
  /// article gives one. Writes nothing that is known.
  package func keep(_ names: [String: String]) throws(ArchiveError) {
    try write { db in
      let keep = try PreparedQuery(
        db,
        """
        INSERT INTO party_name (party, name) VALUES (?, ?)
        ON CONFLICT (party) DO UPDATE SET name = excluded.name WHERE name <> excluded.name
        """)
      for (party, name) in names { try keep.run(.text(party), .text(name)) }
    }
  }
}
