import Lexicons

/// A predicate found in a sentence, with the frame that it fills.
struct Predicate {
  let frame: EventFrame
  /// The predicate and its particles.
  let verb: Range<Int>
  /// Auxiliaries, adverbs and the verb.
  let group: Range<Int>
  let isPassive: Bool
  let isNoun: Bool
}

/// Finds the predicates of a sentence and the frame of each.
struct FrameMatcher {
  let context: AttributionContext

  func predicates(in sentence: Range<Int>) -> [Predicate] {
    var found: [Predicate] = []
    for place in sentence {
      let flags = context.flags(place)
      guard !flags.isDisjoint(with: [.eventVerb, .eventNoun]) else { continue }
      let tag = context.tag(place)
      if flags.contains(.eventVerb), tag == .verb || tag == .participle || tag == .gerund {
        if let predicate = verb(at: place, in: sentence) { found.append(predicate) }
      } else if flags.contains(.eventNoun), tag == .noun,
        context.resolution.mentionOfToken[place] < 0
      {
        if let predicate = noun(at: place, in: sentence) { found.append(predicate) }
      }
    }
    return found
  }

  /// The frame that asks for most and gets it: a particle before none, an object of a
  /// class before any object.
  private func verb(at place: Int, in sentence: Range<Int>) -> Predicate? {
    let group = group(of: place, in: sentence)
    let isPassive = isPassive(place, group)
    var best: (frame: EventFrame, verb: Range<Int>, rank: Int)?
    for index in context.knowledge.framesOfWord[context.word(place)] ?? [] {
      let frame = context.knowledge.lexicons.eventFrames[Int(index)]
      guard frame.predicate == .verb,
        let end = particle(frame.particle, after: place, in: sentence)
      else { continue }
      if let object = frame.object,
        !holds(
          object,
          isPassive
            ? subjectWindow(before: group, in: sentence) : objectWindow(after: end, in: sentence))
      {
        continue
      }
      let rank = frame.particle.count * 4 + (frame.object == nil ? 0 : 2)
      if best.map({ rank > $0.rank }) ?? true { best = (frame, place..<end, rank) }
    }
    return best.map {
      Predicate(frame: $0.frame, verb: $0.verb, group: group, isPassive: isPassive, isNoun: false)
    }
  }

  private func noun(at place: Int, in sentence: Range<Int>) -> Predicate? {
    for index in context.knowledge.framesOfWord[context.word(place)] ?? [] {
      let frame = context.knowledge.lexicons.eventFrames[Int(index)]
      guard frame.predicate == .noun else { continue }
      let window = max(sentence.lowerBound, place - 4)..<min(sentence.upperBound, place + 6)
      if let object = frame.object, !holds(object, window) { continue }
      return Predicate(
        frame: frame, verb: place..<place + 1, group: place..<place + 1, isPassive: false,
        isNoun: true)
    }
    return nil
  }

  /// The token after the particle, which may stand behind a short object: “put troops on alert”.
  private func particle(_ words: [String], after place: Int, in sentence: Range<Int>) -> Int? {
    guard !words.isEmpty else { return place + 1 }
    var end = place + 1
    for word in words {
      guard end < sentence.upperBound,
        context.document.text(end..<end + 1).lowercased() == word
      else { return nil }
      end += 1
    }
    return end
  }

  private func objectWindow(after place: Int, in sentence: Range<Int>) -> Range<Int> {
    var end = place
    while end < sentence.upperBound, end - place < 14 {
      let tag = context.tag(end)
      if tag == .verb || tag == .auxiliary || tag == .subordinator || tag == .relative
        || tag == .stop
      {
        break
      }
      end += 1
    }
    return place..<end
  }

  private func subjectWindow(before group: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
    var start = group.lowerBound
    while start > sentence.lowerBound, group.lowerBound - start < 10,
      !context.tag(start - 1).isVerbal
    {
      start -= 1
    }
    return start..<group.lowerBound
  }

  private func holds(_ object: String, _ window: Range<Int>) -> Bool {
    guard let bit = context.knowledge.objectClassNames.firstIndex(of: object) else { return false }
    return window.contains { place in
      (context.knowledge.objectClassesOfWord[context.word(place)] ?? 0) & (1 << UInt64(bit)) != 0
    }
  }

  private func group(of verb: Int, in sentence: Range<Int>) -> Range<Int> {
    var first = verb
    while first > sentence.lowerBound {
      let tag = context.tag(first - 1)
      guard tag == .auxiliary || tag == .adverb || tag == .to else { break }
      first -= 1
    }
    return first..<verb + 1
  }

  private func isPassive(_ verb: Int, _ group: Range<Int>) -> Bool {
    guard context.tag(verb) == .participle else { return false }
    return (group.lowerBound..<verb).contains { context.flags($0).contains(.be) }
      || group.count == 1
  }
}
