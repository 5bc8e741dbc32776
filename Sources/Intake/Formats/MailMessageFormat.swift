/// One letter a file (`.eml`, RFC 5322), as newsletters are kept.
package struct MailMessageFormat: InputFormat {
  package static let id = "eml"

  package init() {}

  /// Yes when the first lines are headers of letters, three kinds of them at least.
  package func recognises(_ head: InputHead) -> Recognition {
    let line = head.bytes.prefix { $0 != 0x0A }
    let name = line.prefix { $0 != UInt8(ascii: ":") }
    let isHeader =
      name.count < line.count && !name.isEmpty
      && name.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
    guard isHeader else { return .no }
    return MailHeaders.known(in: head.bytes[...]) >= 3 ? .yes : .no
  }

  package func read<Failure: Error>(
    _ stream: ByteStream, with maker: ArticleMaker,
    _ handle: (Result<ImportedArticle, InputError>) throws(Failure) -> Void
  ) throws(Failure) {
    let limit = maker.options.limits.articleBytes
    let bytes: [UInt8]?
    do {
      bytes = try stream.rest(limit: limit)
    } catch {
      return try handle(.failure(error))
    }
    guard let bytes else {
      return try handle(.failure(InputError(path: stream.path, .tooLarge(limit: limit))))
    }
    try handle(Self.article(bytes, path: stream.path, line: nil, maker))
  }

  /// The article of one letter.
  static func article(
    _ bytes: [UInt8], path: String, line: Int?, _ maker: ArticleMaker
  ) -> Result<ImportedArticle, InputError> {
    do throws(InputError.Reason) {
      let raw = try MailMessage(bytes[...]).article(path: path)
      guard let article = maker.article(from: raw) else { throw .noText }
      return .success(ImportedArticle(article: article, original: bytes))
    } catch {
      return .failure(InputError(path: path, line: line, error))
    }
  }
}
