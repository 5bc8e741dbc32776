import EventData
import Lexicons

/// A cue verb with its auxiliaries.
struct Cue {
  /// The whole group: “has also warned”, “pointed out”.
  var group: Range<Int>
  /// The verb itself, particles included.
  var verb: Range<Int>
  /// Index of the cue verb in the lexicons.
  var entry: Int
  var isNegated = false
  var isModal = false
  var isPassive = false
  /// “to warn”: not a finite verb.
  var isInfinitive = false
  var isGerund = false
}

/// Finds the cue verbs of a sentence.
struct CueFinder {
  let knowledge: Knowledge

  /// - Parameter cues: gets those of the sentence in place of what it held, whose storage it keeps.
  func find(in sentence: Range<Int>, _ document: Document, into cues: inout [Cue]) {
    cues.removeAll(keepingCapacity: true)
    let matcher = PhraseMatcher(knowledge: knowledge)
    var place = sentence.lowerBound
    while place < sentence.upperBound {
      defer { place += 1 }
      guard document.tags[place].isVerbal,
        document.tags[place] != .auxiliary
          || document.tokens[place].flags.contains(.opensCue)
      else { continue }
      let word = document.tokens[place].word
      guard word != 0 else { continue }
      var end = place + 1
      var entry =
        word < knowledge.cueVerbOfWord.count ? Int(knowledge.cueVerbOfWord[Int(word)]) : -1
      if document.tokens[place].flags.contains(.opensCue),
        let phrase = matcher.match(
          knowledge.cues, at: place, before: sentence.upperBound, document.tokens)
      {
        end = phrase.end
        entry = phrase.value
      }
      guard entry >= 0 else { continue }
      cues.append(cue(place..<end, entry, in: sentence, document))
      place = end - 1
    }
  }

  private func cue(
    _ verb: Range<Int>, _ entry: Int, in sentence: Range<Int>, _ document: Document
  ) -> Cue {
    var cue = Cue(group: verb, verb: verb, entry: entry)
    var first = verb.lowerBound
    var sawBe = false
    while first > sentence.lowerBound {
      let before = first - 1
      let flags = document.tokens[before].flags
      switch document.tags[before] {
      case .auxiliary:
        if flags.contains(.modal) { cue.isModal = true }
        if flags.contains(.be) { sawBe = true }
        if flags.contains(.negation) { cue.isNegated = true }
        first = before
        continue
      case .adverb:
        if flags.contains(.negation) { cue.isNegated = true }
        first = before
        continue
      case .to:
        cue.isInfinitive = true
        first = before
      default: break
      }
      break
    }
    // An adverb that opens the sentence is no part of the group.
    while first < verb.lowerBound, document.tags[first] == .adverb,
      first == sentence.lowerBound || document.tags[first - 1] == .comma
    {
      first += 1
    }
    cue.group = first..<verb.upperBound
    let head = document.tokens[verb.lowerBound].flags
    cue.isGerund = document.tags[verb.lowerBound] == .gerund
    cue.isPassive =
      sawBe && !cue.isGerund && head.contains(.verbParticiple)
      && document.tags[verb.lowerBound] == .participle
      || isJoinedToPassive(verb.lowerBound, document)
    if cue.isGerund, sawBe { cue.isGerund = false }
    return cue
  }

  /// “was summoned and told that”: who is told, not who tells.
  private func isJoinedToPassive(_ verb: Int, _ document: Document) -> Bool {
    verb > 2 && document.isOne(of: Self.addressing, verb)
      && document.tags[verb - 1] == .coordinator && document.tags[verb - 2] == .participle
      && document.tokens[verb - 3].flags.contains(.be)
  }

  private static let addressing: WordSet = ["told", "informed", "warned", "reminded"]
}
