import EventData

/// An article with everything that was found in it, as the archive holds it.
package struct StoredArticle: Hashable, Sendable {
  package var key: ArticleKey
  package var coded: CodedArticle
  /// The coder that found it, as it names itself.
  package var coderVersion: String
  /// The other articles that are copies of the same text, the newest first.
  package var copies: [ArticleRow]

  package init(
    key: ArticleKey, coded: CodedArticle, coderVersion: String, copies: [ArticleRow] = []
  ) {
    self.key = key
    self.coded = coded
    self.coderVersion = coderVersion
    self.copies = copies
  }
}
