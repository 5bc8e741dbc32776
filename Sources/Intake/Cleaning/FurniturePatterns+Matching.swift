extension FurniturePatterns.Pattern {
  /// Whether the parts follow each other, the first of them at `start`.
  func matches(_ line: Slice<UnsafeBufferPointer<UInt8>>, from start: Int) -> Bool {
    var place = start
    for (number, part) in parts.enumerated() {
      if number == 0 {
        guard line[place...].starts(with: part), isWord(line, place, place + part.count) else {
          return false
        }
        place += part.count
      } else {
        guard let found = find(part, in: line, from: place) else { return false }
        place = found + part.count
      }
    }
    return true
  }

  /// Whether the line ends with the last part, after the others in their order.
  func matchesEnd(of line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = parts.last, line.count >= last.count else { return false }
    let start = line.count - last.count
    guard line[start...].elementsEqual(last), isWord(line[...], start, line.count) else {
      return false
    }
    var place = 0
    for part in parts.dropLast() {
      guard let found = find(part, in: line[..<start], from: place) else { return false }
      place = found + part.count
    }
    return ownsLine || !endsSentence(line[..<start])
  }

  /// A caption or a notice of copyright may have several sentences before the words
  /// that give it away. Elsewhere what stands before a full stop is content.
  private var ownsLine: Bool { kind == .caption || kind == .copyright }

  /// Whether a sentence ends inside: a word of three letters or more, its stop, a blank.
  private func endsSentence(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    line.indices.contains { index in
      guard ".!?".utf8.contains(line[index]), index >= line.startIndex + 3,
        line[(index - 3)..<index].allSatisfy(\.isASCIILower)
      else { return false }
      let rest = line[(index + 1)...].drop { "\")'".utf8.contains($0) }
      return rest.first == 0x20
    }
  }

  private func find(_ part: [UInt8], in line: Slice<UnsafeBufferPointer<UInt8>>, from: Int) -> Int?
  {
    guard line.endIndex - part.count >= from else { return nil }
    return (from...(line.endIndex - part.count)).first { place in
      line[place...].starts(with: part) && isWord(line, place, place + part.count)
    }
  }

  /// Whether a match neither begins nor ends inside a word.
  private func isWord(_ line: Slice<UnsafeBufferPointer<UInt8>>, _ start: Int, _ end: Int) -> Bool {
    let opens = start > line.startIndex && line[start - 1].isWord && line[start].isWord
    let closes = end < line.endIndex && line[end].isWord && line[end - 1].isWord
    return !opens && !closes
  }
}

extension UInt8 {
  /// Whether it belongs to a word: a letter, a digit, a part of a character beyond ASCII.
  var isWord: Bool { isASCIILetter || isASCIIDigit || self >= 0x80 }
}
