/// A feed in Atom (RFC 4287), one article an entry.
package struct AtomFormat: InputFormat {
  package static let id = "atom"

  package init() {}

  package func recognises(_ head: InputHead) -> Recognition {
    FeedReading.recognises(head, roots: ["feed", "entry"])
  }

  package func read<Failure: Error>(
    _ stream: ByteStream, with maker: ArticleMaker,
    _ handle: (Result<ImportedArticle, InputError>) throws(Failure) -> Void
  ) throws(Failure) {
    try FeedReading.read(stream, with: maker, handle)
  }
}
