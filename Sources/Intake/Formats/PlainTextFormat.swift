/// One article a file, as text: a title, perhaps a date and an address, paragraphs.
///
/// What nothing else claims is plain text, so that this format comes last.
package struct PlainTextFormat: InputFormat {
  package static let id = "text"

  package init() {}

  package func recognises(_ head: InputHead) -> Recognition { .yes }

  package func read<Failure: Error>(
    _ stream: ByteStream, with maker: ArticleMaker,
    _ handle: (Result<ImportedArticle, InputError>) throws(Failure) -> Void
  ) throws(Failure) {
    try handle(article(stream, maker))
  }

  private func article(
    _ stream: ByteStream, _ maker: ArticleMaker
  ) -> Result<ImportedArticle, InputError> {
    let limit = maker.options.limits.articleBytes
    let bytes: [UInt8]?
    do {
      bytes = try stream.rest(limit: limit)
    } catch {
      return .failure(error)
    }
    guard let bytes else {
      return .failure(InputError(path: stream.path, .tooLarge(limit: limit)))
    }
    let raw = RawArticle(path: stream.path, text: CharacterDecoding.utf8(from: bytes))
    guard let article = maker.article(from: raw) else {
      return .failure(InputError(path: stream.path, .noText))
    }
    return .success(ImportedArticle(article: article, original: stream.original ?? bytes))
  }
}
