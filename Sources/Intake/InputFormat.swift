import EventData

/// A kind of input that articles can be read from.
///
/// A format is one file in `Formats/` and one line in
/// ``InputFormatRegistry/standard``. It is chosen by what the input holds, never by
/// the name of the file: a feed that was saved as `news.txt` is still a feed.
package protocol InputFormat: Sendable {
  /// Short and stable, as `jsonl`.
  static var id: String { get }

  /// Whether the input is of this kind, as far as its head can tell.
  func recognises(_ head: InputHead) -> Recognition

  /// Hands over every article as soon as it is complete, and every part that gave
  /// none as an ``InputError``; stops only when the handler throws.
  func read<Failure: Error>(
    _ stream: ByteStream, with maker: ArticleMaker,
    _ handle: (Result<ImportedArticle, InputError>) throws(Failure) -> Void
  ) throws(Failure)
}

/// The answer of a format to the head of an input.
package enum Recognition: Hashable, Sendable {
  case yes, no
  /// The head is too short to tell. Never the answer to a complete head.
  case needsMore
}

/// The first bytes of an input, without a byte order mark.
package struct InputHead: Sendable {
  /// How many bytes are looked at before a format must make up its mind.
  package static let limit = 4096

  package var bytes: [UInt8]
  /// Whether no more will come: the input ended, or ``limit`` is reached.
  package var isComplete: Bool

  package init(_ bytes: [UInt8], isComplete: Bool = true) {
    self.bytes = bytes
    self.isComplete = isComplete
  }

  /// The lines that are complete, without their line ends and without empty ones.
  var completeLines: [ArraySlice<UInt8>] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if !isComplete { lines.removeLast() }
    return lines.filter { line in !line.allSatisfy { $0 <= 0x20 } }
  }
}

/// An article, and the bytes that it was made from.
package struct ImportedArticle: Hashable, Sendable {
  package var article: Article
  /// The file, or the line of it, byte for byte as it came.
  package var original: [UInt8]

  package init(article: Article, original: [UInt8]) {
    self.article = article
    self.original = original
  }
}
