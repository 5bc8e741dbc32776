import Archive
import EventData

/// Reads a list of pages from its newest row to its last.
enum WholeList {
  private static let page = 500

  static func rows<Row, Key>(
    by key: (Row) -> Key, read: (Key?, Int) throws -> [Row]
  ) rethrows -> [Row] {
    var rows: [Row] = []
    while true {
      let next = try read(rows.last.map(key), page)
      rows += next
      if next.count < page { return rows }
    }
  }
}

extension ArticleRow {
  static let headings = [
    "date", "outlet", "title", "statements", "events", "escalating", "indicators", "copies", "read",
    "starred", "tags", "note",
  ]

  var fields: [String] {
    [
      published?.iso ?? "", outlet ?? "", title, "\(statements)", "\(events)", "\(escalating)",
      indicators.joined(separator: " "), "\(copies)", marks.isRead ? "yes" : "",
      marks.isStarred ? "yes" : "", marks.tags.joined(separator: " "), marks.note ?? "",
    ]
  }
}

extension StatementRow {
  static let headings = [
    "date", "outlet", "speaker", "act", "addressee", "via", "kind", "content", "rule",
  ]

  var fields: [String] {
    [
      published?.iso ?? "", outlet ?? "", statement.speaker?.name ?? "", statement.act.rawValue,
      statement.addressee ?? "", statement.via ?? "", statement.kind.rawValue, content,
      statement.rule,
    ]
  }
}

extension EventRow {
  static let headings = [
    "date", "published", "outlet", "source", "category", "mode", "indicator", "target", "status",
    "said by", "sentence",
  ]

  var fields: [String] {
    [
      event.date?.iso ?? "", published?.iso ?? "", outlet ?? "", event.source?.name ?? "",
      event.category.rawValue, event.mode ?? "", event.indicator ?? "",
      event.target?.name ?? "", event.status.rawValue, event.origin ?? "", sentence,
    ]
  }
}
