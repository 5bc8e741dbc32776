/// A list of articles as one JSON value: an array of objects, an object that holds such an
/// array beside other things, as the answers of news services do, or one object alone that
/// is spread over several lines.
///
///     [{"title": "…", "text": "…"}, {"title": "…", "text": "…"}]
///     {"status": "ok", "articles": [{"title": "…", "content": "…"}]}
///
/// Fields have the names of ``ArticleField``. The document may be of any size: one article of
/// it is held at a time.
package struct JSONDocumentFormat: InputFormat {
  package static let id = "json"

  package init() {}

  /// Yes for an array that begins with an object or ends at once, and for an object that
  /// breaks its first line behind the brace or shows a list of articles.
  package func recognises(_ head: InputHead) -> Recognition {
    let signs = head.bytes.drop { $0 <= 0x20 }
    switch signs.first {
    case nil: return head.isComplete ? .no : .needsMore
    case UInt8(ascii: "["):
      guard let next = signs.dropFirst().first(where: { $0 > 0x20 }) else {
        return head.isComplete ? .no : .needsMore
      }
      return next == UInt8(ascii: "{") || next == UInt8(ascii: "]") ? .yes : .no
    case UInt8(ascii: "{"):
      let blanks = signs.dropFirst().prefix { $0 <= 0x20 }
      let isSpread =
        blanks.contains(0x0A) && signs.dropFirst(1 + blanks.count).first == UInt8(ascii: "\"")
      return isSpread || Self.showsList(signs) ? .yes : .no
    default: return .no
    }
  }

  /// Whether a member of the object is known to hold articles, as far as the head shows.
  private static func showsList(_ head: ArraySlice<UInt8>) -> Bool {
    var splitter = JSONElements()
    _ = splitter.elements(in: head)
    return splitter.isInsideList
  }

  package func read<Failure: Error>(
    _ stream: ByteStream, with maker: ArticleMaker,
    _ handle: (Result<ImportedArticle, InputError>) throws(Failure) -> Void
  ) throws(Failure) {
    let limit = maker.options.limits.lineBytes
    var splitter = JSONElements(limit: limit)
    var count = 0
    while true {
      let bytes: [UInt8]
      do {
        bytes = try stream.piece()
      } catch {
        return try handle(.failure(error))
      }
      if bytes.isEmpty { break }
      for element in splitter.elements(in: bytes[...]) {
        count += 1
        try handle(article(element, stream, maker, limit))
      }
    }
    if let rest = splitter.rest(hadElements: count > 0) {
      try handle(article(rest, stream, maker, limit))
    } else if count == 0 {
      try handle(.failure(InputError(path: stream.path, .noText)))
    }
  }

  private func article(
    _ element: JSONElements.Element, _ stream: ByteStream, _ maker: ArticleMaker, _ limit: Int
  ) -> Result<ImportedArticle, InputError> {
    func failure(_ reason: InputError.Reason) -> Result<ImportedArticle, InputError> {
      .failure(InputError(path: stream.path, line: element.line, reason))
    }
    guard let bytes = element.bytes else { return failure(.tooLarge(limit: limit)) }
    do {
      let fields = try JSONLine(CharacterDecoding.utf8(from: bytes))
      let raw = RawArticle(path: stream.path, fields: fields)
      guard let article = maker.article(from: raw) else { return failure(.noText) }
      return .success(ImportedArticle(article: article, original: bytes))
    } catch {
      return failure(.notJSON(column: error.column, error.problem))
    }
  }
}
