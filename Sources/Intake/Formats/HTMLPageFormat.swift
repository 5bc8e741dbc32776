/// A page of the web with one article on it, as a browser saves it.
///
/// Title, date, outlet, authors, address and language come from what the page says about
/// itself, the text from where it has most to say; see ``PageBody``.
package struct HTMLPageFormat: InputFormat {
  package static let id = "html"

  package init() {}

  /// Yes when the document begins as HTML does, whatever comments stand above it.
  package func recognises(_ head: InputHead) -> Recognition {
    let text = head.bytes.drop { $0 <= 0x20 }
    guard text.first == UInt8(ascii: "<") else {
      return text.isEmpty && !head.isComplete ? .needsMore : .no
    }
    let start = String(decoding: text.prefix(2048).map(\.asciiLowercased), as: UTF8.self)
    if start.hasPrefix("<!doctype html") { return .yes }
    guard let root = FeedReading.root(of: head)?.lowercased() else {
      return head.isComplete ? .no : .needsMore
    }
    return Self.roots.contains(root) ? .yes : .no
  }

  private static let roots: Set<String> = [
    "html", "head", "body", "meta", "title", "link", "script", "article", "main", "div", "section",
    "h1", "p",
  ]

  package func read<Failure: Error>(
    _ stream: ByteStream, with maker: ArticleMaker,
    _ handle: (Result<ImportedArticle, InputError>) throws(Failure) -> Void
  ) throws(Failure) {
    try handle(article(stream, maker))
  }

  private func article(
    _ stream: ByteStream, _ maker: ArticleMaker
  ) -> Result<ImportedArticle, InputError> {
    let limit = maker.options.limits.pageBytes
    do throws(InputError) {
      guard let bytes = try stream.rest(limit: limit) else {
        throw InputError(path: stream.path, .tooLarge(limit: limit))
      }
      let text: [UInt8]
      do throws(InputError.Reason) {
        text = try CharacterDecoding.utf8(
          from: bytes, declared: stream.charset ?? Charset(declaredIn: bytes))
      } catch {
        throw InputError(path: stream.path, error)
      }
      guard HTMLParser.isInstalled else {
        throw InputError(path: stream.path, .missing(.libxml2))
      }
      guard let article = maker.article(from: RawArticle(path: stream.path, page: text)) else {
        throw InputError(path: stream.path, .noText)
      }
      return .success(ImportedArticle(article: article, original: stream.original ?? bytes))
    } catch {
      return .failure(error)
    }
  }
}

extension RawArticle {
  /// The article of a page.
  ///
  /// - Parameter page: UTF-8.
  init(path: String, page: [UInt8]) {
    let sink = PageSink()
    HTMLParser.read(page, into: sink)
    let head = sink.heads
    var text = PageBody(
      blocks: sink.blocks, elements: sink.elements, headingPlace: sink.headingPlace
    ).lines()
    if let told = head.data.body.map({ MarkupText.plain($0.utf8) }), told.count >= 400,
      text.count * 2 < told.count || text.count > told.count * 2
    {
      text = told
    }
    self.init(path: path, text: text)
    title = head.title
    published = head.published
    url = head.url
    site = head.site
    languageHint = head.language
    authors = head.authors
  }
}
