import EventData
import GRDB

/// Articles by what they mention: any of some actors, regions or traits.
struct MentionGroup {
  enum Table: String {
    case actor = "mention"
    case region = "region_mention"
    case trait = "trait_mention"

    var column: String {
      switch self {
      case .actor: "actor"
      case .region: "region"
      case .trait: "trait"
      }
    }
  }

  var table: Table
  var ids: [Int]
  /// At most; an article may mention several of them.
  var articles: Int
  /// Of an actor: what it must do in the article; nil for being mentioned.
  var role: MentionTables.Role?

  /// As SQL on the rows of the table.
  func condition(_ alias: String) -> String {
    let numbers = ids.map(String.init).joined(separator: ", ")
    let isOne = "\(alias).\(table.column) \(ids.count == 1 ? "= \(numbers)" : "IN (\(numbers))")"
    guard table == .actor else { return isOne }
    return isOne + " AND " + (role.map { "\(alias).roles & \($0.rawValue)" } ?? "\(alias).n > 0")
  }

  /// As SQL on an article, by its date and its row.
  func condition(published: String, row: String) -> String {
    """
    EXISTS (SELECT 1 FROM \(table.rawValue) AS other WHERE \(condition("other"))
      AND other.published = \(published) AND other.article = \(row))
    """
  }
}

extension MentionGroup {
  /// By the id that an actor or a region has everywhere; no ids where the archive knows none.
  init(_ table: Table, id: String, _ db: Database) throws {
    try self.init(
      table, db, where: "external_id = ?", [.text(id)])
  }

  /// What a person may mean by a name.
  init(_ term: FilterTerm, _ db: Database) throws {
    switch term {
    case .actor(let name): try self.init(actor: name, db)
    case .region(let name):
      try self.init(.region, named: name, "external_id = ?1 OR name = ?1 COLLATE NOCASE", db)
    case .outlet(let name):
      try self.init(.trait, named: name, "name = ?1 COLLATE NOCASE", of: "kind = 'outlet'", db)
    case .indicator(let id):
      try self.init(
        .trait, db, where: "kind = 'indicator' AND name LIKE ? ESCAPE '\\'",
        [.text(Self.escaped(id.text) + "%")])
    case .act(let act):
      try self.init(
        .trait, db, where: "kind = 'act' AND name = ?", [.text(act.rawValue)])
    case .status(let status):
      try self.init(
        .trait, db, where: "kind = 'status' AND name = ?", [.text(status.rawValue)])
    case .since, .until, .about, .words, .read, .unread, .starred, .tag, .noted, .saved:
      preconditionFailure("\(term) is no name")
    }
  }

  /// Who is called exactly so, has the id or the code; else all of whom a name has the words.
  private init(actor name: FilterWords, _ db: Database) throws {
    if !name.isPrefix {
      try self.init(
        .actor, db,
        where: """
          external_id = ?1 OR id IN (SELECT actor FROM actor_form
            WHERE name = ?1 COLLATE NOCASE OR code = ?1)
          """, [.text(name.text)])
      if !ids.isEmpty { return }
    }
    guard let words = SafeSearch.term(name.text, isPrefix: name.isPrefix) else {
      self.init(table: .actor, ids: [], articles: 0)
      return
    }
    try self.init(
      .actor, db,
      where: """
        id IN (SELECT actor FROM actor_form
          WHERE id IN (SELECT rowid FROM actor_fts WHERE actor_fts MATCH ?))
        """, [.text("name : " + words)])
  }

  /// What is called exactly so; else all of which the name has it at the beginning of a word.
  private init(
    _ table: Table, named name: FilterWords, _ exact: String, of kind: String = "1",
    _ db: Database
  ) throws {
    if !name.isPrefix {
      try self.init(table, db, where: "\(kind) AND (\(exact))", [.text(name.text)])
      if !ids.isEmpty { return }
    }
    try self.init(
      table, db, where: "\(kind) AND ' ' || name LIKE ? ESCAPE '\\'",
      [.text("% " + Self.escaped(name.text) + "%")])
  }

  private init(
    _ table: Table, _ db: Database, where condition: String, _ arguments: [ColumnValue]
  ) throws {
    self.init(table: table, ids: [], articles: 0)
    try PreparedQuery(db, "SELECT id, articles FROM \(table.column) WHERE \(condition)")
      .run(arguments) { row in
        ids.append(row[0])
        articles += row[1]
        return true
      }
  }

  private static func escaped(_ text: String) -> String {
    text.map { "%_\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
