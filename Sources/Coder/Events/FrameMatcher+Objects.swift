import Lexicons

/// Where the objects of a predicate stand, and the classes that they belong to.
extension FrameMatcher {
  /// The classes of the object of a deed, and of what does it: “a suicide bomber killed”.
  func force(
    _ place: Int, _ group: Range<Int>, in sentence: Range<Int>
  ) -> ObjectClasses {
    let before = sentence.before(group.lowerBound).suffix(6)
    let start = before.last { !context.tag($0).isNominal }.map { $0 + 1 } ?? before.lowerBound
    return classes(directObject(place, in: sentence))
      | classes(start..<group.lowerBound) & context.knowledge.events.means
  }

  /// What stands behind a verb up to the preposition that says where to: “sent medicine to
  /// its forces” sends no forces.
  private func directObject(_ place: Int, in sentence: Range<Int>) -> Range<Int> {
    let window = window(.verb, false, place, place..<place + 1, in: sentence)
    // “began to arrive for exercises” begins no exercise.
    if window.count > 1, context.tag(place + 1) == .to,
      context.document.isOne(of: Self.phases, place)
    {
      return window.lowerBound..<window.lowerBound
    }
    let end = window.dropFirst().first {
      let before = context.tag($0 - 1)
      return context.document.isOne(of: Self.directions, $0) && (before == .noun || before == .name)
        || before == .comma && context.tag($0) == .gerund
    }
    return window.before(end ?? window.upperBound)
  }

  private static let phases: WordSet = [
    "begin", "begins", "began", "begun", "start", "starts", "started",
  ]
  private static let directions: WordSet = ["to", "for", "near", "toward", "towards"]

  /// Where the object of a predicate stands, or the subject of a passive one.
  func window(
    _ kind: EventFrame.Predicate, _ isPassive: Bool, _ place: Int, _ group: Range<Int>,
    in sentence: Range<Int>
  ) -> Range<Int> {
    if case .noun = kind {
      return max(sentence.lowerBound, place - 4)..<min(sentence.upperBound, place + 6)
    }
    if isPassive {
      var start = group.lowerBound
      while start > sentence.lowerBound, group.lowerBound - start < 10,
        !context.tag(start - 1).isVerbal
      {
        start -= 1
      }
      return start..<min(sentence.upperBound, place + 8)
    }
    var end = afterWording(place + 1, in: sentence)
    while end < sentence.upperBound, end - place < 15 {
      let tag = context.tag(end)
      if tag == .verb && !(end == place + 2 && context.tag(place + 1) == .to)
        && actsAsVerb(end, in: sentence) || tag == .auxiliary || tag == .relative || tag == .stop
        || context.knowledge.events.isAdjunct(context.word(end)) && !isUse(end, in: sentence)
        || tag == .comma && Clause.tail(of: sentence, context) == end
      {
        break
      }
      end += 1
    }
    return place + 1..<end
  }

  /// “held villagers *as human shields*”: what they are held for is what is done to them.
  private func isUse(_ place: Int, in sentence: Range<Int>) -> Bool {
    place + 1 < sentence.upperBound && context.document.isOne(of: Self.human, place + 1)
  }

  private static let human: WordSet = ["human"]

  /// “launched *what it called* an operation”: the token behind who words the object so.
  private func afterWording(_ place: Int, in sentence: Range<Int>) -> Int {
    guard place < sentence.upperBound, context.document.isOne(of: Self.what, place) else {
      return place
    }
    let called = (place + 1..<min(place + 7, sentence.upperBound)).first {
      context.document.isOne(of: Self.called, $0)
    }
    return called.map { $0 + 1 } ?? place
  }

  private static let what: WordSet = ["what"]
  private static let called: WordSet = [
    "called", "calls", "described", "describes", "termed", "terms", "dubbed",
  ]

  /// “withdrew from *the treaty* under pressure”: up to the next preposition or clause.
  func complement(behind preposition: Int, in sentence: Range<Int>) -> Range<Int> {
    let rest = sentence.from(preposition)
    let of = context.knowledge.words.of
    let end = rest.first { !context.tag($0).isNominal && context.word($0) != of }
    return rest.before(end ?? rest.upperBound)
  }

  /// From the noun of what two sides do past its verb, up to the next clause.
  func course(behind noun: Int, in sentence: Range<Int>) -> Range<Int> {
    let reach = sentence.from(noun).prefix(12)
    let end = reach.dropFirst().first {
      context.tag($0) == .comma || context.tag($0) == .relative
        || context.knowledge.events.isAdjunct(context.word($0))
    }
    return reach.before(end ?? reach.upperBound)
  }

  /// The classes of all words in a window, but for those of names.
  func classes(_ window: Range<Int>) -> ObjectClasses {
    var classes = ObjectClasses.zero
    for place in window {
      let mention = context.resolution.mentionOfToken[place]
      if mention >= 0 {
        let found = context.resolution.mentions[Int(mention)]
        // “Ambassador Tarn” is an ambassador, “Norwegian police” are police.
        let isName =
          found.core.contains(place)
          && (context.document.tokens[place].isCapitalised
            || !context.flags(place).contains(.roleNoun))
        if case .role = found.kind {} else if isName { continue }
      }
      classes |= context.knowledge.events.classes(of: context.word(place))
    }
    return classes
  }
}
