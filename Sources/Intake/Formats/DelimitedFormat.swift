/// A table of articles with a header, as CSV or TSV (RFC 4180): one record an article.
///
///     date,title,text
///     2022-01-26,"Envoys meet, again","They met on Monday."
///
/// Columns are parted by commas, semicolons, tabs or bars; they have the names of
/// ``ArticleField`` and stand in any order. Fields in quotation marks may hold line ends.
package struct DelimitedFormat: InputFormat {
  package static let id = "csv"

  package init() {}

  /// Yes when the first record names a text, or a title beside a date or an address.
  package func recognises(_ head: InputHead) -> Recognition {
    guard let end = head.bytes.firstIndex(of: 0x0A) else { return .no }
    return Header(Array(head.bytes[..<end])) == nil ? .no : .yes
  }

  package func read<Failure: Error>(
    _ stream: ByteStream, with maker: ArticleMaker,
    _ handle: (Result<ImportedArticle, InputError>) throws(Failure) -> Void
  ) throws(Failure) {
    let limit = maker.options.limits.lineBytes
    var records: DelimitedRecords?
    var header: Header?
    while true {
      let line: ByteStream.Line?
      do {
        line = try stream.nextLine(limit: limit)
      } catch {
        return try handle(.failure(error))
      }
      guard let line else { break }
      guard case .line(let bytes) = line else {
        try handle(
          .failure(InputError(path: stream.path, line: stream.line, .tooLarge(limit: limit))))
        continue
      }
      if let header {
        if records?.isComplete == true, !bytes.contains(where: { $0 > 0x20 }) { continue }
        for outcome in records?.add(bytes, line: stream.line) ?? [] {
          try handle(article(outcome, header, stream, maker))
        }
      } else if let found = Header(bytes) {
        header = found
        records = DelimitedRecords(delimiter: found.delimiter, limit: limit)
      }
    }
    guard let header else { return }
    for outcome in records?.rest() ?? [] {
      try handle(article(outcome, header, stream, maker))
    }
  }

  private func article(
    _ outcome: DelimitedRecords.Outcome, _ header: Header, _ stream: ByteStream,
    _ maker: ArticleMaker
  ) -> Result<ImportedArticle, InputError> {
    let record: DelimitedRecords.Record
    switch outcome {
    case .record(let complete): record = complete
    case .open(let line):
      return .failure(InputError(path: stream.path, line: line, .openQuote))
    }
    func bytes(_ field: ArticleField) -> [UInt8]? {
      guard let column = header.columns[field], column < record.fields.count else { return nil }
      let bytes = CharacterDecoding.utf8(from: record.fields[column])
      return bytes.contains { $0 > 0x20 } ? bytes : nil
    }
    func string(_ field: ArticleField) -> String? {
      bytes(field).map { String(Substring(decoding: $0, as: UTF8.self).trimmingBlanks) }
    }
    let text = bytes(.text) ?? bytes(.html) ?? bytes(.summary) ?? bytes(.title) ?? []
    var raw = RawArticle(
      path: stream.path, text: MarkupText.isMarkup(text) ? MarkupText.plain(text) : text)
    raw.id = string(.id)
    raw.title = string(.title)
    raw.outlet = string(.outlet)
    raw.url = string(.url)
    raw.language = string(.language)
    raw.authors = string(.authors).map { [$0] } ?? []
    raw.published = string(.date).flatMap { DateReading.date($0) }
    guard let article = maker.article(from: raw) else {
      return .failure(InputError(path: stream.path, line: record.line, .noText))
    }
    return .success(ImportedArticle(article: article, original: record.original))
  }

  /// The first record of a table: what stands in which column, and what parts them.
  private struct Header {
    let delimiter: UInt8
    let columns: [ArticleField: Int]

    /// Nil when the line is no header of a table of articles.
    init?(_ line: [UInt8]) {
      for delimiter in ",\t;|".utf8 {
        var records = DelimitedRecords(delimiter: delimiter, limit: 1 << 16)
        guard case .record(let record)? = records.add(line, line: 1).first,
          record.fields.count >= 2
        else { continue }
        var columns: [ArticleField: Int] = [:]
        var ranks: [ArticleField: Int] = [:]
        for (index, name) in record.fields.enumerated() {
          let name = String(decoding: name, as: UTF8.self)
          guard let field = ArticleField(named: name), let rank = field.rank(of: name),
            rank < ranks[field] ?? .max
          else { continue }
          (columns[field], ranks[field]) = (index, rank)
        }
        let isTable =
          columns[.text] != nil || columns[.html] != nil
          || columns[.title] != nil && (columns[.date] != nil || columns[.url] != nil)
        guard isTable, columns.count * 4 >= record.fields.count else { continue }
        self.delimiter = delimiter
        self.columns = columns
        return
      }
      return nil
    }
  }
}
