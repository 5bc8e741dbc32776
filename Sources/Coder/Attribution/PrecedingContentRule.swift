import EventData
import Lexicons

/// A clause first, then source and cue in either order.
///
///     The corridor is open, the ministry announced.
///     The corridor is open, said the ministry.
enum PrecedingContentRule: AttributionRule {
  static let id = "preceding-content"

  static func attributions(
    in sentence: Document.SentenceTokens, cues: [Cue], _ context: AttributionContext
  ) -> [Attribution] {
    PrecedingContent(context: context).attributions(
      in: sentence, cues: cues, rule: Self.id, quoted: false)
  }
}
