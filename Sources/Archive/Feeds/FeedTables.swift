import GRDB

extension ArchiveReader {
  /// All feeds, by address.
  package func feeds() throws(ArchiveError) -> [StoredFeed] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT \(StoredFeed.columns) FROM feed ORDER BY url")
        .map(StoredFeed.init(row:))
    }
  }
}

extension ArchiveWriter {
  /// Adds a feed; false when there is one of that address, which stays as it is.
  package func add(_ feed: StoredFeed) throws(ArchiveError) -> Bool {
    try write { db in
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO feed (\(StoredFeed.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """, arguments: Self.arguments(feed))
      return db.changesCount > 0
    }
  }

  /// - Returns: false when there is no feed of that address.
  package func removeFeed(_ url: String) throws(ArchiveError) -> Bool {
    try write { db in
      try db.execute(sql: "DELETE FROM feed WHERE url = ?", arguments: [url])
      return db.changesCount > 0
    }
  }

  /// Keeps what has become of a feed; one that was removed meanwhile stays removed.
  ///
  /// - Parameter url: its address until now; where another feed has the new one, this one goes.
  package func update(_ feed: StoredFeed, at url: String) throws(ArchiveError) {
    try write { db in
      try db.execute(
        sql: """
          UPDATE OR IGNORE feed SET (\(StoredFeed.columns)) = (?, ?, ?, ?, ?, ?, ?, ?, ?)
          WHERE url = ?
          """, arguments: Self.arguments(feed) + [url])
      if db.changesCount == 0, feed.url != url {
        try db.execute(sql: "DELETE FROM feed WHERE url = ?", arguments: [url])
      }
    }
  }

  private static func arguments(_ feed: StoredFeed) -> StatementArguments {
    [
      feed.url, feed.title, feed.isFullText, feed.etag, feed.lastModified, feed.checked,
      feed.failures, feed.due, feed.isGone,
    ]
  }
}
