import Archive
import EventData

/// An article, or a sentence of it, to be taken along.
struct Excerpt: Sendable {
  let article: Article
  /// Nil for the article itself.
  let sentence: String?

  /// - Returns: nil when the archive no longer has it.
  init?(of subject: MarkSubject, from archive: ArchiveReader) throws(ArchiveError) {
    guard let coded = try archive.article(subject.article)?.coded else { return nil }
    article = coded.article
    switch subject {
    case .article: sentence = nil
    case .statement:
      guard coded.statements.indices.contains(subject.place) else { return nil }
      sentence = Self.line(article.text.text(of: coded.statements[subject.place].sentence))
    case .event:
      guard coded.events.indices.contains(subject.place) else { return nil }
      sentence = Self.line(article.text.text(of: coded.events[subject.place].sentence))
    }
  }

  /// What a person would quote.
  var text: String { sentence ?? article.text }

  /// Outlet, day, title and address; then the sentence, if it is one.
  var citation: String {
    let source = [
      article.outlet, article.published?.day.iso, article.title.map { "“\($0)”" }, address,
    ].compactMap(\.self).joined(separator: ", ")
    return sentence.map { "\(source): “\($0)”" } ?? source
  }

  /// For reference managers.
  var ris: String {
    let date = article.published?.day.iso.replacing("-", with: "/")
    let fields: [(String, String?)] = [
      ("TY", "NEWS"), ("TI", article.title), ("T2", article.outlet),
      ("PY", date.map { String($0.prefix(4)) }), ("DA", date), ("UR", address),
      ("AB", sentence), ("ER", ""),
    ]
    return fields.compactMap { tag, value in
      value.map { "\(tag)  - \(Self.line($0))\n" }
    }.joined()
  }

  /// Only what a browser may be sent to.
  var address: String? { article.url.flatMap { BrowserAddress($0)?.text } }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
