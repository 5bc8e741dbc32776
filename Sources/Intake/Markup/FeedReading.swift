/// What the formats of feeds have in common: entries are handed over as soon as they are
/// complete, and what breaks the XML is reported once, behind the entries before it.
enum FeedReading {
  /// The name of the first element of a document; nil when it has none, or not yet.
  ///
  /// Comments, instructions and the declaration of the document type are passed over.
  static func root(of head: InputHead) -> String? {
    var rest = head.bytes.drop { $0 <= 0x20 }
    while rest.starts(with: "<?".utf8) || rest.starts(with: "<!".utf8) {
      guard let end = rest.firstPlace(of: Array(sign(ending: rest).utf8)),
        let sign = rest[end...].firstIndex(of: UInt8(ascii: ">"))
      else { return nil }
      rest = rest[(sign + 1)...].drop { $0 <= 0x20 }
    }
    guard rest.first == UInt8(ascii: "<") else { return nil }
    let name = rest.dropFirst().prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  /// What stands at the end of a comment, an instruction or a declaration, which may hold
  /// declarations itself.
  private static func sign(ending markup: ArraySlice<UInt8>) -> String {
    if markup.starts(with: "<?".utf8) { return "?>" }
    if markup.starts(with: "<!--".utf8) { return "-->" }
    return markup.prefix { $0 != UInt8(ascii: ">") }.contains(UInt8(ascii: "[")) ? "]" : ">"
  }

  /// Whether the document begins with one of these elements, whatever its prefix.
  static func recognises(_ head: InputHead, roots: Set<String>) -> Recognition {
    let isMarkup = head.bytes.first { $0 > 0x20 } == UInt8(ascii: "<")
    guard isMarkup else {
      return head.isComplete || head.bytes.contains { $0 > 0x20 } ? .no : .needsMore
    }
    guard let root = root(of: head) else { return head.isComplete ? .no : .needsMore }
    return roots.contains(root.split(separator: ":").last.map(String.init) ?? root) ? .yes : .no
  }

  static func read<Failure: Error>(
    _ stream: ByteStream, with maker: ArticleMaker,
    _ handle: (Result<ImportedArticle, InputError>) throws(Failure) -> Void
  ) throws(Failure) {
    let limit = maker.options.limits.articleBytes
    let sink = FeedSink(limit: limit)
    var window = FeedWindow()
    var decoder: CharsetDecoder?
    let parser: XMLParser
    do {
      parser = try XMLParser(sink)
    } catch {
      return try handle(.failure(InputError(path: stream.path, error)))
    }
    sink.place = { [unowned parser] in parser.place }
    var count = 0
    while true {
      let bytes: [UInt8]
      let isLast: Bool
      do {
        let piece = try stream.piece()
        isLast = piece.isEmpty
        if decoder == nil { decoder = try self.decoder(for: piece, of: stream) }
        bytes = decoder?.decode(piece, isLast: isLast) ?? []
      } catch {
        return try handle(.failure(error))
      }
      window.add(bytes)
      let problem = parser.feed(bytes, isLast: isLast)
      for item in sink.items {
        count += 1
        try handle(article(of: item, sink, window.bytes(item.place), stream.path, maker))
      }
      sink.items = []
      window.drop(before: sink.openPlace ?? parser.place)
      guard window.count <= limit + ByteStream.chunk else {
        return try handle(.failure(InputError(path: stream.path, .tooLarge(limit: limit))))
      }
      if let problem {
        return try handle(
          .failure(InputError(path: stream.path, line: problem.line, problem.reason)))
      }
      if isLast { break }
    }
    if count == 0 { try handle(.failure(InputError(path: stream.path, .noText))) }
  }

  private static func decoder(
    for head: [UInt8], of stream: ByteStream
  ) throws(InputError) -> CharsetDecoder {
    let charset = Charset(declaredIn: head) ?? stream.charset ?? .utf8
    guard let decoder = CharsetDecoder(charset) else {
      guard case .other(let name) = charset else { return CharsetDecoder(.utf8)! }
      throw InputError(path: stream.path, .unknownCharset(name))
    }
    return decoder
  }

  private static func article(
    of item: FeedItem, _ feed: FeedSink, _ original: [UInt8], _ path: String,
    _ maker: ArticleMaker
  ) -> Result<ImportedArticle, InputError> {
    let title = MarkupText.line(item.title)
    let html = item.content.count >= item.summary.count ? item.content : item.summary
    var text = MarkupText.plain(html)
    if !text.contains(where: { $0 > 0x20 }) { text = Array(title.utf8) }
    var raw = RawArticle(path: path, text: text)
    raw.title = title.isEmpty ? nil : title
    raw.url = item.link ?? item.id.flatMap { WebAddress($0)?.text }
    raw.id = item.id.flatMap { isUnique($0) ? $0 : nil } ?? raw.url
    raw.published = (item.date ?? item.updated).flatMap { DateReading.date($0) }
    raw.outlet = item.outlet
    let site = MarkupText.line(feed.title)
    raw.site = site.isEmpty ? nil : site
    raw.languageHint = item.language ?? feed.language
    raw.authors = item.authors
    guard let article = maker.article(from: raw) else {
      return .failure(InputError(path: path, .noText))
    }
    return .success(ImportedArticle(article: article, original: original))
  }

  /// Whether no other feed would give another article the same name: addresses, tags and
  /// digests, but no bare numbers.
  private static func isUnique(_ id: String) -> Bool {
    id.contains("://") || id.hasPrefix("tag:") || id.hasPrefix("urn:") || id.utf8.count >= 32
  }
}

/// The bytes of a feed that may still belong to an entry.
private struct FeedWindow {
  private var bytes: [UInt8] = []
  private var start = 0

  mutating func add(_ piece: [UInt8]) { bytes += piece }

  /// The entry from the sign that begins its tag on.
  func bytes(_ place: Range<Int>) -> [UInt8] {
    let lower = min(max(place.lowerBound - start, 0), bytes.count)
    let upper = min(max(place.upperBound - start, lower), bytes.count)
    let sign = bytes[..<lower].lastIndex(of: UInt8(ascii: "<")) ?? lower
    return Array(bytes[sign..<upper])
  }

  /// Forgets what lies before a place, but for the tag that it may be in.
  mutating func drop(before place: Int) {
    let upper = min(max(place - start, 0), bytes.count)
    let sign = bytes[..<upper].lastIndex(of: UInt8(ascii: "<")) ?? upper
    bytes.removeSubrange(..<sign)
    start += sign
  }

  var count: Int { bytes.count }
}

extension ArraySlice<UInt8> {
  fileprivate func firstPlace(of pattern: [UInt8]) -> Int? {
    guard count >= pattern.count else { return nil }
    return (startIndex...endIndex - pattern.count).first { self[$0...].starts(with: pattern) }
  }
}
