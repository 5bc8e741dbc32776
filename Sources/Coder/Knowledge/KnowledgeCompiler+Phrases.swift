extension KnowledgeCompiler {
  /// Reads the word ids of a phrase into ``phrase``, as the matcher will see it; words
  /// are added when new.
  mutating func read(_ text: String, flag: WordFlags = []) {
    var text = text
    text.withUTF8 { read($0, flag: flag) }
  }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, flag: WordFlags) {
    phrase.removeAll(keepingCapacity: true)
    if Self.isPlain(bytes) {
      readWords(bytes, flag)
    } else {
      readTokens(bytes, flag)
    }
  }

  /// Whether there are only letters, blanks and hyphens, as in most names: between these
  /// the tokenizer finds words, and nothing else that a phrase is made of.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if (byte | 0x20) &- 0x61 < 26 || byte == 0x20 || byte == 0x2D {
        place += 1
        continue
      }
      let (scalar, length) = decode(bytes, place, bytes.count)
      guard CharacterClass.isLetter(scalar) else { return false }
      place += length
    }
    return true
  }

  private mutating func readWords(_ bytes: UnsafeBufferPointer<UInt8>, _ flag: WordFlags) {
    var hash = WordHash()
    var start = 0
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == 0x20 || byte == 0x2D {
        if place > start { phrase.append(tables.vocabulary.add(hash.value, flag)) }
        hash = WordHash()
        start = place &+ 1
        place = start
      } else if byte < 0x80, place == start {
        place = addLetters(bytes, place, &hash)
      } else if byte < 0x80 {
        hash.add(byte | 0x20)
        place &+= 1
      } else {
        let end = place &+ decode(bytes, place, bytes.count).length
        hash.addFolded(bytes, place..<end)
        place = end
      }
    }
    if place > start { phrase.append(tables.vocabulary.add(hash.value, flag)) }
  }

  /// - Returns: the first place behind the letters, of which there is one at least.
  private func addLetters(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ hash: inout WordHash
  ) -> Int {
    var place = start
    while true {
      let run = LetterRun(bytes, place, before: bytes.count)
      hash.add(run)
      place &+= run.count
      if run.count < 8 { return place }
    }
  }

  private mutating func readTokens(_ bytes: UnsafeBufferPointer<UInt8>, _ flag: WordFlags) {
    tokens.removeAll(keepingCapacity: true)
    Tokenizer().tokenize(bytes, 0..<bytes.count, into: &tokens)
    for token in tokens {
      switch token.kind {
      // “Workers' Party”: the matcher takes a lone apostrophe for “'s”.
      case .possessive where token.hash == 0: phrase.append(tables.words.apostropheS)
      case .word, .number, .possessive: phrase.append(tables.vocabulary.add(token.hash, flag))
      case .comma: phrase.append(tables.words.comma)
      default: break
      }
    }
  }
}
