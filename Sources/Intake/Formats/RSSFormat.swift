/// A feed in RSS 0.9x, 1.0 or 2.0, one article an item.
///
/// `content:encoded` is the text where it is there, else the description; an item without
/// either is its headline.
package struct RSSFormat: InputFormat {
  package static let id = "rss"

  package init() {}

  package func recognises(_ head: InputHead) -> Recognition {
    FeedReading.recognises(head, roots: ["rss", "RDF"])
  }

  package func read<Failure: Error>(
    _ stream: ByteStream, with maker: ArticleMaker,
    _ handle: (Result<ImportedArticle, InputError>) throws(Failure) -> Void
  ) throws(Failure) {
    try FeedReading.read(stream, with: maker, handle)
  }
}
