import EventData
import Lexicons

/// What a speaker does by using a cue.
enum StatementAct {
  /// - Parameter isName: whether the content is what something is called.
  static func of(_ cue: Cue, _ knowledge: Knowledge, isName: Bool = false) -> Statement.Act {
    var act = knowledge.lexicons.cueVerbs[cue.entry].act
    // “called it an insult”, where “called for talks” demands them.
    if isName, act == .demand { act = .assert }
    if !cue.isNegated { return act }
    // “did not say when”, “has not commented”; “did not deny” is no denial.
    return .withhold
  }
}
