import EventData
import Lexicons

/// Decides the category, code and status of an event.
struct Coding {
  /// What an event is and how real.
  struct Code {
    var category: EventCategory
    var cameo: String
    var mode: String?
    var status: Event.Status
  }

  /// How real the words around a predicate make it.
  struct Reality {
    let status: Event.Status
    /// “will not”, “would not”: it is refused rather than left undone.
    let isRefused: Bool
  }

  let context: AttributionContext

  func reality(
    of predicate: Predicate, in sentence: Range<Int>, _ reporting: Statement?
  ) -> Reality {
    let modality = Modality(context: context)
    let status = modality.status(of: predicate, in: sentence, reporting: reporting)
    return Reality(
      status: status, isRefused: status == .negated && modality.isRefusal(predicate))
  }

  /// - Parameters:
  ///   - isOwn: Who reports it is one of its sides.
  ///   - deed: What is asked for, promised, refused or threatened.
  ///
  /// - Returns: Nil when another event of the sentence says it.
  func code(
    _ frame: EventFrame, _ reality: Reality, isOwn: Bool, deed: EventFrame?, in clause: Clause
  ) -> Code? {
    var code = Code(
      category: frame.category, cameo: frame.cameo, mode: frame.mode, status: reality.status)
    if let stance = Stance.of(frame) {
      take(stance, deed, clause, &code)
    } else if let stance = Stance.of(frame, reality, isOwn: isOwn) {
      take(stance, frame, clause, &code)
      code.mode = nil
      code.status =
        stance == .threaten ? .threatened : stance == .reject ? .occurred : .pledged
    } else if reality.status == .threatened || reality.status == .demanded && !isOwn {
      // The threat or the demand itself is the event.
      return nil
    }
    return code
  }

  /// Codes the stance to the matter of a clause.
  private func take(
    _ stance: EventMatter.Stance, _ deed: EventFrame?, _ clause: Clause, _ code: inout Code
  ) {
    let isHostile = deed.map { $0.cameo >= "14" } ?? false
    let stance = stance == .intend && isHostile ? .threaten : stance
    code.category = Stance.category(stance)
    if Stance.isSpecific(code.cameo) { return }
    let classes = FrameMatcher(context: context).classes(clause.scope)
    let matter = context.knowledge.events.code(stance, classes, deed: deed?.cameo)
    if stance == .protest {
      if code.cameo.utf8.count == 3, let matter { code.cameo += matter }
    } else if let matter {
      code.cameo = matter
    } else if !code.cameo.hasPrefix(Stance.base(stance).prefix(2)) {
      code.cameo = Stance.base(stance)
    }
  }
}
