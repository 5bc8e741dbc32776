import Lexicons

extension Knowledge {
  /// The ids of everything that a surface may stand for, as the samples of the tables
  /// name it: the code of a state, the name of a person, the id of a row, a lemma.
  package func ids(of surface: String) -> [String] {
    var text = surface
    return text.withUTF8 { bytes in
      let tokens = tokens(of: bytes)
      var ids = lexicons.outlets.filter { $0.domains.contains(surface) }.map(\.id)
      if let value = value(of: names, tokens) { ids += aliases[value].referents.map(id) }
      if let value = value(of: roles, tokens) { ids.append(id(lexicons.roleNouns[value / 2])) }
      if let value = value(of: cues, tokens) { ids.append(lexicons.cueVerbs[value].lemma) }
      if tokens.count == 1, tokens[0].word < cueVerbOfWord.count {
        for entry in [cueVerbOfWord, cueNounOfWord].map({ $0[Int(tokens[0].word)] })
        where entry >= 0 {
          ids.append(lexicons.cueVerbs[Int(entry)].lemma)
        }
      }
      let flags = vocabulary.flags[Int(vocabulary.id(surface))]
      if flags.contains(.givenName) {
        ids.append(flags.contains(.male) ? "m" : flags.contains(.female) ? "f" : "u")
      }
      return ids
    }
  }

  /// The index of what goes by a name of the lexicons.
  func alias(named name: String) -> Int? {
    var name = name
    return name.withUTF8 { value(of: names, tokens(of: $0)) }
  }

  private func tokens(of bytes: UnsafeBufferPointer<UInt8>) -> [Token] {
    var tokens: [Token] = []
    Tokenizer().tokenize(bytes, 0..<bytes.count, into: &tokens)
    vocabulary.read(&tokens)
    return tokens
  }

  private func value(of trie: PhraseTrie, _ tokens: [Token]) -> Int? {
    var state: Int32 = 0
    for (place, token) in tokens.enumerated() {
      let word: Int32
      switch token.kind {
      case .word, .number: word = token.word
      case .possessive: word = token.word == 0 ? words.apostropheS : token.word
      case .comma: word = words.comma
      default: continue
      }
      if place == 0, word == words.the, tokens.count > 1 { continue }
      guard word != 0, let next = trie.next(state, word) else { return nil }
      state = next
    }
    return trie.value(state).map(Int.init)
  }

  /// The noun of a role, the id of a people.
  func id(_ noun: RoleNoun) -> String {
    noun.people.map { lexicons.peoples[$0].id } ?? noun.noun
  }

  private func id(_ referent: Referent) -> String {
    switch referent {
    case .state(let state), .adjective(let state), .people(let state), .capital(let state),
      .seat(let state):
      lexicons.states[state].code
    case .local(let people): lexicons.peoples[people].id
    case .person(let holder), .family(let holder): lexicons.officeHolders[holder].name
    case .organisation(let organisation): lexicons.organisations[organisation].id
    case .outlet(let outlet): lexicons.outlets[outlet].id
    case .place(let place):
      lexicons.places[place].isFromGazetteer
        ? String(lexicons.places[place].id.dropFirst("geonames:".count))
        : lexicons.places[place].id
    }
  }
}
