import GRDB

/// A feed that is fetched, and how it answered.
package struct StoredFeed: Hashable, Sendable {
  package var url: String
  package var title: String?
  /// Whether the pages are fetched that its entries link to.
  package var isFullText: Bool
  /// What the server said of its last answer, to be told to it at the next question.
  package var etag: String?
  package var lastModified: String?
  /// When it answered last, in seconds since 1970; nil before it has.
  package var checked: Int?
  /// How often in a row it has not answered.
  package var failures = 0
  /// Not to be asked before, in seconds since 1970.
  package var due = 0
  /// Whether the server said that it will not come back.
  package var isGone = false

  package init(url: String, title: String? = nil, isFullText: Bool = false) {
    self.url = url
    self.title = title
    self.isFullText = isFullText
  }

  static let columns =
    "url, title, full_text, etag, last_modified, checked, failures, due, is_gone"

  init(row: Row) throws {
    self.init(
      url: try row.decode(String.self, atIndex: 0),
      title: try row.decode(String?.self, atIndex: 1),
      isFullText: try row.decode(Bool.self, atIndex: 2))
    etag = try row.decode(String?.self, atIndex: 3)
    lastModified = try row.decode(String?.self, atIndex: 4)
    checked = try row.decode(Int?.self, atIndex: 5)
    failures = try row.decode(Int.self, atIndex: 6)
    due = try row.decode(Int.self, atIndex: 7)
    isGone = try row.decode(Bool.self, atIndex: 8)
  }
}

extension StoredFeed {
  /// The first pause after a failure, and the longest.
  private static let pauses = (first: 15 * 60, longest: 24 * 3600)

  /// It has answered.
  package mutating func noteAnswer(at now: Int) {
    (checked, failures, due, isGone) = (now, 0, now, false)
  }

  /// It has not: the next question waits twice as long as the one before, and no shorter than
  /// the server asks for.
  ///
  /// - Parameter retryAfter: in seconds.
  package mutating func noteFailure(at now: Int, retryAfter: Int? = nil, isGone: Bool = false) {
    failures = min(failures + 1, 32)
    let doubled = Self.pauses.first << min(failures - 1, 16)
    let asked = min(max(retryAfter ?? 0, 0), 7 * Self.pauses.longest)
    due = now + max(min(doubled, Self.pauses.longest), asked)
    self.isGone = isGone
  }
}
