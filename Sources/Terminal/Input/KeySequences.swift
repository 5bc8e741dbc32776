/// The keys that stand behind the control sequences of xterm and its many relatives.
enum KeySequences {
  /// Keys named by the last byte alone: ESC [ A or ESC O A.
  static func key(final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "P"): .function(1)
    case UInt8(ascii: "Q"): .function(2)
    case UInt8(ascii: "R"): .function(3)
    case UInt8(ascii: "S"): .function(4)
    default: nil
    }
  }

  /// Keys named by a number: ESC [ 5 ~.
  private static func key(number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: nil
    }
  }

  /// What ESC [ parameters final means; modifiers (ESC [ 1 ; 5 C) are left out.
  static func meaning(parameters: ArraySlice<UInt8>, final: UInt8) -> SequenceReader.Meaning {
    if parameters.first == UInt8(ascii: "<") {
      return sgrMouse(parameters.dropFirst(), isPress: final == UInt8(ascii: "M"))
    }
    // Private and intermediate bytes are found in replies only.
    guard let numbers = numbers(parameters) else { return .nothing }
    switch final {
    case UInt8(ascii: "~"):
      if numbers == [200] { return .pasteStart }
      return numbers.first.flatMap(key(number:)).map(SequenceReader.Meaning.key) ?? .nothing
    case UInt8(ascii: "Z"):
      return .key(.backTab)
    // ESC [ row ; column R tells where the cursor is.
    case UInt8(ascii: "R"), UInt8(ascii: "M"):
      return .nothing
    default:
      guard numbers.isEmpty || numbers.count <= 2 && numbers[0] == 1 else { return .nothing }
      return key(final: final).map(SequenceReader.Meaning.key) ?? .nothing
    }
  }

  /// Only wheel and left button, and of that the press and what follows while it is held.
  static func mouse(button: Int, column: Int, row: Int, isPress: Bool) -> Mouse? {
    // Shift, meta and control are 4, 8 and 16.
    guard isPress, column >= 0, row >= 0, button >= 0 else { return nil }
    switch button & ~0b11100 {
    case 0: return Mouse(gesture: .press, column: column, row: row)
    case 32: return Mouse(gesture: .drag, column: column, row: row)
    case 64: return Mouse(gesture: .wheelUp, column: column, row: row)
    case 65: return Mouse(gesture: .wheelDown, column: column, row: row)
    default: return nil
    }
  }

  private static func sgrMouse(
    _ parameters: ArraySlice<UInt8>, isPress: Bool
  ) -> SequenceReader.Meaning {
    guard let numbers = numbers(parameters), numbers.count == 3,
      let mouse = mouse(
        button: numbers[0], column: numbers[1] - 1, row: numbers[2] - 1, isPress: isPress)
    else { return .nothing }
    return .mouse(mouse)
  }

  /// Numbers between semicolons; nil if there is anything else.
  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int]? {
    var numbers: [Int] = []
    for part in parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      guard part.count <= 6, part.allSatisfy({ 0x30 <= $0 && $0 < 0x3A }) else { return nil }
      numbers.append(part.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    return parameters.isEmpty ? [] : numbers
  }
}
