/// One article as brink keeps it: what was found about it, and one immutable text.
///
/// What may be missing is written as in ``Event``.
package struct Article: Hashable, Sendable {
  /// From the input, else a hash of the content.
  package var id: String
  /// The file it came from, as given; `-` for standard input.
  package var path: String
  package var title: Optional<String>
  package var published: Optional<PublicationDate>
  /// Who published it. (A *source* is who speaks or acts.)
  package var outlet: Optional<String>
  package var url: Optional<String>
  /// BCP 47, as `en`; nil when not known.
  package var language: Optional<String>

  /// The title, an empty line, and the clean body, paragraphs parted by an empty
  /// line. Every ``Span`` of every result refers to it.
  package var text: String

  /// Where the body begins in ``text``, in UTF-8 bytes; 0 when the text holds no title.
  package var bodyStart: Int

  /// Subheadings inside the body.
  package var headings: [Span]

  /// What was taken out of the text, in the order of the original.
  package var furniture: [Furniture]

  package init(
    id: String, path: String = "-", title: String? = nil, published: PublicationDate? = nil,
    outlet: String? = nil, url: String? = nil, language: String? = nil, text: String,
    bodyStart: Int = 0, headings: [Span] = [], furniture: [Furniture] = []
  ) {
    self.id = id
    self.path = path
    self.title = title
    self.published = published
    self.outlet = outlet
    self.url = url
    self.language = language
    self.text = text
    self.bodyStart = bodyStart
    self.headings = headings
    self.furniture = furniture
  }

  /// False only where the language is known to be another.
  package var isEnglish: Bool {
    language.map { $0.lowercased().prefix { $0 != "-" && $0 != "_" } == "en" } ?? true
  }

  package var body: Substring {
    let utf8 = text.utf8
    return Substring(utf8[utf8.index(utf8.startIndex, offsetBy: bodyStart)...])
  }
}

/// When an article was published: a day, and the time of it in UTC where it is known.
package struct PublicationDate: Hashable, Sendable, Comparable {
  package var day: Day
  /// Seconds since midnight UTC, or nil when only the day is known.
  package var secondOfDay: Int?

  package init(day: Day, secondOfDay: Int? = nil) {
    self.day = day
    self.secondOfDay = secondOfDay
  }

  /// Seconds since 1970-01-01T00:00Z; midnight when only the day is known.
  package var epoch: Int { day.number * 86_400 + (secondOfDay ?? 0) }

  package static func < (a: PublicationDate, b: PublicationDate) -> Bool { a.epoch < b.epoch }

  /// `2022-01-12`, or `2022-01-12T14:05:00Z` when the time is known.
  package var iso: String {
    guard let second = secondOfDay else { return day.iso }
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(day.iso)T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
  }
}

/// A piece of the page that is not the article: kept apart, never lost.
package struct Furniture: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case signUp = "sign-up"
    case share, cookies, copyright, masthead, credit, caption, dateline
    case relatedLink = "related-link"
    case stray
  }

  package var kind: Kind
  package var text: String
  /// The paragraph of ``Article/text`` that it stood before, counted from 0.
  package var before: Int

  package init(kind: Kind, text: String, before: Int) {
    self.kind = kind
    self.text = text
    self.before = before
  }
}
