/// Text made comparable: what two writers may spell differently becomes one.
enum Folding {
  /// Lower-case ASCII letters, straight quotation marks, plain hyphens, single blanks.
  ///
  /// - Parameter folded: emptied first; passed in so that a page needs only one.
  static func fold(_ bytes: ArraySlice<UInt8>, into folded: inout [UInt8]) {
    folded.removeAll(keepingCapacity: true)
    folded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index &+= 1
      if byte > 0x20, byte < 0x80 {
        folded.append(byte.asciiLowercased)
      } else if byte == 0x20 || byte == 0x09 {
        if folded.last != 0x20 { folded.append(0x20) }
      } else if byte == 0xE2, index + 1 < bytes.endIndex, bytes[index] == 0x80,
        let plain = plain(bytes[index + 1])
      {
        folded.append(plain)
        index += 2
      } else {
        folded.append(byte)
      }
    }
  }

  static func fold(_ text: some StringProtocol) -> [UInt8] {
    var folded: [UInt8] = []
    fold(Array(text.utf8)[...], into: &folded)
    return folded
  }

  /// U+2010…U+201F, by the third byte.
  private static func plain(_ third: UInt8) -> UInt8? {
    switch third {
    case 0x90...0x95: UInt8(ascii: "-")
    case 0x98...0x9B: UInt8(ascii: "'")
    case 0x9C...0x9F: UInt8(ascii: "\"")
    default: nil
    }
  }

  /// The words of a text, folded, without punctuation.
  static func words(_ text: some StringProtocol) -> [ArraySlice<UInt8>] {
    fold(text).split { byte in
      !(byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80)
    }
  }
}
