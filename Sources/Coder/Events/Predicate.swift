import Lexicons

/// A predicate found in a sentence, with the frame that it fills.
struct Predicate {
  let entry: EventIndex.Frame
  /// The predicate and its particles.
  let verb: Range<Int>
  /// Auxiliaries, adverbs and the verb.
  let group: Range<Int>
  let isPassive: Bool

  var frame: EventFrame { entry.frame }
  var stance: EventMatter.Stance? { entry.stance }
  var isNoun: Bool { if case .noun = frame.predicate { true } else { false } }
  var isModal: Bool { if case .modal = frame.predicate { true } else { false } }
}
