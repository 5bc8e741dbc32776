import EventData
import Foundation
import GRDB

/// How a person names a coded event: the article's id, and its number in the order of the text,
/// as `report-12:3`; without a number, the whole article.
package struct EventReference: Hashable, Sendable, CustomStringConvertible {
  package var article: String
  /// Counted from 1.
  package var number: Int?

  package init(article: String, number: Int?) {
    self.article = article
    self.number = number
  }

  package init?(_ text: String) {
    guard !text.isEmpty else { return nil }
    if let colon = text.lastIndex(of: ":"), let number = Int(text[text.index(after: colon)...]),
      number > 0, colon > text.startIndex
    {
      self.init(article: String(text[..<colon]), number: number)
    } else {
      self.init(article: text, number: nil)
    }
  }

  package var description: String { article + (number.map { ":\($0)" } ?? "") }

  /// Nil when the archive has no such event.
  func row(_ db: Database) throws -> Int64? {
    guard let number, number <= CodedRowID.limit else { return nil }
    let article = try Int64.fetchOne(
      db, sql: "SELECT id FROM article WHERE external_id = ?", arguments: [article])
    guard let article else { return nil }
    return try Int64.fetchOne(
      db, sql: "SELECT id FROM ledger_entry WHERE id = ?",
      arguments: [CodedRowID.id(article: article, place: number - 1)])
  }
}

/// What a person has set right about an event or an article, and why.
package struct Correction: Hashable, Sendable, Identifiable {
  package enum Field: String, Sendable, CaseIterable {
    /// The day of an article.
    case published
    case date, status, source, target, origin, link, dismissed
  }

  package var id: Int64
  package var article: String
  package var field: Field
  /// Nil for “none”.
  package var value: String?
  package var reason: String
  package var author: String
  /// Seconds since 1970 UTC.
  package var made: Int
  package var isUndone: Bool

  var words: Int64
  /// Empty where it is of the whole article.
  var indicator: String
  var place: Int
}

extension Correction {
  static let columns = """
    c.id, c.article, c.words, c.indicator, c.place, c.field, c.value, c.reason, c.author, c.made, \
    c.is_undone
    """

  init(row: Row, at index: Int) throws {
    self.init(
      id: try row.decode(Int64.self, atIndex: index),
      article: try row.decode(String.self, atIndex: index + 1),
      field: try row.value(at: index + 5),
      value: try row.decode(String?.self, atIndex: index + 6),
      reason: try row.decode(String.self, atIndex: index + 7),
      author: try row.decode(String.self, atIndex: index + 8),
      made: try row.decode(Int.self, atIndex: index + 9),
      isUndone: try row.decode(Bool.self, atIndex: index + 10),
      words: try row.decode(Int64.self, atIndex: index + 2),
      indicator: try row.decode(String.self, atIndex: index + 3),
      place: try row.decode(Int.self, atIndex: index + 4))
  }
}
