import EventData
import GRDB

/// Which findings of the articles that a filter chooses it asks for: `act:threaten` lists the
/// threats, `about:grain` what was said about grain, `region:orlen` what is told of Orlen, not all
/// that stands beside them.
final class FindingFilter {
  private let expression: FilterExpression?
  /// Of these, one is enough.
  private let wanted: RegionNames?
  private let db: Database
  private let articles: FindingArticles
  private var names: [FilterTerm: RegionNames] = [:]
  private var words: [FilterTerm: FoldedWords] = [:]
  private var lastRegions: (article: Int64, mentions: PackedMentions)?

  init(_ filter: ArticleFilter, _ db: Database) throws {
    expression = filter.expression
    self.db = db
    articles = FindingArticles(db)
    wanted =
      filter.regions.isEmpty
      ? nil
      : try RegionNames(filter.regions.flatMap { try MentionGroup(.region, id: $0, db).ids }, db)
  }

  func asks<Finding: StoredFinding>(for found: Found<Finding>, of article: Int64) throws -> Bool {
    if let wanted, try !isTold(of: wanted, found.finding, article) { return false }
    return try expression.map { try holds($0, of: found.finding, article) } != false
  }

  /// Nil where only the article can tell.
  private func holds(
    _ expression: FilterExpression, of finding: some StoredFinding, _ article: Int64
  ) throws -> Bool? {
    switch expression {
    case .term(let term): return try holds(term, of: finding, article)
    // “-act:threaten” chooses articles without any threat.
    case .not: return nil
    case .all(let parts):
      let found = try parts.map { try holds($0, of: finding, article) }
      return found.contains(false) ? false : found.contains(nil) ? nil : true
    case .any(let parts):
      let found = try parts.map { try holds($0, of: finding, article) }
      return found.contains(true) ? true : found.contains(nil) ? nil : false
    }
  }

  /// Nil where the term asks for something else.
  private func holds(
    _ term: FilterTerm, of finding: some StoredFinding, _ article: Int64
  ) throws -> Bool? {
    switch (term, finding) {
    case (.act(let act), let statement as EventData.Statement): return statement.act == act
    case (.status(let status), let event as Event): return event.status == status
    case (.indicator(let id), let event as Event):
      return event.indicator?.uppercased().hasPrefix(id.text.uppercased()) ?? false
    case (.about(let asked), let statement as EventData.Statement):
      let asked = words[term] ?? FoldedWords(asked.text, isPrefix: asked.isPrefix)
      words[term] = asked
      let text = try articles.text(article)
      return asked.isEmpty ? nil : asked.stand(in: statement.contentSpans.map(text.text(of:)))
    case (.region, _):
      let asked = try names[term] ?? RegionNames(MentionGroup(term, db).ids, db)
      names[term] = asked
      return try isTold(of: asked, finding, article)
    default: return nil
    }
  }

  /// Whether an event happens there, or the region is named where the finding stands.
  private func isTold(
    of regions: RegionNames, _ finding: some StoredFinding, _ article: Int64
  ) throws -> Bool {
    if let region = (finding as? Event)?.region, regions.names.contains(region) { return true }
    let spans = [finding.sentence] + ((finding as? EventData.Statement)?.contentSpans ?? [])
    return try mentions(in: article).groups.contains { group in
      regions.rows.contains(group.row)
        && group.mentions.contains { mention in spans.contains { $0.overlaps(mention.span) } }
    }
  }

  /// Of one article many findings follow each other.
  private func mentions(in article: Int64) throws -> PackedMentions {
    if let lastRegions, lastRegions.article == article { return lastRegions.mentions }
    var packed: [UInt8] = []
    try PreparedQuery(db, "SELECT regions FROM article_coding WHERE id = ?")
      .run([.integer(article)]) { row in
        packed = row.withBytes(0) { Array($0) }
        return false
      }
    let mentions = try PackedMentions(packed: packed)
    lastRegions = (article, mentions)
    return mentions
  }
}

/// The regions that a filter names: by their rows, and as events name them.
private struct RegionNames {
  var rows: Set<Int64>
  var names: Set<String>

  init(_ rows: [Int], _ db: Database) throws {
    self.rows = Set(rows.map(Int64.init))
    let numbers = rows.map(String.init).joined(separator: ", ")
    names = try String.fetchSet(db, sql: "SELECT name FROM region WHERE id IN (\(numbers))")
  }
}
