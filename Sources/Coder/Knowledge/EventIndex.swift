import Lexicons

/// Classes of `event-objects.tsv`, a bit each.
typealias ObjectClasses = SIMD4<UInt64>

/// Event frames and matters with their words as ids, for matching.
struct EventIndex: Sendable {
  struct Frame: Sendable {
    let frame: EventFrame
    let particle: [Int32]
    /// A bit for each class of objects that must be there.
    let objects: ObjectClasses
    let prepositions: [Int32]
  }

  struct Matter: Sendable {
    let matter: EventMatter
    let words: ObjectClasses
  }

  private(set) var frames: [Frame] = []
  private(set) var matters: [Matter] = []
  /// Frames by the word that heads them.
  private(set) var framesOfWord: [Int32: [Int32]] = [:]
  /// The place of a word's classes in ``classSets``; 0 for a word of no class.
  private var setOfWord: [Int32] = []
  private var classSets: [ObjectClasses] = [.zero]
  private var bits: [String: ObjectClasses] = [:]
  /// What opens a clause or phrase that only dates or explains: “after”, “because”.
  private var adjunct = ObjectClasses.zero
  /// Nouns too general to be somebody: “countries”, “sides”.
  private var generic = ObjectClasses.zero

  /// Prepositions that say where: “in”, “near”.
  private var locative = ObjectClasses.zero
  /// Nouns that stand before others as adjectives do: “military exercises”.
  private var attributive = ObjectClasses.zero

  init() {}

  init(_ lexicons: Lexicons, _ vocabulary: inout Vocabulary) {
    for (place, name) in lexicons.eventObjects.keys.sorted().prefix(256).enumerated() {
      var bit = ObjectClasses.zero
      bit[place / 64] = 1 << UInt64(place % 64)
      bits[name] = bit
    }
    adjunct = bits["adjunct"] ?? .zero
    generic = bits["generic"] ?? .zero
    locative = bits["locative"] ?? .zero
    attributive = bits["attributive"] ?? .zero
    for frame in lexicons.eventFrames {
      for form in frame.forms {
        let flag: WordFlags =
          frame.predicate == .verb || frame.predicate == .modal ? .eventVerb : .eventNoun
        framesOfWord[vocabulary.add(form, flag), default: []].append(Int32(frames.count))
      }
      var prepositions: [Int32] = []
      if case .preposition(let words) = frame.target {
        prepositions = words.map { vocabulary.add($0) }
      }
      frames.append(
        Frame(
          frame: frame, particle: frame.particle.map { vocabulary.add($0) },
          objects: mask(frame.object), prepositions: prepositions))
    }
    matters = lexicons.eventMatters.map { Matter(matter: $0, words: mask($0.words)) }
    let words = lexicons.eventObjects.flatMap { name, words in
      words.map { (vocabulary.add($0), bits[name] ?? .zero) }
    }
    setOfWord = Array(repeating: 0, count: vocabulary.count)
    for (word, bit) in words {
      if setOfWord[Int(word)] == 0 {
        setOfWord[Int(word)] = Int32(classSets.count)
        classSets.append(.zero)
      }
      classSets[Int(setOfWord[Int(word)])] |= bit
    }
  }

  private func mask(_ classes: [String]) -> ObjectClasses {
    classes.reduce(.zero) { $0 | (bits[$1] ?? .zero) }
  }

  /// The classes that a word belongs to, as bits.
  func classes(of word: Int32) -> ObjectClasses {
    Int(word) < setOfWord.count ? classSets[Int(setOfWord[Int(word)])] : .zero
  }

  /// Whether no class holds the word, which then is a verb alone.
  func isOfNoClass(_ word: Int32) -> Bool {
    Int(word) >= setOfWord.count || setOfWord[Int(word)] == 0
  }

  func isAdjunct(_ word: Int32) -> Bool { classes(of: word) & adjunct != .zero }

  func isGeneric(_ word: Int32) -> Bool { classes(of: word) & generic != .zero }

  func isLocative(_ word: Int32) -> Bool { classes(of: word) & locative != .zero }

  func isAttributive(_ word: Int32) -> Bool { classes(of: word) & attributive != .zero }

  /// The code of a stance to the first matter that the classes of a clause, or a code
  /// within it, tell.
  func code(_ stance: EventMatter.Stance, _ classes: ObjectClasses, _ codes: [String]) -> String? {
    for entry in matters {
      guard let code = entry.matter.code(stance) else { continue }
      if !entry.matter.words.isEmpty && entry.words & classes == entry.words
        || entry.matter.done.contains(where: { done in codes.contains { $0.hasPrefix(done) } })
      {
        return code
      }
    }
    return nil
  }
}
