/// Reads one key or control sequence at the start of some bytes.
struct SequenceReader {
  enum Meaning {
    case key(Key)
    case mouse(Mouse)
    case pasteStart
    /// The start of a string (OSC, DCS, APC …) that must be skipped to its end.
    case stringStart
    /// Read and left out.
    case nothing
    /// More bytes are needed.
    case incomplete
  }
  typealias Named = (bytes: [UInt8], key: Key)
  typealias Step = (meaning: Meaning, length: Int)

  static let pasteStart = Array("\u{1B}[200~".utf8)
  static let pasteEnd = Array("\u{1B}[201~".utf8)
  /// A control sequence longer than this is none, in bytes.
  private static let longest = 64

  let bytes: [UInt8]
  let start: Int
  /// The longest first.
  let sequences: [Named]

  private var count: Int { bytes.count - start }
  private func byte(_ offset: Int) -> UInt8? {
    start + offset < bytes.count ? bytes[start + offset] : nil
  }

  /// - Parameter isFinal: no more bytes will come soon, what is there must do.
  func read(isFinal: Bool) -> Step {
    let first = bytes[start]
    guard first == 0x1B else { return plain(first, isFinal: isFinal) }
    if let key = ownSequence() { return key }
    guard let second = byte(1) else {
      return isFinal ? (.key(.escape), 1) : (.incomplete, 0)
    }
    switch second {
    case UInt8(ascii: "["): return controlSequence(isFinal: isFinal)
    case UInt8(ascii: "O"): return singleShift(isFinal: isFinal)
    // OSC, DCS, SOS, PM, APC: replies to questions that brink does not ask.
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      if count > 2 { return (.stringStart, 2) }
      return isFinal ? (.key(.alt(Character(Unicode.Scalar(second)))), 2) : (.incomplete, 0)
    case 0x20..<0x7F: return (.key(.alt(Character(Unicode.Scalar(second)))), 2)
    case 0x80...:
      let rest = SequenceReader(bytes: bytes, start: start + 1, sequences: [])
      let step = rest.read(isFinal: isFinal)
      if case .key(.character(let character)) = step.meaning {
        return (.key(.alt(character)), step.length + 1)
      }
      return step.length == 0 ? step : (step.meaning, step.length + 1)
    default: return (.key(.escape), 1)
    }
  }

  /// A sequence that terminfo names for this terminal.
  private func ownSequence() -> Step? {
    guard let own = sequences.first(where: { bytes[start...].starts(with: $0.bytes) }) else {
      return nil
    }
    return (.key(own.key), own.bytes.count)
  }

  private func plain(_ first: UInt8, isFinal: Bool) -> Step {
    switch first {
    case 0x0D, 0x0A: return (.key(.enter), 1)
    case 0x09: return (.key(.tab), 1)
    case 0x08, 0x7F: return (.key(.backspace), 1)
    case 0x00..<0x20:
      return (.key(.control(Character(Unicode.Scalar(first | 0x40)).lowercase)), 1)
    case 0x20..<0x7F: return (.key(.character(Character(Unicode.Scalar(first)))), 1)
    default: return multibyte(isFinal: isFinal)
    }
  }

  /// A character of UTF-8; one U+FFFD stands for a run of bytes that are none.
  private func multibyte(isFinal: Bool) -> Step {
    let length = SequenceReader.length(ofLead: bytes[start])
    let available = bytes[start...].prefix(max(1, length))
    let tail = available.dropFirst().prefix { $0 & 0xC0 == 0x80 }
    if length > 1, tail.count == available.count - 1, available.count < length, !isFinal {
      return (.incomplete, 0)
    }
    if length > 1, tail.count == length - 1,
      let text = String(validating: available, as: UTF8.self),
      let scalar = text.unicodeScalars.first
    {
      return scalar.value < 0xA0
        ? (.nothing, length) : (.key(.character(Character(scalar))), length)
    }
    var bad = 1 + tail.count
    while let next = byte(bad), SequenceReader.length(ofLead: next) == 1, next >= 0x80 { bad += 1 }
    return (.key(.character("\u{FFFD}")), bad)
  }

  /// 1 for what cannot lead.
  private static func length(ofLead byte: UInt8) -> Int {
    switch byte {
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: 1
    }
  }

  private func singleShift(isFinal: Bool) -> Step {
    guard let final = byte(2) else {
      return isFinal ? (.key(.alt("O")), 2) : (.incomplete, 0)
    }
    if let key = KeySequences.key(final: final) { return (.key(key), 3) }
    // Function keys with a modifier: ESC O 5 P.
    if (0x30..<0x3A).contains(final), let key = byte(3).flatMap(KeySequences.key(final:)) {
      return (.key(key), 4)
    }
    return (0x20..<0x7F).contains(final) ? (.nothing, 3) : (.nothing, 2)
  }

  private func controlSequence(isFinal: Bool) -> Step {
    guard let third = byte(2) else {
      return isFinal ? (.key(.alt("[")), 2) : (.incomplete, 0)
    }
    if third == UInt8(ascii: "[") {  // F1 to F5 of the Linux console: ESC [ [ A
      guard let final = byte(3) else { return isFinal ? (.nothing, 3) : (.incomplete, 0) }
      let number = Int(final) - 0x40
      return ((1...5).contains(number) ? .key(.function(number)) : .nothing, 4)
    }
    if third == UInt8(ascii: "M") { return oldMouse(isFinal: isFinal) }
    var length = 2
    while let next = byte(length), (0x20..<0x40).contains(next), length < SequenceReader.longest {
      length += 1
    }
    guard let final = byte(length) else {
      return isFinal ? (.nothing, length) : (.incomplete, 0)
    }
    // What breaks off a sequence is not part of it.
    guard (0x40..<0x7F).contains(final) else { return (.nothing, length) }
    let parameters = bytes[start + 2..<start + length]
    return (KeySequences.meaning(parameters: parameters, final: final), length + 1)
  }

  /// ESC [ M and three bytes: button, column and row, each plus 32.
  private func oldMouse(isFinal: Bool) -> Step {
    guard count >= 6, let button = byte(3), let column = byte(4), let row = byte(5) else {
      return isFinal ? (.nothing, count) : (.incomplete, 0)
    }
    let mouse = KeySequences.mouse(
      button: Int(button) - 32, column: Int(column) - 33, row: Int(row) - 33, isPress: true)
    return (mouse.map(Meaning.mouse) ?? .nothing, 6)
  }

  /// Where a string ends, behind BEL, CAN or ESC \.
  static func endOfString(in bytes: [UInt8], from start: Int) -> Int? {
    for index in start..<bytes.count {
      if bytes[index] == 0x07 || bytes[index] == 0x18 { return index + 1 }
      if bytes[index] == 0x1B, index + 1 < bytes.count {
        return bytes[index + 1] == UInt8(ascii: "\\") ? index + 2 : index
      }
    }
    return nil
  }

  static func find(_ mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count - start >= mark.count else { return nil }
    return (start...bytes.count - mark.count).first { index in
      bytes[index] == mark[0] && bytes[index...].starts(with: mark)
    }
  }
}

extension Character {
  fileprivate var lowercase: Character { lowercased().first ?? self }
}
