import Archive
import EventData
import Terminal

/// What is noted, in signs and words: `•` unread, `✓` read, `★` starred, `#` a tag, `✎` a note.
enum MarkWording {
  /// Two columns of a list: whether it was read, and whether it is starred.
  static func signs(of marks: Marks) -> [Run] {
    [marks.isRead ? Run("✓", .dim) : Run("•", .key)] + (marks.isStarred ? [Run("★", .heading)] : [])
  }

  /// Before the title in a list; nothing where nothing is noted.
  static func words(of marks: Marks) -> [Run] {
    (marks.note == nil ? [] : [Run("✎ ", .heading)])
      + marks.tags.map { Run(SafeText("#\($0) "), .dim) }
  }

  /// Under the title of an article: what is noted of it, then of sentences in it.
  static func lines(of document: ReaderDocument) -> [String] {
    let sentences = document.sentenceMarks.compactMap { noted in
      text(noted.marks).map { "“\(excerpt(noted.sentence, document.article))” \($0)" }
    }
    return [text(document.marks)].compactMap(\.self) + sentences
  }

  /// Nil where there is nothing but that it was read.
  private static func text(_ marks: Marks) -> String? {
    let parts =
      [marks.isStarred ? "★" : nil].compactMap(\.self) + marks.tags.map { "#\($0)" }
      + [marks.note.map { "✎ \($0)" }].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// Enough of a sentence to find it by.
  private static func excerpt(_ sentence: Span, _ article: Article) -> String {
    let text = article.text.text(of: sentence)
    return text.count > 40 ? text.prefix(40) + "…" : text
  }

  /// What the status line says when it is done.
  static func remark(on change: MarkChange, of kind: String, now marks: Marks) -> String {
    switch change {
    case .read: ""
    case .toggleRead: marks.isRead ? "Marked as read" : "Marked as unread"
    case .toggleStar: marks.isStarred ? "Starred this \(kind)" : "Took the star from this \(kind)"
    case .tags:
      marks.tags.isEmpty
        ? "This \(kind) has no tags"
        : "Tagged " + marks.tags.map { "#\($0)" }.joined(separator: " ")
    case .note: marks.note == nil ? "This \(kind) has no note" : "Noted"
    case .restore: "Taken back"
    }
  }
}
