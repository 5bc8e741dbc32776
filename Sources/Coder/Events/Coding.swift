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
    /// The event is what is planned, not the plan.
    var isOfDeed = false
  }

  /// How real the words around a predicate make it.
  struct Reality {
    let status: Event.Status
    /// “will not”, “would not”: it is refused rather than left undone.
    let isRefused: Bool
    /// “could”, “may”: neither promised nor planned.
    let isPossible: Bool
  }

  let context: AttributionContext

  func reality(
    of predicate: Predicate, in sentence: Range<Int>, reportedBy act: Statement.Act?
  ) -> Reality {
    let modality = Modality(context: context)
    var status = modality.status(of: predicate, in: sentence, reportedBy: act)
    // A denied accusation was made all the same.
    if status == .denied, predicate.isNoun, predicate.frame.category == .accuse {
      status = .occurred
    }
    return Reality(
      status: status, isRefused: status == .negated && modality.isRefusal(predicate),
      isPossible: modality.isPossibility(predicate))
  }

  /// - Parameters:
  ///   - isOwn: Who reports it is one of its sides.
  ///   - isForetold: Somebody of another side than the source's reports it.
  ///   - deed: What is asked for, promised, refused or threatened.
  ///
  /// - Returns: Nil when another event of the sentence says it.
  func code(
    _ entry: EventIndex.Frame, _ reality: Reality, isOwn: Bool, isForetold: Bool,
    deed: EventIndex.Frame?, in clause: Clause
  ) -> Code? {
    let frame = entry.frame
    var code = Code(
      category: frame.category, cameo: frame.cameo, mode: frame.mode, status: reality.status)
    if let deed = deed?.frame, case .agree = frame.category, isHostile(deed),
      reality.status == .denied || !isOwn && clause.speaker != nil
    {
      // “Oslo says Riga plans to attack”: what is feared of somebody is no threat by them.
      return Code(
        category: deed.category, cameo: deed.cameo, mode: deed.mode,
        status: reality.status == .pledged ? .forecast : reality.status, isOfDeed: true)
    } else if let stance = entry.stance {
      // “cannot accept”: a refusal of what is asked for.
      let isRefused = stance == .intend && reality.isRefused
      take(isRefused ? .reject : stance, isOffer(frame, deed) ? nil : deed, clause, &code)
      if isRefused { code.status = .occurred }
    } else if let stance = Stance.of(
      frame, reality, isOwn: isOwn, isForetold: isForetold)
    {
      take(stance, entry, clause, &code)
      code.mode = nil
      switch code.category {
      case .threaten: code.status = .threatened
      case .reject: code.status = .occurred
      default: code.status = .pledged
      }
    } else if reality.status == .negated, isOwn, !reality.isRefused, entry.isDeed {
      // “Oslo said it had not attacked Riga”: who would have done it denies it.
      code.status = .denied
    } else if reality.status == .threatened || reality.status == .demanded && !isOwn {
      // The threat or the demand itself is the event.
      return nil
    } else if reality.status == .pledged {
      // “Riga will attack, Oslo says”: what is foretold of somebody is no threat by them.
      code.status = .forecast
    }
    return code
  }

  /// “offered to send troops”: help rather than a threat.
  private func isOffer(_ frame: EventFrame, _ deed: EventIndex.Frame?) -> Bool {
    deed?.frame.category == .mobilize && Self.offers.contains(frame.id)
  }

  private static let offers: Set = ["promise-object", "agree-to", "accept", "ready-to-act"]

  /// Roots 14 to 20 of CAMEO are protest, force and coercion; police are sent to keep order.
  private func isHostile(_ frame: EventFrame) -> Bool {
    frame.cameo >= "14" && frame.mode != "police"
  }

  /// Codes the stance to the matter of a clause.
  private func take(
    _ stance: EventMatter.Stance, _ deed: EventIndex.Frame?, _ clause: Clause, _ code: inout Code
  ) {
    let isHostile = deed.map { self.isHostile($0.frame) } ?? false
    let isThreat = isHostile || clause.hasUnless(context)
    let stance = stance == .intend && isThreat ? .threaten : stance
    code.category = Stance.category(stance)
    if stance == .threaten, code.status == .occurred || code.status == .pledged {
      code.status = .threatened
    }
    if Stance.isSpecific(code.cameo) { return }
    let classes = FrameMatcher(context: context).classes(clause.scope)
    let matter = context.knowledge.events.code(stance, classes, deed: deed?.frame.cameo)
    if stance == .protest {
      if code.cameo.utf8.count == 3, let matter { code.cameo += matter }
    } else if let matter {
      code.cameo = matter
    } else if !code.cameo.utf8.starts(with: Stance.base(stance).utf8.prefix(2)) {
      code.cameo = Stance.base(stance)
    }
  }
}
