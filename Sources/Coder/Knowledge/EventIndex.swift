import Lexicons

/// Classes of `event-objects.tsv`, a bit each.
typealias ObjectClasses = SIMD4<UInt64>

/// Event frames and matters with their words as ids, for matching.
struct EventIndex: Sendable {
  /// A frame; by reference, since each sentence asks for many.
  final class Frame: Sendable {
    let frame: EventFrame
    let particle: [Int32]
    /// A bit for each class of objects that must be there.
    let objects: ObjectClasses
    let prepositions: [Int32]
    /// Whether it means a deed of force or coercion.
    let isDeed: Bool
    /// “pull out *of* a truce”: whether the objects stand behind the preposition that the particle
    /// ends with, and nowhere else.
    let isGoverned: Bool
    /// What it says by itself of deeds; nil when it is one.
    let stance: EventMatter.Stance?
    /// Of several frames that fit, the one of the highest rank is meant.
    let rank: Int

    init(
      _ frame: EventFrame, particle: [Int32], objects: ObjectClasses, prepositions: [Int32]
    ) {
      self.frame = frame
      self.particle = particle
      self.objects = objects
      self.prepositions = prepositions
      isDeed = frame.isDeed
      isGoverned =
        objects != .zero && frame.predicate == .verb
        && frame.particle.last.map(Self.governing.contains) ?? false
      stance = Stance.of(frame)
      rank = particle.count * 4 + frame.object.count * 3
    }

    private static let governing = ["of", "from", "for"]
  }

  /// What tells most frames of a word apart from the one that is meant, without a look at them.
  struct Candidate: Sendable {
    /// The first word of the particle; 0 for none.
    let particle: Int32
    /// Place in ``frames``.
    let frame: Int32
    let rank: Int16
    /// ``EventFrame/Predicate/ordinal``.
    let predicate: UInt8
    let isDeed: Bool
    let isReciprocal: Bool
    /// ``Frame/isGoverned``.
    let isGoverned: Bool

    init(_ frame: Frame, _ place: Int) {
      particle = frame.particle.first ?? 0
      self.frame = Int32(place)
      rank = Int16(clamping: frame.rank)
      predicate = frame.frame.predicate.ordinal
      isDeed = frame.isDeed
      isReciprocal = frame.frame.isReciprocal
      isGoverned = frame.isGoverned
    }
  }

  /// A matter under one stance.
  private struct Matter: Sendable {
    let words: ObjectClasses
    let done: [String]
    let code: String
  }

  /// The matters under each stance, in the order of the table.
  private var matters: [[Matter]] = []
  private(set) var frames: [Frame] = []
  /// The objects of each frame, by its place: what most frames are passed over for.
  private(set) var objects: [ObjectClasses] = []
  /// What may be meant by each word: word after word, those of one in the order of the table.
  private(set) var candidates: [Candidate] = []
  /// Where the candidates of each word begin, and one past the last.
  private var firstCandidateOfWord: [Int32] = []
  /// The place of a word's classes in ``classSets``; 0 for a word of no class.
  private var classSetOfWord: [Int32] = []
  private var classSets: [ObjectClasses] = [.zero]
  private var bits: [String: ObjectClasses] = [:]
  /// The bits of the classes that the rules ask for by name, in the order of ``Role``.
  private var roles: [ObjectClasses] = []
  /// A bit for each ``Role`` of the classes of a word, by word.
  private var rolesOfWord: [UInt16] = []
  /// Classes that may stand in the subject of a verb of force: “a suicide bomber killed”,
  /// “troops crossed”.
  private(set) var means = ObjectClasses.zero
  /// Those but for soldiers, weapons and attacks.
  private var force = ObjectClasses.zero
  private var sanctions = ObjectClasses.zero
  private var troops = ObjectClasses.zero

  init() {}

  init(_ lexicons: Lexicons, _ vocabulary: inout Vocabulary) {
    for (place, name) in lexicons.eventObjects.keys.sorted().prefix(256).enumerated() {
      var bit = ObjectClasses.zero
      bit[place / 64] = 1 << UInt64(place % 64)
      bits[name] = bit
    }
    roles = Role.allCases.map { bits["\($0)"] ?? .zero }
    means = mask(Self.meansOfForce + ["invaders", "vessels"])
    force = mask(Self.meansOfForce) | mask(["attack", "weapons", "gunfire"])
    sanctions = mask(["sanctions", "embargoes"])
    troops = mask(["troops", "weapons"])
    frames = lexicons.eventFrames.map { compiled($0, &vocabulary) }
    objects = frames.map(\.objects)
    let classes = lexicons.eventObjects.map { name, words in
      (bits[name] ?? .zero, words.map { vocabulary.add($0) })
    }
    index(
      frames.map { frame in frame.frame.forms.map { Int(vocabulary.id($0)) } }, vocabulary.count)
    classSetOfWord = Array(repeating: 0, count: vocabulary.count)
    for (bit, words) in classes {
      for word in words { insert(bit, word) }
    }
    rolesOfWord = classSetOfWord.map { set in
      Role.allCases.reduce(0) { found, role in
        has(role, classSets[Int(set)]) ? found | role.bit : found
      }
    }
    matters = EventMatter.Stance.allCases.map { stance in
      lexicons.eventMatters.compactMap { matter in
        matter.code(stance).map {
          Matter(words: mask(matter.words), done: matter.done, code: $0)
        }
      }
    }
  }

  private func compiled(_ frame: EventFrame, _ vocabulary: inout Vocabulary) -> Frame {
    let flag: WordFlags =
      frame.predicate == .verb || frame.predicate == .modal ? .eventVerb : .eventNoun
    for form in frame.forms { _ = vocabulary.add(form, flag) }
    var prepositions: [Int32] = []
    if case .preposition(let words) = frame.target {
      prepositions = words.map { vocabulary.add($0) }
    }
    return Frame(
      frame, particle: frame.particle.map { vocabulary.add($0) }, objects: mask(frame.object),
      prepositions: prepositions)
  }

  private func mask(_ classes: [String]) -> ObjectClasses {
    classes.reduce(.zero) { $0 | (bits[$1] ?? .zero) }
  }

  /// Sorts the frames by the words that head them, as many as there are.
  ///
  /// - Parameter heads: of each frame.
  private mutating func index(_ heads: [[Int]], _ words: Int) {
    firstCandidateOfWord = Array(repeating: 0, count: words + 1)
    for word in heads.joined() { firstCandidateOfWord[word + 1] += 1 }
    for word in 0..<words { firstCandidateOfWord[word + 1] += firstCandidateOfWord[word] }
    var next = firstCandidateOfWord
    var sorted = Array(repeating: 0, count: Int(next[words]))
    for (frame, heads) in heads.enumerated() {
      for word in heads {
        sorted[Int(next[word])] = frame
        next[word] += 1
      }
    }
    let all = frames.indices.map { Candidate(frames[$0], $0) }
    candidates = sorted.map { all[$0] }
  }

  private mutating func insert(_ bit: ObjectClasses, _ word: Int32) {
    if classSetOfWord[Int(word)] == 0 {
      classSetOfWord[Int(word)] = Int32(classSets.count)
      classSets.append(.zero)
    }
    classSets[Int(classSetOfWord[Int(word)])] |= bit
  }

  /// The places in ``candidates`` of the frames that a word heads, in the order of the table.
  func candidates(of word: Int32) -> Range<Int> {
    guard Int(word) + 1 < firstCandidateOfWord.count else { return 0..<0 }
    return Int(firstCandidateOfWord[Int(word)])..<Int(firstCandidateOfWord[Int(word) + 1])
  }

  /// The classes that a word belongs to, as bits.
  func classes(of word: Int32) -> ObjectClasses {
    Int(word) < classSetOfWord.count ? classSets[Int(classSetOfWord[Int(word)])] : .zero
  }

  /// Whether no class holds the word, which then is a verb alone.
  func isOfNoClass(_ word: Int32) -> Bool {
    Int(word) >= classSetOfWord.count || classSetOfWord[Int(word)] == 0
  }

  private static let meansOfForce = [
    "suicide", "vehicle", "roadside", "bombs", "airpower", "drones", "artillery", "hackers",
  ]

  /// A class that a rule of the program asks for, under its name in the table.
  private enum Role: Int, CaseIterable {
    case adjunct, generic, locative, attributive, territory
    case supposed, assailable, reprisal, exercise, mindless, sport, missile, treaty

    var bit: UInt16 { 1 << UInt16(rawValue) }
  }

  private func has(_ role: Role, _ classes: ObjectClasses) -> Bool {
    role.rawValue < roles.count && classes & roles[role.rawValue] != .zero
  }

  private func has(_ role: Role, _ word: Int32) -> Bool {
    Int(word) < rolesOfWord.count && rolesOfWord[Int(word)] & role.bit != 0
  }

  /// What opens a clause or phrase that only dates or explains: “after”, “because”.
  func isAdjunct(_ word: Int32) -> Bool { has(.adjunct, word) }

  /// Nouns too general to be somebody: “countries”, “sides”.
  func isGeneric(_ word: Int32) -> Bool { has(.generic, word) }

  /// Prepositions that say where: “in”, “near”.
  func isLocative(_ word: Int32) -> Bool { has(.locative, word) }

  /// Nouns that stand before others as adjectives do: “military exercises”.
  func isAttributive(_ word: Int32) -> Bool { has(.attributive, word) }

  /// Nouns for stretches of land: “border”, “village”.
  func isTerritory(_ word: Int32) -> Bool { has(.territory, word) }

  /// Words that make what follows a fear, a plan or an idea: “threat of”, “to prevent”.
  func isSupposing(_ word: Int32) -> Bool { has(.supposed, word) }

  /// What harms without meaning it, or only shows: storms, diseases, crashes, films.
  func isMindless(_ word: Int32) -> Bool { has(.mindless, word) }

  /// Words of matches and races.
  func isSport(_ word: Int32) -> Bool { has(.sport, word) }

  /// Whether the classes hold somebody or something that can be attacked.
  func hasAssailable(_ classes: ObjectClasses) -> Bool { has(.assailable, classes) }

  /// What states sign: “treaty”, “accord”.
  func isTreaty(_ word: Int32) -> Bool { has(.treaty, word) }

  /// Whether the classes hold weapons, or an attack by name.
  func hasForce(_ classes: ObjectClasses) -> Bool { classes & force != .zero }

  /// Whether the classes hold soldiers or arms.
  func hasTroops(_ classes: ObjectClasses) -> Bool { classes & troops != .zero }

  /// Whether the classes hold sanctions or tariffs.
  func hasSanctions(_ classes: ObjectClasses) -> Bool { classes & sanctions != .zero }

  /// Whether the classes hold what a warning threatens: “consequences”, “costs”.
  func hasReprisal(_ classes: ObjectClasses) -> Bool { has(.reprisal, classes) }

  /// Whether the classes hold a manoeuvre.
  func hasExercise(_ classes: ObjectClasses) -> Bool { has(.exercise, classes) }

  /// What flies far enough to be tried out by itself: “missile”, “ballistic”.
  func hasMissile(_ classes: ObjectClasses) -> Bool { has(.missile, classes) }

  /// The code of a stance to the first matter that the classes of a clause, or the code of
  /// a deed within it, tell.
  ///
  /// Inlined, as for a call all tables would be copied.
  @inline(__always)
  func code(
    _ stance: EventMatter.Stance, _ classes: ObjectClasses, deed: String?
  ) -> String? {
    // By place, as a copy of each would cost more than the question.
    let matters = matters[stance.rawValue]
    for place in matters.indices {
      let words = matters[place].words
      if words != .zero && words & classes == words { return matters[place].code }
      if let deed, matters[place].done.contains(where: deed.hasPrefix) {
        return matters[place].code
      }
    }
    return nil
  }
}

extension EventFrame.Predicate {
  /// For comparing many at once: `==` of an enumeration of another module is a call.
  var ordinal: UInt8 {
    switch self {
    case .verb: 0
    case .noun: 1
    case .adjective: 2
    case .modal: 3
    }
  }
}
