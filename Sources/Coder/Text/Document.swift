import EventData

/// One article on its way through the coder: the text and what each step added.
///
/// Ranges of tokens are `Range<Int>` into ``tokens``; spans are bytes of the text.
struct Document {
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
  var tokens: [Token] = []
  var tags: [Tag] = []
  var paragraphs: [Paragraph] = []
  var sentences: [SentenceTokens] = []
  var quotes: [Quote] = []
  /// For each token the quote that it stands in; -1 for none.
  var quoteOfToken: [Int32] = []

  init(_ article: Article) {
    published = article.published?.day
    outlet = article.outlet
    bytes = Array(article.text.utf8)
  }

  func span(_ range: Range<Int>) -> Span {
    guard let first = range.first, let last = range.last else { return Span(0, 0) }
    return Span(Int(tokens[first].start), Int(tokens[last].end))
  }

  func text(_ range: Range<Int>) -> String { text(of: span(range)) }

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
