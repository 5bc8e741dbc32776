import EventData
import Lexicons

/// What a speaker does by using a cue.
enum StatementAct {
  /// - Parameters:
  ///   - isName: whether the content is what something is called.
  ///   - isOrder: whether the content is what somebody is to do.
  static func of(
    _ cue: Cue, _ knowledge: Knowledge, isName: Bool = false, isOrder: Bool = false
  ) -> Statement.Act {
    var act = knowledge.lexicons.cueVerbs[cue.entry].act
    // “told the crew to leave”, where “told the crew that” only asserts.
    if isOrder, act == .assert { act = .demand }
    // “called it an insult”, where “called for talks” demands them.
    if isName, act == .demand { act = .assert }
    if !cue.isNegated { return act }
    // “did not say when”, “has not commented”; “did not deny” is no denial.
    return .withhold
  }
}
