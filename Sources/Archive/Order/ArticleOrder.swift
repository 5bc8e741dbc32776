import Escalation
import EventData

/// In which order articles are listed; of those that it holds for alike, the newest first.
package enum ArticleOrder: String, Hashable, Sendable, CaseIterable {
  case newest
  /// By the name of the outlet; those without one last.
  case outlet
  /// Those first that tell of most events that escalate.
  case escalating
  /// Those first of which no copy was read.
  case unread

  func rank(of row: ArticleRow) -> ArticleRank {
    switch self {
    case .newest: ArticleRank(number: 0)
    case .outlet: row.outlet.map { ArticleRank(number: 0, name: $0) } ?? ArticleRank(number: 1)
    case .escalating: ArticleRank(number: -row.escalating)
    case .unread: ArticleRank(number: row.marks.isRead ? 1 : 0)
    }
  }
}

/// What an order asks of an article before its date: the least comes first.
struct ArticleRank: Hashable, Comparable {
  var number: Int
  var name = ""

  static func < (a: ArticleRank, b: ArticleRank) -> Bool {
    // As SQLite compares names.
    a.number != b.number
      ? a.number < b.number : a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
  }
}

/// A part of an ordered list, counted from a row or from one of the ends.
package enum ArticlePage: Sendable {
  case first
  case last
  case after(ArticleRow)
  case before(ArticleRow)

  var isBackward: Bool {
    switch self {
    case .first, .after: false
    case .last, .before: true
    }
  }

  var row: ArticleRow? {
    switch self {
    case .first, .last: nil
    case .after(let row), .before(let row): row
    }
  }
}

extension CodedArticle {
  /// Events of an indicator that escalates, without those that are denied, negated or past.
  var escalatingEvents: Int {
    events.count { event in
      event.indicator?.hasPrefix(IndicatorFamily.deEscalation.rawValue) == false
        && ![.denied, .negated, .background].contains(event.status)
    }
  }
}
