import CTransfer

/// Asks servers for documents, one at a time and thread.
///
/// http and https only; compressed where the server can; proxies from the environment.
package struct HTTPClient: Sendable {
  /// How the program names itself: servers see a reader of feeds, and no browser.
  package static let agent = "brink/0.1 (reader of news feeds)"

  /// For a whole answer.
  package var seconds: Int
  /// Of an answer once it is unpacked.
  package var bytes: Int
  package var redirects: Int

  package init(seconds: Int = 60, bytes: Int = 32 << 20, redirects: Int = 8) {
    self.seconds = seconds
    self.bytes = bytes
    self.redirects = redirects
  }

  /// What a document was when it was fetched last; the server compares.
  package struct Known: Hashable, Sendable {
    package var etag: String?
    package var lastModified: String?

    package init(etag: String? = nil, lastModified: String? = nil) {
      self.etag = etag
      self.lastModified = lastModified
    }
  }

  package struct Document: Hashable, Sendable {
    package var bytes: [UInt8]
    /// As the server names it; nil when it does not.
    package var charset: String?
    package var known: Known
    /// The address to ask from now on; nil when it stays.
    package var moved: String?
  }

  package enum Answer: Hashable, Sendable {
    case document(Document)
    /// It is as it was.
    case unchanged
    case failure(FetchProblem)
  }

  /// Waits for the answer.
  package func fetch(_ url: String, known: Known = Known()) -> Answer {
    var answer = ct_answer()
    defer { ct_free(&answer) }
    let result = url.withCString { url in
      Self.agent.withCString { agent in
        withOptional(known.etag) { etag in
          withOptional(known.lastModified) { lastModified in
            var request = ct_request(
              url: url, agent: agent, etag: etag, last_modified: lastModified, seconds: seconds,
              limit: bytes, redirects: redirects)
            return ct_fetch(&request, &answer)
          }
        }
      }
    }
    guard result == CT_DONE else {
      return .failure(FetchProblem(result, message: message(of: &answer)))
    }
    switch answer.status {
    case 200..<300:
      return .document(
        Document(
          bytes: Array(UnsafeBufferPointer(start: answer.body, count: answer.length)),
          charset: string(answer.type).flatMap(Self.charset),
          known: Known(etag: string(answer.etag), lastModified: string(answer.last_modified)),
          moved: string(answer.moved)))
    case 304: return .unchanged
    case 404, 410: return .failure(answer.status == 410 ? .gone : .status(404, retryAfter: nil))
    default:
      return .failure(
        .status(answer.status, retryAfter: string(answer.retry_after).flatMap { Int($0) }))
    }
  }

  private func message(of answer: inout ct_answer) -> String {
    withUnsafeBytes(of: &answer.message) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  /// `utf-8` of `text/xml; charset="utf-8"`.
  private static func charset(of type: String) -> String? {
    for piece in type.split(separator: ";").dropFirst() {
      let sides = piece.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, sides[0].filter({ $0 != " " }).lowercased() == "charset" else {
        continue
      }
      return sides[1].filter { $0 != "\"" && $0 != "'" && $0 != " " }
    }
    return nil
  }
}

private func string(_ text: UnsafePointer<CChar>?) -> String? { text.map { String(cString: $0) } }

private func withOptional<T>(
  _ text: String?, _ body: (UnsafePointer<CChar>?) -> T
) -> T {
  if let text { return text.withCString(body) }
  return body(nil)
}
