/// One JSON object a line, one article an object (<https://jsonlines.org>).
///
///     {"id": "a1", "title": "…", "date": "2022-01-26", "source": "…", "url": "…", "text": "…"}
///
/// Only the text must be there. The usual other names of the fields are known too; null
/// counts as absent. A line that is wrong is reported with its number, and the next is
/// read.
package struct JSONLinesFormat: InputFormat {
  package static let id = "jsonl"

  package init() {}

  /// Yes when the first line is an object, or every second of the first lines is: one
  /// that was cut must not turn a file of articles into one article.
  package func recognises(_ head: InputHead) -> Recognition {
    guard let first = head.bytes.first(where: { $0 > 0x20 }) else {
      return head.isComplete ? .no : .needsMore
    }
    if first == UInt8(ascii: "{") { return opensObject(head.bytes[...]) ? .yes : .no }
    let lines = head.completeLines
    guard head.isComplete || lines.count >= 2 else { return .needsMore }
    let objects = lines.count { opensObject($0) }
    return objects > 0 && objects * 2 >= lines.count ? .yes : .no
  }

  /// A brace, then a name, the other brace, or nothing more to see.
  private func opensObject(_ line: ArraySlice<UInt8>) -> Bool {
    let signs = line.lazy.filter { $0 > 0x20 }.prefix(2)
    guard signs.first == UInt8(ascii: "{") else { return false }
    let second = signs.dropFirst().first
    return second == nil || second == UInt8(ascii: "\"") || second == UInt8(ascii: "}")
  }

  package func read<Failure: Error>(
    _ stream: ByteStream, with maker: ArticleMaker,
    _ handle: (Result<ImportedArticle, InputError>) throws(Failure) -> Void
  ) throws(Failure) {
    let limit = maker.options.limits.lineBytes
    while true {
      let line: ByteStream.Line?
      do {
        line = try stream.nextLine(limit: limit)
      } catch {
        try handle(.failure(error))
        return
      }
      guard let line else { return }
      switch line {
      case .tooLong:
        try handle(.failure(error(stream, .tooLarge(limit: limit))))
      case .line(let bytes) where bytes.contains { $0 > 0x20 }:
        try handle(article(bytes, stream, maker))
      case .line: continue
      }
    }
  }

  private func error(_ stream: ByteStream, _ reason: InputError.Reason) -> InputError {
    InputError(path: stream.path, line: stream.line, reason)
  }

  private func article(
    _ bytes: [UInt8], _ stream: ByteStream, _ maker: ArticleMaker
  ) -> Result<ImportedArticle, InputError> {
    let object: JSONLine
    do {
      object = try JSONLine(CharacterDecoding.utf8(from: bytes))
    } catch {
      return .failure(self.error(stream, .notJSON(column: error.column, error.problem)))
    }
    guard let article = maker.article(from: RawArticle(path: stream.path, fields: object)) else {
      return .failure(error(stream, .noText))
    }
    return .success(ImportedArticle(article: article, original: bytes))
  }
}
