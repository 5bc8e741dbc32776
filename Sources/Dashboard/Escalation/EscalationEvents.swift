import Archive
import Escalation
import EventData

/// The events of an archive that may count, the newest first, up to a bound.
struct EscalationEvents {
  private(set) var entries: [LedgerEntry] = []
  /// The article of each entry, by the entry's row.
  private(set) var articles: [Int64: ArticleKey] = [:]
  /// The first day that was read, when there was more than `most`.
  private(set) var since: Day?

  init(
    of filter: ArticleFilter, since start: Day, most: Int, from archive: ArchiveReader
  ) throws(ArchiveError) {
    let size = 1000
    var key: EventKey?
    while entries.count < most {
      let page = try archive.events(filter, after: key, limit: size)
      for row in page {
        if let published = row.published?.day, published < start { return }
        guard row.event.indicator != nil else { continue }
        entries.append(LedgerEntry(row))
        articles[row.id] = row.article
      }
      guard page.count == size, let last = page.last else { return }
      key = last.key
    }
    since = entries.last?.published
  }
}

extension LedgerEntry {
  fileprivate init(_ row: EventRow) {
    self.init(
      row: row.id, article: row.article.row, event: row.event, published: row.published?.day,
      outlet: row.outlet, sentence: row.sentence)
  }
}
