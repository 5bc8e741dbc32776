/// Gives quotes that no cue claims to the speaker who is still speaking.
///
///     “We asked in March,” Osei said. “We asked again in June.”
///     ¶ “Nobody came.”
///
/// A quote that opens the sentence right behind an attributed one, in the same
/// paragraph, is more of its content; so is a paragraph that opens with a mark when the
/// one before it did not close its own.
struct FloatingQuotes {
  let document: Document

  func attach(to attributions: inout [Attribution]) {
    guard !attributions.isEmpty, !document.quotes.isEmpty else { return }
    var isClaimed = Array(repeating: false, count: document.quotes.count)
    for place in attributions.indices {
      for range in attributions[place].content {
        for token in range where document.isInQuote(token) {
          isClaimed[Int(document.quoteOfToken[token])] = true
        }
      }
    }
    var next = 0
    for (index, quote) in document.quotes.enumerated()
    where !isClaimed[index] && !quote.isSingle && quote.tokens.count > 4 {
      let first = quote.tokens.lowerBound
      while next < attributions.count, attributions[next].cue.lowerBound < first { next += 1 }
      guard opensSentence(first),
        let earlier = attributions[max(0, next - Self.reach)..<next].lastIndex(where: {
          continues(quote, $0)
        })
      else { continue }
      attributions[earlier].content.append(quote.tokens)
    }
  }

  /// How many cues may stand between one and what goes on with its content.
  private static let reach = 32

  private func opensSentence(_ token: Int) -> Bool {
    document.sentences[document.sentence(of: token)].tokens.lowerBound == token
  }

  private func continues(_ quote: Document.Quote, _ attribution: Attribution) -> Bool {
    let cueSentence = document.sentence(of: attribution.cue.lowerBound)
    let quoteSentence = document.sentence(of: quote.tokens.lowerBound)
    guard let last = attribution.content.last?.last else { return false }
    let lastQuote = document.quoteOfToken[last]
    let sameParagraph =
      document.sentences[cueSentence].paragraph == document.sentences[quoteSentence].paragraph
    if sameParagraph {
      let previous = max(cueSentence, document.sentence(of: last))
      return lastQuote >= 0 && quoteSentence - previous <= 1
    }
    guard lastQuote >= 0 else { return false }
    let before = document.quotes[Int(lastQuote)]
    return before.paragraph == quote.paragraph - 1 && (before.continues || quote.continues)
  }
}
