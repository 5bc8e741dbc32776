import EventData
import Lexicons

/// What a speaker does by using a cue.
enum StatementAct {
  static func of(_ cue: Cue, _ knowledge: Knowledge) -> Statement.Act {
    let act = knowledge.lexicons.cueVerbs[cue.entry].act
    if !cue.isNegated { return act }
    // “did not say when”, “has not commented”; “did not deny” is no denial.
    return .withhold
  }
}
