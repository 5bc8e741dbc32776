import EventData

/// What an input says about one article, before anything is made of it.
package struct RawArticle: Sendable {
  package var path: String
  /// Nil where the input has none.
  package var id: String?
  package var title: String?
  package var published: PublicationDate?
  /// A name, or the domain of a known outlet.
  package var outlet: String?
  /// What the page or the feed calls itself: counts where its address says nothing.
  package var site: String?
  /// As they are written, one each.
  package var authors: [String] = []
  package var url: String?
  package var language: String?
  /// What the page or the feed as a whole is said to be in: counts where the text says nothing.
  package var languageHint: String?
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
    article.credit(raw.authors)
    article.path = raw.path
    article.title = title ?? page.title.map { page.text($0) }
    article.published = raw.published ?? metadata.published
    article.url = raw.url ?? metadata.url
    article.outlet =
      raw.outlet.map(name) ?? outlet(url: article.url, raw.site ?? metadata.outlet)
    article.language =
      raw.language ?? LanguageDetector.language(of: article.body.utf8)
      ?? raw.languageHint.map(Self.primary)
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

  /// Data sets name outlets by their domains, too.
  private func name(_ outlet: String) -> String {
    guard outlet.contains("."), let address = WebAddress("http://\(outlet)") else { return outlet }
    return options.outlets.outlet(ofHost: address.host) ?? outlet
  }

  /// `en` of `en-GB`.
  private static func primary(_ tag: String) -> String {
    String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
  }

  private static func id(of raw: RawArticle) -> String {
    var hash = ContentHash()
    if let title = raw.title { hash.combine(Array(title.utf8) + [0x1F]) }
    hash.combine(raw.text)
    return hash.hex
  }
}

extension Article {
  /// Keeps the authors that an input names apart from the text, unless the text names them.
  fileprivate mutating func credit(_ authors: [String]) {
    let missing = authors.filter { author in
      !author.isEmpty && !furniture.contains { $0.text.contains(author) }
    }
    guard !missing.isEmpty else { return }
    furniture.insert(
      Furniture(
        kind: .credit, text: "By " + missing.joined(separator: ", "), before: bodyStart > 0 ? 1 : 0),
      at: furniture.firstIndex { $0.before >= (bodyStart > 0 ? 1 : 0) } ?? furniture.count)
  }
}
