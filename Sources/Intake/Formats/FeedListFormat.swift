/// A list of feeds (OPML): told apart from articles, so that nobody imports one for another.
package struct FeedListFormat: InputFormat {
  package static let id = "opml"

  package init() {}

  package func recognises(_ head: InputHead) -> Recognition {
    FeedReading.recognises(head, roots: ["opml"])
  }

  package func read<Failure: Error>(
    _ stream: ByteStream, with maker: ArticleMaker,
    _ handle: (Result<ImportedArticle, InputError>) throws(Failure) -> Void
  ) throws(Failure) {
    try handle(.failure(InputError(path: stream.path, .feedList)))
  }
}
