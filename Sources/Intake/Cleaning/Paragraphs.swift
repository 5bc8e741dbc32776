/// Finds the paragraphs of a text, in one of the two ways in which texts are written.
///
/// Most files have one paragraph on each line. Others are wrapped at some 60 to 80
/// characters and part their paragraphs by empty lines, or were torn somewhere on the
/// way: there the lines of a paragraph are joined, and its line feeds become spaces.
enum Paragraphs {
  struct Paragraph: Hashable {
    var range: Range<Int>
    /// Counts the groups of lines that no empty line parts.
    var group: Int
  }

  /// - Parameter bytes: scrubbed; the line feeds inside a wrapped paragraph are replaced.
  static func find(in bytes: inout [UInt8], mostLines: Int = mostLines) -> [Paragraph] {
    let lines = lines(in: bytes, mostLines)
    if lines.count > mostLines {
      for index in lines[mostLines].range where bytes[index] == 0x0A { bytes[index] = 0x20 }
    }
    guard isWrapped(lines, in: bytes) else { return lines }
    let width = width(of: lines)
    var paragraphs: [Paragraph] = []
    for (index, line) in lines.enumerated() {
      if index > 0, joins(lines[index - 1], line, width: width, in: bytes) {
        let first = paragraphs.removeLast()
        bytes[first.range.upperBound] = 0x20
        paragraphs.append(
          Paragraph(range: first.range.lowerBound..<line.range.upperBound, group: first.group))
      } else {
        paragraphs.append(line)
      }
    }
    return paragraphs
  }

  /// More lines than any article has. What comes after them is one paragraph, so that a
  /// file of nothing but line ends takes no memory.
  static let mostLines = 200_000

  private static func lines(in bytes: [UInt8], _ mostLines: Int) -> [Paragraph] {
    var lines: [Paragraph] = []
    var start = 0
    var group = 0
    var wasEmpty = false
    for index in lineEnds(in: bytes) {
      if index > start {
        if wasEmpty, !lines.isEmpty { group += 1 }
        if lines.count == mostLines {
          let end = bytes.lastIndex { $0 != 0x0A } ?? start
          lines.append(Paragraph(range: start..<(end + 1), group: group + 1))
          return lines
        }
        lines.append(Paragraph(range: start..<index, group: group))
      }
      wasEmpty = index == start
      start = index + 1
    }
    return lines
  }

  private static func lineEnds(in bytes: [UInt8]) -> [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      var ends: [Int] = []
      var start = 0
      while let end = ByteRuns.first(0x0A, in: bytes, from: start) {
        ends.append(end)
        start = end + 1
      }
      return ends
    }
  }

  /// Whether lines were broken inside paragraphs: several follow each other without an
  /// empty line, and of three at least one goes on in the middle of a sentence.
  private static func isWrapped(_ lines: [Paragraph], in bytes: [UInt8]) -> Bool {
    var pairs = 0
    var broken = 0
    for (line, next) in zip(lines, lines.dropFirst()) where line.group == next.group {
      pairs += 1
      let goesOn = bytes[next.range.lowerBound].isASCIILower
      if goesOn, !endsSentence(line, in: bytes) { broken += 1 }
    }
    return pairs >= 2 && broken * 10 >= pairs * 3
  }

  /// What is longer is no line of type, in bytes.
  private static let widest = 110

  /// The length that most lines of the text keep to, in bytes.
  private static func width(of lines: [Paragraph]) -> Int {
    let lengths = lines.map(\.range.count).filter { $0 <= widest }.sorted()
    return lengths.isEmpty ? 0 : lengths[lengths.count * 8 / 10]
  }

  /// Whether a line goes on with the paragraph of the line before it.
  ///
  /// It does not when the line before broke off although the next word would have had
  /// room, be it at the end of a sentence or of a title; nor does a sentence that follows
  /// a line of no width at all; nor do a date and an address.
  private static func joins(
    _ before: Paragraph, _ line: Paragraph, width: Int, in bytes: [UInt8]
  ) -> Bool {
    guard before.group == line.group, !standsAlone(before, in: bytes),
      !standsAlone(line, in: bytes)
    else { return false }
    if before.range.count > widest { return !endsSentence(before, in: bytes) }
    let firstWord = bytes[line.range].prefix { $0 != 0x20 }.count
    let hadRoom = before.range.count + 1 + firstWord + slack <= width
    guard hadRoom else { return true }
    let mayBeTitle = before.range.lowerBound == 0 && !bytes[line.range.lowerBound].isASCIILower
    return !endsSentence(before, in: bytes) && !mayBeTitle
  }

  /// How ragged the right edge may be, in bytes.
  private static let slack = 8

  private static func standsAlone(_ line: Paragraph, in bytes: [UInt8]) -> Bool {
    guard line.range.count <= 100 else { return false }
    let text = bytes[line.range]
    if text.starts(with: "http".utf8) { return !text.contains(0x20) }
    guard text.contains(where: \.isASCIIDigit) else { return false }
    let date = DateReading(String(decoding: text, as: UTF8.self))
    return date.isDateLike && date.residue == 0
  }

  private static func endsSentence(_ line: Paragraph, in bytes: [UInt8]) -> Bool {
    var rest = bytes[line.range].suffix(8)
    let closers: Set<UInt8> = [0x22, 0x27, 0x29, 0x9D, 0x99, 0x80, 0xE2]
    while let last = rest.last, closers.contains(last) { rest.removeLast() }
    return rest.last.map { ".!?:".utf8.contains($0) } ?? false
  }
}
