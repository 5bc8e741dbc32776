import EventData

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

extension RawArticle {
  fileprivate init(path: String, fields: JSONLine) {
    self.init(
      path: path, text: fields.text(["text", "body", "content", "article", "description"]) ?? [])
    id = fields.string(["id", "guid", "_id", "uuid"])
    title = fields.string(["title", "headline"])
    outlet = fields.string(["source", "outlet", "publisher", "site"])
    url = fields.string(["url", "link", "permalink"])
    language = fields.string(["language", "lang"])
    published = fields.date([
      "date", "published", "published_at", "publishedat", "pubdate", "datetime", "timestamp", "ts",
    ])
  }
}

extension JSONLine {
  /// The bytes of a string, or of the strings of a list, an empty line between them.
  fileprivate func text(_ names: [String]) -> [UInt8]? {
    switch value(names) {
    case .string(let text): return text
    case .array(let values):
      let paragraphs = values.compactMap { value -> [UInt8]? in
        guard case .string(let text) = value else { return nil }
        return text
      }
      return Array(paragraphs.joined(separator: [0x0A, 0x0A]))
    default: return nil
    }
  }

  /// A string or the spelling of a number, or the `name` of an object; nil when empty.
  fileprivate func string(_ names: [String]) -> String? {
    let bytes: [UInt8]
    switch value(names) {
    case .string(let text), .number(let text): bytes = text
    case .object(let members):
      guard let name = members.last(where: { $0.name.elementsEqual("name".utf8) }),
        case .string(let text) = name.value
      else { return nil }
      bytes = text
    default: return nil
    }
    let text = Substring(decoding: bytes, as: UTF8.self).trimmingBlanks
    return text.isEmpty ? nil : String(text)
  }

  fileprivate func date(_ names: [String]) -> PublicationDate? {
    string(names).flatMap { DateReading.date($0) }
  }
}
