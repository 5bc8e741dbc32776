import Archive
import Dashboard
import Escalation
import EventData
import Terminal

extension ArchiveWriter {
  /// An archive in memory that holds these articles.
  static func holding(_ articles: [CodedArticle]) throws -> ArchiveWriter {
    let writer = try ArchiveWriter()
    try writer.add(articles)
    return writer
  }

  func add(_ articles: [CodedArticle]) throws {
    _ = try insert(
      articles.map { CodedImport(coded: $0, original: Array($0.article.text.utf8)) },
      coderVersion: "test")
    try updateLedger(.invented)
  }

  var dashboard: DashboardArchive {
    DashboardArchive(
      name: "strait.brink", reader: reader, catalogue: .invented,
      readership: Readership(
        name: "Ada", acknowledge: { _ = try acknowledge($0, by: "Ada", at: 0) },
        markSeen: { try markSeen(by: "Ada", on: $0) }))
  }
}

/// The screen that an archive shows after some keys.
func screen(
  after keys: String = "", of articles: [CodedArticle] = Story.articles,
  columns: Int = 80, rows: Int = 24, keymap: Keymap = .standard
) throws -> String {
  try session(after: keys, of: articles, columns: columns, rows: rows, keymap: keymap)
    .state.frame().plain
}

func session(
  after keys: String = "", of articles: [CodedArticle] = Story.articles,
  columns: Int = 80, rows: Int = 24, keymap: Keymap = .standard
) throws -> DashboardSession {
  var session = DashboardSession(
    archive: try ArchiveWriter.holding(articles).dashboard,
    size: Size(columns: columns, rows: rows), keymap: keymap)
  session.send(try KeyNotation.inputs(keys))
  return session
}
