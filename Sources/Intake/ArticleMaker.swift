import EventData

/// What an input says about one article, before anything is made of it.
package struct RawArticle: Sendable {
  package var path: String
  /// Nil where the input has none.
  package var id: String?
  package var title: String?
  package var published: PublicationDate?
  package var outlet: String?
  package var url: String?
  package var language: String?
  /// Valid UTF-8; see ``CharacterDecoding``.
  package var text: [UInt8]

  package init(path: String, text: [UInt8]) {
    self.path = path
    self.text = text
  }
}

/// Makes articles: cleans the text, completes the metadata from it, gives an id.
///
/// What the input states wins over what the text shows, and what neither says stays nil.
package struct ArticleMaker: Sendable {
  package let options: IntakeOptions
  private let rules: CleaningRules

  package init(options: IntakeOptions) {
    self.options = options
    rules = .standard(options.furniture)
  }

  /// Nil when the input holds no text to read.
  package func article(from raw: RawArticle) -> Article? {
    guard raw.text.contains(where: { $0 > 0x20 }) else { return nil }
    let title = raw.title.flatMap(Self.clean)
    // Read as far as something of them is asked for.
    lazy var page = page(raw.text, title: title)
    lazy var metadata = PageMetadata(of: page)
    var article = options.asIs ? untouched(raw) : Self.assemble(page, title: title)
    guard !article.text.isEmpty else { return nil }
    article.id = raw.id ?? Self.id(of: raw)
    article.path = raw.path
    article.title = title ?? page.title.map { page.text($0) }
    article.published = raw.published ?? metadata.published
    article.url = raw.url ?? metadata.url
    article.outlet = raw.outlet ?? outlet(url: article.url, metadata.outlet)
    article.language = raw.language ?? LanguageDetector.language(of: article.body.utf8)
    return article
  }

  private func page(_ text: [UInt8], title: String?) -> Page {
    var page = Page(scrubbed: TextScrubber.scrub(text), outlets: options.outlets)
    rules.judge(&page, title: title)
    return page
  }

  private func untouched(_ raw: RawArticle) -> Article {
    Article(id: "", text: CharacterDecoding.text(of: raw.text))
  }

  /// The known outlet of the address; else the agency or the owner that the text names;
  /// else the host.
  private func outlet(url: String?, _ named: @autoclosure () -> String?) -> String? {
    let host = url.flatMap { WebAddress($0) }?.host
    return host.flatMap { options.outlets.outlet(ofHost: $0) } ?? named()
      ?? host.map(WebAddress.registrable)
  }

  /// One line without control characters; nil when nothing is left.
  private static func clean(_ text: String) -> String? {
    let lines = TextScrubber.scrub(Array(text.utf8)).split(separator: 0x0A)
    return lines.isEmpty
      ? nil : String(decoding: Array(lines.joined(separator: [0x20])), as: UTF8.self)
  }

  private static func id(of raw: RawArticle) -> String {
    var hash = ContentHash()
    if let title = raw.title { hash.combine(Array(title.utf8) + [0x1F]) }
    hash.combine(raw.text)
    return hash.hex
  }
}
