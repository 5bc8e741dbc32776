import EventData

/// A quotation first, then source and cue in either order.
///
///     “We are ready,” Zelenskiy said on the channel's “Evening Hour”.
///     “We are ready,” said Zelenskiy on Monday, “and we will stay.”
///
/// It comes before the rules that look behind the cue: what is quoted there is the name
/// of a programme, or more of the same.
enum PrecedingQuoteRule: AttributionRule {
  static let id = "preceding-quote"

  static func attributions(
    in sentence: Document.SentenceTokens, cues: [Cue], _ context: AttributionContext
  ) -> [Attribution] {
    PrecedingContent(context: context).attributions(
      in: sentence, cues: cues, rule: Self.id, quoted: true)
  }
}
