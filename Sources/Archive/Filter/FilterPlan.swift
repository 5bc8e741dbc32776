import EventData
import GRDB

/// The conditions of a filter, sorted by how the archive can meet them.
struct FilterPlan {
  /// What the article must mention, the rarest first.
  private(set) var groups: [MentionGroup] = []
  /// What the article must not mention.
  private(set) var unwanted: [MentionGroup] = []
  /// What full-text search must find; nil where no words are asked for.
  private(set) var found: String?
  /// Searches that must not find the article.
  private(set) var excluded: [String] = []
  private(set) var article: Int?
  /// Seconds since 1970 of the first moment, and of the first after the last.
  private(set) var from: Int?
  private(set) var to: Int?
  /// All else, as SQL on an article.
  private(set) var rest: [FilterExpression] = []
  /// True when the filter names what the archive does not know.
  var isImpossible: Bool { groups.contains { $0.ids.isEmpty } }

  /// Whether it asks for nothing besides mentions and words.
  var isOfMentionsAndWords: Bool {
    unwanted.isEmpty && excluded.isEmpty && rest.isEmpty && article == nil && from == nil
      && to == nil
  }

  /// How many articles meet it, copies among them, where the archive has counted them.
  var knownCount: Int? {
    guard isOfMentionsAndWords, found == nil, groups.count == 1, groups[0].ids.count == 1,
      groups[0].role == nil
    else { return nil }
    return groups[0].articles
  }

  private let db: Database

  init(_ filter: ArticleFilter, _ db: Database) throws {
    self.db = db
    for id in Set(filter.actors) { groups.append(try MentionGroup(.actor, id: id, db)) }
    for id in Set(filter.regions) { groups.append(try MentionGroup(.region, id: id, db)) }
    for id in Set(filter.withoutActors) { unwanted.append(try MentionGroup(.actor, id: id, db)) }
    for id in Set(filter.withoutRegions) {
      unwanted.append(try MentionGroup(.region, id: id, db))
    }
    unwanted.removeAll { $0.ids.isEmpty }
    article = filter.article.map { Int($0) }
    if let day = filter.from { add(.since(day)) }
    if let day = filter.to { add(.until(day)) }
    if let words = filter.search.flatMap({ SafeSearch($0).expression }) { search(words) }
    switch filter.expression {
    case .all(let parts): for part in parts { try add(part) }
    case let whole?: try add(whole)
    case nil: break
    }
    groups.sort { $0.articles < $1.articles }
  }

  /// - Parameter actor: must do this in the article.
  mutating func require(_ actor: String, _ role: MentionTables.Role) throws {
    var group = try MentionGroup(.actor, id: actor, db)
    group.role = role
    groups.append(group)
    groups.sort { $0.articles < $1.articles }
  }

  private mutating func add(_ part: FilterExpression) throws {
    if let words = part.search {
      search(words)
    } else if case .not(let inner) = part, let words = inner.search {
      excluded.append(words)
    } else if case .term(let term) = part {
      switch term {
      case .since, .until: add(term)
      case .words, .about: break  // Holds nothing that can be searched for.
      case .read, .unread, .starred, .tag, .noted: rest.append(part)
      case .saved(let name):
        if let saved = try saved(name) { try add(saved) } else { rest.append(part) }
      default: groups.append(try MentionGroup(term, db))
      }
    } else {
      rest.append(part)
    }
  }

  private mutating func add(_ term: FilterTerm) {
    if case .since(let day) = term { from = max(from ?? .min, day.number * 86_400) }
    if case .until(let day) = term { to = min(to ?? .max, (day.number + 1) * 86_400) }
  }

  private mutating func search(_ words: String) {
    found = found.map { "(\($0)) AND (\(words))" } ?? words
  }

  // MARK: SQL

  /// - Returns: a condition on an article, by its date and its row, and what is bound in it.
  func condition(
    _ expression: FilterExpression, published: String, row: String
  ) throws -> (sql: String, arguments: [ColumnValue]) {
    if let words = expression.search {
      return (
        "\(row) IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?)", [.text(words)]
      )
    }
    switch expression {
    case .all(let parts): return try joined(parts, " AND ", published, row)
    case .any(let parts): return try joined(parts, " OR ", published, row)
    case .not(let part):
      let inner = try condition(part, published: published, row: row)
      return ("NOT (\(inner.sql))", inner.arguments)
    case .term(.since(let day)): return ("\(published) >= \(day.number * 86_400)", [])
    case .term(.until(let day)):
      return (
        "\(published) < \((day.number + 1) * 86_400) AND \(published) > \(ArticleKey.undated)", []
      )
    case .term(.words), .term(.about): return ("1", [])
    case .term(.saved(let name)):
      // No filter of that name: it is met by nothing.
      guard let saved = try saved(name) else { return ("0", []) }
      return try condition(saved, published: published, row: row)
    case .term(let term) where term.marks != nil:
      guard let marks = term.marks else { return ("1", []) }
      let articles = MarkTables.articles(where: marks.sql)
      return ("\(row) \(marks.isWanted ? "" : "NOT ")IN (\(articles))", marks.arguments)
    case .term(let term):
      let group = try MentionGroup(term, db)
      return (group.ids.isEmpty ? "0" : group.condition(published: published, row: row), [])
    }
  }

  /// A filter that was saved; nil where there is none, or one that names others.
  private func saved(_ name: FilterWords) throws -> FilterExpression? {
    let text = try String.fetchOne(
      db.cachedStatement(sql: "SELECT filter FROM saved_filter WHERE name = ?"),
      arguments: [name.text.storable])
    // One that names others might name itself.
    let saved = text.flatMap { try? FilterExpression.parsing($0) }
    return saved.flatMap { $0.namesSaved ? nil : $0 }
  }

  private func joined(
    _ parts: [FilterExpression], _ word: String, _ published: String, _ row: String
  ) throws -> (sql: String, arguments: [ColumnValue]) {
    let found = try parts.map { try condition($0, published: published, row: row) }
    return (
      found.map { "(\($0.sql))" }.joined(separator: word), found.flatMap(\.arguments)
    )
  }
}

extension FilterTerm {
  /// What a mark must meet, as SQL on the table `m`, and whether there must be one.
  fileprivate var marks: (sql: String, arguments: [ColumnValue], isWanted: Bool)? {
    switch self {
    case .read: ("m.is_read", [], true)
    case .unread: ("m.is_read", [], false)
    case .starred: ("m.is_starred", [], true)
    case .noted: ("m.note IS NOT NULL", [], true)
    case .tag(let tag):
      (
        "m.id IN (SELECT mark FROM mark_tag WHERE tag \(tag.isPrefix ? "GLOB" : "=") ?)",
        [.text(tag.text.lowercased() + (tag.isPrefix ? "*" : ""))], true
      )
    default: nil
    }
  }
}

extension FilterExpression {
  fileprivate var namesSaved: Bool {
    switch self {
    case .term(.saved): true
    case .term: false
    case .not(let part): part.namesSaved
    case .all(let parts), .any(let parts): parts.contains { $0.namesSaved }
    }
  }

  /// The same for the full-text index; nil where it asks for more than words, or only for what
  /// must not be there.
  fileprivate var search: String? {
    switch self {
    case .term(.words(let words)): return SafeSearch.term(words.text, isPrefix: words.isPrefix)
    case .term(.about(let words)):
      return SafeSearch.term(words.text, isPrefix: words.isPrefix).map { "said : \($0)" }
    case .term, .not: return nil
    case .any(let parts): return Self.joined(parts, " OR ")
    case .all(let parts):
      let unwanted = parts.compactMap { if case .not(let part) = $0 { part } else { nil } }
      let wanted = parts.filter { if case .not = $0 { false } else { true } }
      guard !wanted.isEmpty, let words = Self.joined(wanted, " AND ") else { return nil }
      if unwanted.isEmpty { return words }
      return Self.joined(unwanted, " OR ").map { "(\(words)) NOT (\($0))" }
    }
  }

  private static func joined(_ parts: [FilterExpression], _ word: String) -> String? {
    let found = parts.compactMap(\.search)
    return found.count == parts.count
      ? found.map { "(\($0))" }.joined(separator: word) : nil
  }
}
