import EventData

/// An article with everything that was found in it, as the archive holds it.
package struct StoredArticle: Hashable, Sendable {
  package var key: ArticleKey
  package var coded: CodedArticle
  /// The coder that found it, as it names itself.
  package var coderVersion: String
  /// The other articles that are copies of the same text, the newest first.
  package var copies: [ArticleRow]
  /// What it said before it was revised, the latest first.
  package var versions: [ArticleVersion] = []
  /// What is noted of it.
  package var marks = Marks()
  /// What is noted of its statements and events, by their sentences, in the order of the text.
  package var sentenceMarks: [SentenceMarks] = []

  package init(
    key: ArticleKey, coded: CodedArticle, coderVersion: String, copies: [ArticleRow] = []
  ) {
    self.key = key
    self.coded = coded
    self.coderVersion = coderVersion
    self.copies = copies
  }
}

/// What is noted of a statement or an event.
package struct SentenceMarks: Hashable, Sendable {
  package var sentence: Span
  package var marks: Marks
}
