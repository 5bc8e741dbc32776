/// A letter, and the text that its reader would see (RFC 5322, MIME).
struct MailMessage {
  private let headers: MailHeaders
  private let bytes: ArraySlice<UInt8>

  /// How deep parts may lie in parts, and how many one part may have.
  private static let most = (depth: 8, parts: 1000)

  init(_ bytes: ArraySlice<UInt8>) {
    headers = MailHeaders(bytes)
    self.bytes = bytes
  }

  /// The article that a newsletter holds: its subject, its text, and who sent it.
  ///
  /// - Throws: ``InputError/Reason/unknownCharset(_:)``.
  func article(path: String) throws(InputError.Reason) -> RawArticle {
    let part = Part(headers: headers, body: bytes[headers.end...])
    var raw = RawArticle(path: path, text: try part.text(depth: 0) ?? [])
    raw.title = headers["subject"]
    raw.published = headers["date"].flatMap { DateReading.date($0) }
    raw.outlet = headers["from"].flatMap(Self.sender)
    raw.url = headers["archived-at"].flatMap { address in
      WebAddress(address.filter { $0 != "<" && $0 != ">" })?.text
    }
    raw.id = headers["message-id"].map { id in id.filter { $0 != "<" && $0 != ">" && $0 != " " } }
    if raw.id?.isEmpty == true { raw.id = nil }
    return raw
  }

  /// `The Tarnby Post` of `"The Tarnby Post" <news@tarnbypost.example>`, else the domain.
  private static func sender(_ from: String) -> String? {
    let name = Substring(from.prefix { $0 != "<" }.filter { $0 != "\"" }).trimmingBlanks
    if !name.isEmpty, !name.contains("@") { return String(name) }
    return from.split(separator: "@").last.map { domain in
      String(domain.prefix { $0 != ">" && $0 != " " })
    }
  }

  private struct Part {
    let headers: MailHeaders
    let body: ArraySlice<UInt8>

    /// Nil when a reader would see no text in it.
    func text(depth: Int) throws(InputError.Reason) -> [UInt8]? {
      let kind = headers.kind("content-type") ?? "text/plain"
      if headers.kind("content-disposition") == "attachment" { return nil }
      if kind.hasPrefix("multipart/") {
        guard depth < MailMessage.most.depth else { return nil }
        return try text(ofParts: kind, depth: depth + 1)
      }
      switch kind {
      case "text/plain": return try decoded()
      case "text/html": return MarkupText.plain(try decoded())
      default: return nil
      }
    }

    /// Of alternatives the plain one, unless it says much less than another; of other parts
    /// all, one below the other.
    private func text(
      ofParts kind: String, depth: Int
    ) throws(InputError.Reason) -> [UInt8]? {
      var texts: [[UInt8]] = []
      for part in parts {
        if let text = try part.text(depth: depth), text.contains(where: { $0 > 0x20 }) {
          texts.append(text)
        }
      }
      guard let first = texts.first else { return nil }
      if kind == "multipart/alternative" {
        let longest = texts.max { $0.count < $1.count } ?? first
        return first.count * 3 >= longest.count ? first : longest
      }
      return Array(texts.joined(separator: [0x0A, 0x0A]))
    }

    private func decoded() throws(InputError.Reason) -> [UInt8] {
      let bytes =
        switch headers.kind("content-transfer-encoding") {
        case "base64": TransferEncoding.base64(body)
        case "quoted-printable": TransferEncoding.quotedPrintable(body)
        default: Array(body)
        }
      let charset = headers.parameter("charset", of: "content-type").map { Charset(named: $0) }
      return try CharacterDecoding.utf8(from: bytes, declared: charset)
    }

    /// What the lines with the boundary part.
    private var parts: [Part] {
      guard let boundary = headers.parameter("boundary", of: "content-type"), !boundary.isEmpty
      else { return [] }
      let mark = Array("--\(boundary)".utf8)
      var parts: [Part] = []
      var start: Int?
      var place = body.startIndex
      while place < body.endIndex, parts.count < MailMessage.most.parts {
        let line = body[place...]
        let end = line.firstIndex(of: 0x0A) ?? body.endIndex
        if body[place..<end].starts(with: mark) {
          if let start { parts.append(Self.part(body[start..<place])) }
          start = min(end + 1, body.endIndex)
          if body[place..<end].dropFirst(mark.count).starts(with: "--".utf8) { return parts }
        }
        place = end + 1
      }
      if let start { parts.append(Self.part(body[start...])) }
      return parts
    }

    private static func part(_ bytes: ArraySlice<UInt8>) -> Part {
      let headers = MailHeaders(bytes)
      return Part(headers: headers, body: bytes[headers.end...])
    }
  }
}
