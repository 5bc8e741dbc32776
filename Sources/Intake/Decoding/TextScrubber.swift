/// Makes the characters of a text plain, before anything reads it.
///
/// - Every kind of line end becomes a line feed; blanks at the ends of lines go.
/// - No-break spaces become spaces; tabs inside a line stay.
/// - Soft hyphens, zero-width characters, direction marks and tag characters go: they
///   show nothing, and they hide words from every lexicon.
/// - Control characters go, among them the escape that drives terminals.
/// - Ligatures of type (ﬁ, ﬂ) become the letters that they are made of.
///
/// Accents and quotation marks stay. The input must be valid UTF-8, and so
/// is the result. Runs of ordinary bytes are copied whole, so that a text goes through
/// at the speed of memory where it is clean.
enum TextScrubber {
  static func scrub(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 1)
    var lineStart = 0
    var index = 0
    let end = bytes.count
    let isSpecial = isSpecial

    func endLine() {
      while output.count > lineStart, let last = output.last, last == 0x20 || last == 0x09 {
        output.removeLast()
      }
      output.append(0x0A)
      lineStart = output.count
    }

    while index < end {
      if output.count == lineStart {
        while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index &+= 1 }
      }
      let runStart = index
      index = bytes.withUnsafeBufferPointer { bytes in
        var index = index
        while true {
          index = ByteRuns.endOfPlain(in: bytes, from: index)
          guard index < end, !isSpecial[Int(bytes[index])] else { return index }
          index &+= 1
        }
      }
      if index > runStart {
        // The run ends where a byte was found, or where the bytes do.
        bytes.withUnsafeBufferPointer {
          output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[runStart..<index]))
        }
      }
      guard index < end else { break }
      let (replacement, length) = replacement(at: index, in: bytes)
      switch replacement {
      case .keep: output.append(contentsOf: bytes[index..<index + length])
      case .drop: break
      case .blank: if output.count > lineStart { output.append(0x20) }
      case .lineEnd: endLine()
      case .letters(let letters): output.append(contentsOf: letters.utf8)
      }
      index += length
    }
    endLine()
    return output
  }

  private enum Replacement {
    case keep, drop, blank, lineEnd
    case letters(String)
  }

  /// Bytes that cannot simply be copied: controls, and the lead bytes of characters
  /// among which some are replaced.
  private static let isSpecial: [Bool] = (0..<256).map { byte in
    byte < 0x20 && byte != 0x09 || byte == 0x7F || [0xC2, 0xD8, 0xE2, 0xEF, 0xF3].contains(byte)
  }

  private static func replacement(
    at index: Int, in bytes: [UInt8]
  ) -> (Replacement, length: Int) {
    switch bytes[index] {
    case 0x0A, 0x0B, 0x0C: return (.lineEnd, 1)
    case 0x0D:
      let isPair = index + 1 < bytes.count && bytes[index + 1] == 0x0A
      return (.lineEnd, isPair ? 2 : 1)
    case 0x00..<0x20, 0x7F: return (.drop, 1)
    case 0xC2: return (latin(bytes[index + 1]), 2)
    case 0xD8: return (bytes[index + 1] == 0x9C ? .drop : .keep, 2)  // U+061C
    case 0xE2: return (general(bytes[index + 1], bytes[index + 2]), 3)
    case 0xEF:
      if bytes[index + 1] == 0xAC, case 0x80...0x86 = bytes[index + 2] {  // U+FB00…FB06
        return (.letters(ligatures[Int(bytes[index + 2] - 0x80)]), 3)
      }
      let isMark = bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF  // U+FEFF
      return (isMark ? .drop : .keep, 3)
    default:
      let isTag = bytes[index + 1] == 0xA0 && bytes[index + 2] <= 0x81  // U+E0000…E007F
      return (isTag ? .drop : .keep, 4)
    }
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  /// U+0080…U+00BF, by the second byte.
  private static func latin(_ second: UInt8) -> Replacement {
    switch second {
    case 0x85: .lineEnd
    case 0xA0: .blank
    case 0x80..<0xA0, 0xAD: .drop
    default: .keep
    }
  }

  /// U+2000…U+2FFF, by the second and third byte.
  private static func general(_ second: UInt8, _ third: UInt8) -> Replacement {
    switch (second, third) {
    case (0x80, 0x80...0x8A), (0x80, 0xAF), (0x81, 0x9F): .blank  // spaces of all widths
    case (0x80, 0x8B...0x8F), (0x80, 0xAA...0xAE): .drop  // zero width, directions
    case (0x80, 0xA8), (0x80, 0xA9): .lineEnd  // line and paragraph separator
    case (0x81, 0xA0...0xAF): .drop  // word joiner, isolates, U+206A…F
    default: .keep
    }
  }
}
