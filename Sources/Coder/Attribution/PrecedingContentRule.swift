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

  /// “Oslo vowed to respond, the agency reported”: what was vowed ends where the clause does that
  /// somebody else reports.
  ///
  /// - Parameter attributions: of one sentence, in the order of their cues.
  static func part(_ attributions: inout ArraySlice<Attribution>, _ context: AttributionContext) {
    for outer in attributions.indices {
      let cue = attributions[outer].cue.lowerBound
      guard attributions[outer].content.count == 1, attributions[outer].content[0].upperBound <= cue
      else { continue }
      let clause = attributions[outer].content[0]
      let source = attributions[outer].source
      let isMedium = source.map { self.isMedium($0, context) } ?? false
      let isPronoun =
        source.map { $0.count == 1 && context.tag($0.lowerBound) == .pronoun } ?? false
      for inner in attributions.indices.prefix(upTo: outer).suffix(Self.reach)
      where clause.contains(attributions[inner].cue.lowerBound) {
        attributions[inner].content = attributions[inner].content.map { range in
          range.contains(cue) && range.lowerBound < clause.upperBound
            ? range.clamped(to: clause) : range
        }
        // “…, he said” is who spoke before; who is gone by passes on what others say.
        attributions[inner].isRelayed =
          isMedium || isPronoun || attributions[outer].rule == AccordingToRule.id
        if isMedium, attributions[inner].via == nil {
          attributions[inner].via = attributions[outer].source
        }
      }
    }
  }

  private static func isMedium(_ source: Range<Int>, _ context: AttributionContext) -> Bool {
    context.resolution.lastEntity(in: source)
      .map { context.resolution.entities[$0.entity].actor.code.hasSuffix("JRN") } ?? false
  }

  /// Statements of one clause that are looked at: a sentence may hold a million.
  private static let reach = 8
}
