/// What is told of an article in data sets of news, and the names under which it is told.
enum ArticleField: CaseIterable {
  case id, title, text, html, summary, date, outlet, url, language, authors

  /// In lower case, the best first.
  var names: [String] {
    switch self {
    case .id: ["id", "guid", "_id", "uuid", "article_id"]
    case .title: ["title", "headline", "article_title"]
    case .text:
      [
        "text", "body", "content", "maintext", "article", "content_text", "articlebody",
        "article_text", "full_text", "fulltext", "plain_text",
      ]
    case .html: ["content_html", "html", "body_html"]
    case .summary: ["description", "summary", "abstract", "lead", "snippet"]
    case .date:
      [
        "date", "published", "published_at", "publishedat", "pubdate", "datetime", "timestamp",
        "ts", "publish_date", "date_publish", "date_published", "datepublished", "published_date",
        "publication_date", "seendate", "created_at",
      ]
    case .outlet:
      [
        "source", "outlet", "publisher", "site", "publication", "newspaper", "site_name",
        "source_name", "source_domain", "domain",
      ]
    case .url: ["url", "link", "permalink", "canonical_url", "external_url", "source_url"]
    case .language: ["language", "lang", "inlanguage"]
    case .authors: ["authors", "author", "byline", "creator"]
    }
  }

  /// How good a name is for the field, the best at 0; nil when it is none of its names.
  func rank(of name: some StringProtocol) -> Int? {
    names.firstIndex(of: Substring(name).trimmingBlanks.lowercased().replacing(" ", with: "_"))
  }

  /// The field of a column or a member; case and blanks do not matter.
  init?(named name: some StringProtocol) {
    guard let field = Self.allCases.first(where: { $0.rank(of: name) != nil }) else { return nil }
    self = field
  }
}
