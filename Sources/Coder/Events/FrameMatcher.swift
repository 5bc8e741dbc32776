import Lexicons

/// Finds the predicates of a sentence and the frame of each.
struct FrameMatcher {
  let context: AttributionContext

  func find(in sentence: Range<Int>, into found: inout [Predicate]) {
    for place in sentence {
      let flags = context.flags(place)
      guard !flags.isDisjoint(with: [.eventVerb, .eventNoun]) else { continue }
      if let predicate = predicate(at: place, flags, in: sentence) { found.append(predicate) }
    }
  }

  private func predicate(
    at place: Int, _ flags: WordFlags, in sentence: Range<Int>
  ) -> Predicate? {
    let tag = context.tag(place)
    if flags.contains(.eventNoun),
      group(of: place, in: sentence).contains(where: { context.flags($0).contains(.be) }),
      let adjective = best(.adjective, at: place, in: sentence)
    {
      return adjective
    }
    if isTrial(place, in: sentence), let trial = best(.verb, at: place, in: sentence) {
      return trial
    }
    let isGerundNoun = tag == .gerund && isGerundNoun(place, flags, in: sentence)
    if flags.contains(.eventVerb), !isGerundNoun {
      if tag == .verb || tag == .participle || tag == .gerund,
        context.resolution.mentionOfToken[place] < 0, actsAsVerb(place, in: sentence)
      {
        if let verb = best(.verb, at: place, in: sentence) { return verb }
      } else if tag == .auxiliary {
        return best(.modal, at: place, in: sentence)
      }
    }
    guard flags.contains(.eventNoun), tag == .noun || tag == .verb || isGerundNoun,
      context.resolution.mentionOfToken[place] < 0, !isAttributive(place, flags, in: sentence),
      let noun = best(.noun, at: place, in: sentence)
    else { return nil }
    let isDeed = noun.entry.isDeed && noun.frame.category != .sanction
    return isDeed && modifiesNoun(place, in: sentence) ? nil : noun
  }

  /// The frame that asks for most and gets it: a particle before none, objects of more
  /// classes before fewer.
  private func best(
    _ kind: EventFrame.Predicate, at place: Int, in sentence: Range<Int>
  ) -> Predicate? {
    let ordinal = kind.ordinal
    let isVerb = if case .verb = kind { true } else { false }
    let isNoun = if case .noun = kind { true } else { false }
    let group = isNoun ? place..<place + 1 : group(of: place, in: sentence)
    let isPassive = isVerb && isPassive(place, group, in: sentence)
    let next = place + 1 < sentence.upperBound ? context.word(place + 1) : 0
    var best: (entry: EventIndex.Frame, verb: Range<Int>)?
    var rank: Int16 = 0
    var classes: ObjectClasses?
    var ownClasses: ObjectClasses?
    for number in context.knowledge.events.candidates(of: context.word(place)) {
      let candidate = context.knowledge.events.candidates[number]
      guard candidate.predicate == ordinal,
        candidate.particle == 0 || candidate.particle == next
      else { continue }
      if best != nil, candidate.rank <= rank { continue }
      let objects = context.knowledge.events.objects[Int(candidate.frame)]
      if objects != .zero, !candidate.isGoverned {
        let found: ObjectClasses
        if isVerb, !isPassive, candidate.isDeed {
          found = ownClasses ?? force(place, group, in: sentence)
          ownClasses = found
        } else if isNoun, candidate.isReciprocal {
          // “talks between Oslo and the rebels collapsed”
          found = self.classes(course(behind: place, in: sentence))
        } else {
          found = classes ?? self.classes(window(kind, isPassive, place, group, in: sentence))
          classes = found
        }
        guard objects & found == objects else { continue }
      }
      let entry = context.knowledge.events.frames[Int(candidate.frame)]
      guard let end = particle(entry.particle, after: place, in: sentence) else { continue }
      if isVerb, candidate.isDeed, isNounInstead(entry, place, in: sentence) { continue }
      if candidate.isGoverned {
        let found = self.classes(complement(behind: end, in: sentence))
        guard objects & found == objects else { continue }
      }
      best = (entry, place..<end)
      rank = candidate.rank
    }
    return best.map {
      Predicate(
        entry: $0.entry, verb: $0.verb, group: group,
        isPassive: isPassive || $0.entry.frame.target == .subject)
    }
  }

  /// The token after the particle.
  private func particle(_ words: [Int32], after place: Int, in sentence: Range<Int>) -> Int? {
    var end = place + 1
    for word in words {
      guard end < sentence.upperBound, context.word(end) == word else { return nil }
      end += 1
    }
    return end
  }

  func group(of verb: Int, in sentence: Range<Int>) -> Range<Int> {
    var first = verb
    while first > sentence.lowerBound {
      let tag = context.tag(first - 1)
      guard tag == .auxiliary || tag == .adverb || tag == .to else { break }
      first -= 1
    }
    return first..<verb + 1
  }
}
