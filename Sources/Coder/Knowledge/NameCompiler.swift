import EventData
import Lexicons

extension KnowledgeCompiler {
  static let nameParticles: Set<String> = [
    "al", "el", "bin", "ibn", "von", "van", "de", "der", "den", "da", "di", "du", "dos", "la", "le",
    "ul",
  ]

  /// Adds every name of the lexicons to the trie of names.
  mutating func addNames() {
    for (index, state) in lexicons.states.enumerated() {
      tables.stateOfCode[state.code] = index
      tables.stateOfCode[state.alpha2] = index
      add(state.name, state.aliases, .state(index))
      for name in state.adjectives { add(name, .adjective(index), flag: .stateAdjective) }
      for name in state.people { add(name, .people(index)) }
      for name in state.capitals { add(name, .capital(index)) }
      for name in state.seats { add(name, .seat(index)) }
    }
    tables.stateOfPeople = lexicons.peoples.map { tables.stateOfCode[$0.state] ?? -1 }
    for (index, people) in lexicons.peoples.enumerated() where tables.stateOfPeople[index] >= 0 {
      for name in people.adjectives {
        // “First Nations” makes no adjective of “first”.
        add(name, .local(index), flag: name.utf8.contains(0x20) ? [] : .stateAdjective)
      }
    }
    for index in lexicons.organisations.indices {
      tables.organisationOfID[lexicons.organisations[index].id] = index
      let state = lexicons.organisations[index].affiliation.flatMap { tables.stateOfCode[$0] }
      tables.stateOfOrganisation.append(Int32(state ?? -1))
      let traits: Alias.Traits = state == nil ? [] : .affiliated
      lexicons.organisations[index].forEachName { add($0, .organisation(index), traits) }
    }
    for (index, outlet) in lexicons.outlets.enumerated() {
      add(outlet.name, outlet.aliases, .outlet(index))
    }
    for index in lexicons.officeHolders.indices { addPerson(index) }
    for index in lexicons.places.indices {
      let traits: Alias.Traits = lexicons.places.isDivision(index) ? .division : []
      lexicons.places.forEachName(of: index) { add($0, .place(index), traits) }
    }
  }

  private mutating func addPerson(_ index: Int) {
    lexicons.officeHolders[index].withName { name in
      addPerson(name, index)
      lexicons.officeHolders[index].forEachAlias { addPerson($0, index) }
      if let start = Self.startOfFamily(in: name) {
        add(UnsafeBufferPointer(rebasing: name[start...]), .family(index))
      }
    }
  }

  /// A name of one word is the family name.
  private mutating func addPerson(_ name: UnsafeBufferPointer<UInt8>, _ index: Int) {
    add(name, name.contains(0x20) ? .person(index) : .family(index))
  }

  /// The last word of a full name; with its particle where it has one (“al-Assad”, “von der Leyen”).
  static func family(of name: String) -> String? {
    var name = name
    return name.withUTF8 { name in
      startOfFamily(in: name).map { String(decoding: name[$0...], as: UTF8.self) }
    }
  }

  /// Where the family name begins in a full name; nil when there is none.
  private static func startOfFamily(in name: UnsafeBufferPointer<UInt8>) -> Int? {
    func start(ofWordBefore end: Int) -> Int {
      var place = end
      while place > 0, name[place - 1] != 0x20 { place -= 1 }
      return place
    }
    var first = start(ofWordBefore: name.count)
    guard first > 0, name.count - first > 2 else { return nil }
    while true {
      let before = start(ofWordBefore: first - 1)
      let word = name[before..<first - 1]
      guard before > 0, word.count <= 3,
        nameParticles.contains(String(decoding: word, as: UTF8.self).lowercased())
      else { return first }
      first = before
    }
  }

  private mutating func add(_ name: String, _ aliases: [String], _ referent: Referent) {
    add(name, referent)
    for alias in aliases { add(alias, referent) }
  }

  private mutating func add(_ name: String, _ referent: Referent, flag: WordFlags = []) {
    let traits: Alias.Traits =
      switch referent {
      case .state, .capital, .seat: .country
      case .adjective: [.country, .adjective]
      default: []
      }
    var name = name
    name.withUTF8 { add($0, referent, traits, flag: flag) }
  }

  private mutating func add(
    _ name: UnsafeBufferPointer<UInt8>, _ referent: Referent, _ traits: Alias.Traits = [],
    flag: WordFlags = []
  ) {
    var writing = readName(name, flag: flag.union(.aliasWord))
    guard let first = phrase.first else { return }
    // Places that a direction tells apart are written with a capital or without one.
    if case .place = referent, writing == .capitalised, phrase.count > 1,
      tables.vocabulary.flags[Int(first)].contains(.direction)
    {
      writing = .capitalisedLast
    }
    let next = tables.aliases.count
    let place = Int(tables.names.value(of: phrase) { Int32(next) })
    if place == next {
      tables.aliases.append(Alias(writing: writing, traits: traits, referents: Referents(referent)))
      let isPlain =
        writing == .any || writing == .capitalisedLast || first == tables.words.the
      tables.vocabulary.insert(isPlain ? [.opensName, .opensPlainName] : .opensName, first)
    } else {
      tables.aliases[place].referents.insert(referent)
      tables.aliases[place].traits.formUnion(traits)
      // “Congress Party” and “Congress party”.
      if writing == .capitalisedFirst, tables.aliases[place].writing == .capitalised {
        tables.aliases[place].writing = writing
      }
    }
  }

  /// Reads the words of a name into ``phrase``, and says how it is written.
  private mutating func readName(
    _ name: UnsafeBufferPointer<UInt8>, flag: WordFlags
  ) -> Alias.Writing {
    let begins = name.first ?? 0
    // As most names are; “The Hague” and “the West” have an article to look at.
    if begins | 0x20 != UInt8(ascii: "t"), let writing = readPlainName(name, flag: flag) {
      return writing
    }
    read(name, flag: flag)
    let hasArticle = name.starts(with: "the ".utf8)
    // “The Hague” may go without its article; “the West” is nobody without it.
    if phrase.count > 1, phrase[0] == tables.words.the, !hasArticle { phrase.removeFirst() }
    return Self.writing(of: UnsafeBufferPointer(rebasing: name.dropFirst(hasArticle ? 4 : 0)))
  }

  /// The same in one pass for a name of ASCII letters with single blanks and hyphens between them;
  /// nil, and nothing is read, for any other.
  private mutating func readPlainName(
    _ name: UnsafeBufferPointer<UInt8>, flag: WordFlags
  ) -> Alias.Writing? {
    hashes.removeAll(keepingCapacity: true)
    var place = 0
    var isAcronym = true
    var beginsUpper = false
    var endsUpper = false
    while true {
      var run = LetterRun(name, place, before: name.count)
      guard run.count > 0 else { return nil }
      endsUpper = run.beginsUpper
      if place == 0 { beginsUpper = endsUpper }
      var hash = WordHash()
      while true {
        hash.add(run)
        place &+= run.count
        isAcronym = isAcronym && !run.hasLower
        guard run.count == 8 else { break }
        run = LetterRun(name, place, before: name.count)
      }
      hashes.append(hash.value)
      guard place < name.count else { break }
      guard name[place] == 0x20 || name[place] == 0x2D else { return nil }
      isAcronym = isAcronym && name[place] == 0x2D
      place &+= 1
    }
    phrase.removeAll(keepingCapacity: true)
    for hash in hashes { phrase.append(tables.vocabulary.add(hash, flag)) }
    if isAcronym, name.count - (hashes.count - 1) <= 6 { return .acronym }
    return beginsUpper ? endsUpper ? .capitalised : .capitalisedFirst : .any
  }

  /// An acronym is one word of at most six letters, all of them upper case.
  private static func writing(of name: UnsafeBufferPointer<UInt8>) -> Alias.Writing {
    if isAcronym(name), !name.contains(0x20) { return .acronym }
    guard beginsUpper(name, from: 0) == true else { return .any }
    // “Group of 20” and “Pag-asa” end without a capital.
    guard let mark = name.lastIndex(where: { $0 == 0x20 || $0 == 0x2D }) else {
      return .capitalised
    }
    return beginsUpper(name, from: mark + 1) == true ? .capitalised : .capitalisedFirst
  }

  private static func isAcronym(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var letters = 0
    var place = 0
    while place < word.count {
      let (scalar, length) = decode(word, place, word.count)
      place += length
      guard CharacterClass.isLetter(scalar) else { continue }
      letters += 1
      if letters > 6 || !CharacterClass.isUpper(scalar) { return false }
    }
    return true
  }

  /// Whether the first letter from a place on is upper case; nil without a letter.
  private static func beginsUpper(_ name: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool? {
    var place = start
    while place < name.count {
      let (scalar, length) = decode(name, place, name.count)
      if CharacterClass.isLetter(scalar) { return CharacterClass.isUpper(scalar) }
      place += length
    }
    return nil
  }
}
