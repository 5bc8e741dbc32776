/// A clause with a statement of its own in it that somebody else reports behind it.
///
///     Oslo vowed to respond, the agency reported.
enum ReportedClause {
  /// Ends what was vowed where the clause does, and notes who has only passed it on.
  ///
  /// - Parameter attributions: of one sentence, in the order of their cues.
  static func part(_ attributions: inout ArraySlice<Attribution>, _ context: AttributionContext) {
    for outer in attributions.indices {
      let cue = attributions[outer].cue.lowerBound
      guard attributions[outer].content.count == 1, attributions[outer].content[0].upperBound <= cue
      else { continue }
      let clause = attributions[outer].content[0]
      let earlier = attributions.indices.prefix(upTo: outer).suffix(reach)
      guard earlier.contains(where: { clause.contains(attributions[$0].cue.lowerBound) }) else {
        continue
      }
      let source = attributions[outer].source
      let isMedium = source.map { self.isMedium($0, context) } ?? false
      // “…, he said” is who spoke before; who is gone by passes on what others say.
      let isRelayed =
        isMedium || source.map { isPronoun($0, context) } ?? false
        || attributions[outer].rule == AccordingToRule.id
      for inner in earlier where clause.contains(attributions[inner].cue.lowerBound) {
        attributions[inner].content = attributions[inner].content.map { range in
          range.contains(cue) && range.lowerBound < clause.upperBound
            ? range.clamped(to: clause) : range
        }
        attributions[inner].isRelayed = isRelayed
        if isMedium, attributions[inner].via == nil { attributions[inner].via = source }
      }
    }
  }

  private static func isMedium(_ source: Range<Int>, _ context: AttributionContext) -> Bool {
    context.resolution.lastEntity(in: source)
      .map { context.resolution.entities[$0.entity].actor.code.hasSuffix("JRN") } ?? false
  }

  private static func isPronoun(_ source: Range<Int>, _ context: AttributionContext) -> Bool {
    source.count == 1 && context.tag(source.lowerBound) == .pronoun
  }

  /// Statements of one clause that are looked at: a sentence may hold a million.
  private static let reach = 8
}
