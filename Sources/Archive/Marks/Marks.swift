/// What a person has noted of an article, a statement or an event.
package struct Marks: Hashable, Sendable {
  package var isRead: Bool
  package var isStarred: Bool
  /// In their order, each once, without spaces.
  package private(set) var tags: [String]
  /// Nil where there is none; never empty.
  package private(set) var note: String?

  package init(
    isRead: Bool = false, isStarred: Bool = false, tags: [String] = [], note: String? = nil
  ) {
    self.isRead = isRead
    self.isStarred = isStarred
    self.tags = []
    set(tags: tags)
    set(note: note)
  }

  package var isEmpty: Bool { self == Marks() }

  /// Spaces and a leading `#` are none of a tag.
  package mutating func set(tags: [String]) {
    self.tags = Set(
      tags.flatMap { $0.split(whereSeparator: \.isWhitespace) }
        .map { $0.drop { $0 == "#" }.lowercased() }
        .filter { !$0.isEmpty }
    ).sorted()
  }

  package mutating func set(note: String?) {
    self.note = note.flatMap { text in text.allSatisfy(\.isWhitespace) ? nil : text }
  }
}

/// What marks can be of, by the rows of the archive.
package enum MarkSubject: Hashable, Sendable {
  case article(Int64)
  case statement(Int64)
  case event(Int64)

  /// A statement by its place in the list of its article.
  package static func statement(_ place: Int, ofArticle row: Int64) -> MarkSubject {
    .statement(CodedRowID.id(article: row, place: place))
  }

  var kind: MarkKind {
    switch self {
    case .article: .article
    case .statement: .statement
    case .event: .event
    }
  }

  /// The row of the article that it is or stands in.
  package var article: Int64 {
    switch self {
    case .article(let row): row
    case .statement(let id), .event(let id): CodedRowID.article(of: id)
    }
  }

  /// Where it stands in the list of its article; 0 for the article itself.
  package var place: Int {
    switch self {
    case .article: 0
    case .statement(let id), .event(let id): CodedRowID.number(of: id) - 1
    }
  }
}

/// As archives and exports call them.
package enum MarkKind: String, Codable, Hashable, Sendable {
  case article, statement, event
}

/// What to do with marks.
package enum MarkChange: Hashable, Sendable {
  case read
  case toggleRead
  case toggleStar
  case tags([String])
  case note(String)
  /// As they were before a change.
  case restore(Marks)

  package func applied(to marks: Marks) -> Marks {
    var marks = marks
    switch self {
    case .read: marks.isRead = true
    case .toggleRead: marks.isRead.toggle()
    case .toggleStar: marks.isStarred.toggle()
    case .tags(let tags): marks.set(tags: tags)
    case .note(let note): marks.set(note: note)
    case .restore(let before): marks = before
    }
    return marks
  }
}
