extension KnowledgeCompiler {
  /// Reads the word ids of a phrase into ``phrase``, as the matcher will see it; words
  /// are added when new.
  mutating func read(_ text: String, flag: WordFlags = []) {
    var text = text
    text.withUTF8 { read($0, flag: flag) }
  }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, flag: WordFlags) {
    phrase.removeAll(keepingCapacity: true)
    if hashWords(bytes) {
      for hash in hashes { phrase.append(tables.vocabulary.add(hash, flag)) }
    } else {
      readTokens(bytes, flag)
    }
  }

  /// Reads the hashes of words between which there are only blanks and hyphens, as in most
  /// names: there the tokenizer finds nothing else that a phrase is made of. False when the
  /// phrase holds anything but letters, blanks and hyphens.
  private mutating func hashWords(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    hashes.removeAll(keepingCapacity: true)
    var hash = WordHash()
    var isInside = false
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if (byte | 0x20) &- 0x61 < 26 {
        hash.add(byte | 0x20)
        isInside = true
        place += 1
      } else if byte == 0x20 || byte == 0x2D {
        if isInside { hashes.append(hash.value) }
        hash = WordHash()
        isInside = false
        place += 1
      } else {
        let (scalar, length) = decode(bytes, place, bytes.count)
        guard CharacterClass.isLetter(scalar) else { return false }
        hash.addFolded(bytes, place..<place + length)
        isInside = true
        place += length
      }
    }
    if isInside { hashes.append(hash.value) }
    return true
  }

  private mutating func readTokens(_ bytes: UnsafeBufferPointer<UInt8>, _ flag: WordFlags) {
    tokens.removeAll(keepingCapacity: true)
    Tokenizer(vocabulary: tables.vocabulary).tokenize(bytes, 0..<bytes.count, into: &tokens)
    for token in tokens {
      switch token.kind {
      // “Workers' Party”: the matcher takes a lone apostrophe for “'s”.
      case .possessive where token.word == 0: phrase.append(tables.words.apostropheS)
      case .word, .number, .possessive:
        var hash = WordHash()
        hash.addFolded(bytes, Int(token.start)..<Int(token.end))
        if token.shape.contains(.dotted), bytes[Int(token.end) - 1] != 0x2E { hash.add(0x2E) }
        phrase.append(tables.vocabulary.add(hash.value, flag))
      case .comma: phrase.append(tables.words.comma)
      default: break
      }
    }
  }
}
