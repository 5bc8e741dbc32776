import EventData

/// One article on its way through the coder: the text, its words and how they hang together.
///
/// Ranges of tokens are `Range<Int>` into ``tokens``; spans are bytes of the text. A class, as
/// every rule holds it and a structure of so many arrays would be copied into each of them.
final class Document {
  struct Paragraph {
    var bytes: Range<Int>
    var tokens: Range<Int>
    var isTitle: Bool
    var isHeading: Bool
  }

  /// A sentence as a range of tokens.
  struct SentenceTokens {
    var tokens: Range<Int>
    var paragraph: Int
    /// Most words begin with a capital, as headlines do.
    var isTitleCase = false
    /// What is known of one of its words or another.
    var flags: WordFlags = []
    /// The kinds of its tokens.
    var kinds = Token.Kinds()
  }

  /// A stretch in quotation marks; the marks are the first and the last token, unless
  /// one was lost.
  struct Quote {
    var tokens: Range<Int>
    var isSingle: Bool
    /// The paragraph ended before the mark closed and the next one opens again.
    var continues: Bool
    var paragraph: Int
  }

  /// The day on which the article appeared.
  let published: Day?
  let outlet: String?
  let bytes: [UInt8]
  let tokens: [Token]
  let tags: [Tag]
  let paragraphs: [Paragraph]
  let sentences: [SentenceTokens]
  let quotes: [Quote]
  /// For each token the quote that it stands in; -1 for none.
  let quoteOfToken: [Int32]

  init(_ draft: DocumentDraft) {
    published = draft.published
    outlet = draft.outlet
    bytes = draft.bytes
    tokens = draft.tokens
    tags = draft.tags
    paragraphs = draft.paragraphs
    sentences = draft.sentences
    quotes = draft.quotes
    quoteOfToken = draft.quoteOfToken
  }

  func span(_ range: Range<Int>) -> Span {
    guard let first = range.first, let last = range.last else { return Span(0, 0) }
    return Span(Int(tokens[first].start), Int(tokens[last].end))
  }

  func text(_ range: Range<Int>) -> String { text(of: span(range)) }

  /// The text of a name, without the capitals of a dateline: “Kyiv” for “KYIV”.
  func plainName(_ range: Range<Int>) -> String {
    guard range.allSatisfy({ tokens[$0].shape.contains(.allUpper) }) else { return text(range) }
    return text(range).split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }
      .joined(separator: " ")
  }

  func text(of span: Span) -> String { String(decoding: bytes[span.range], as: UTF8.self) }

  func isInQuote(_ token: Int) -> Bool { quoteOfToken[token] >= 0 }

  /// The sentence that holds a token.
  func sentence(of token: Int) -> Int {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return min(low, sentences.count - 1)
  }
}

/// A ``Document`` in the making, to which each step of the analysis adds.
struct DocumentDraft {
  let published: Day?
  let outlet: String?
  let bytes: [UInt8]
  var tokens: [Token] = []
  var tags: [Tag] = []
  var paragraphs: [Document.Paragraph] = []
  var sentences: [Document.SentenceTokens] = []
  var quotes: [Document.Quote] = []
  var quoteOfToken: [Int32] = []

  init(_ article: Article) {
    published = article.published?.day
    outlet = article.outlet
    bytes = Array(article.text.utf8)
  }
}
