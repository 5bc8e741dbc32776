let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// Which byte of a UTF-16 code unit comes first.
enum ByteOrder {
  case big, little

  /// Nil when the bytes do not begin with the mark of UTF-16.
  init?(markOf bytes: [UInt8]) {
    if bytes.starts(with: [0xFE, 0xFF]) {
      self = .big
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self = .little
    } else {
      return nil
    }
  }
}

/// From the bytes of an input to valid UTF-8.
///
/// Bytes that are not UTF-8 are never an error: where the text is plainly Windows-1252
/// they are read as that, elsewhere each bad sequence becomes one U+FFFD.
enum CharacterDecoding {
  /// The same bytes when they are valid, else a repaired copy.
  static func utf8(from bytes: [UInt8]) -> [UInt8] {
    if isValid(bytes) { return bytes }
    if let text = Windows1252.utf8(from: bytes) { return text }
    return Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// The same for bytes that say what they are, which is not always true.
  ///
  /// - Parameter declared: nil when they say nothing.
  /// - Throws: ``InputError/Reason/unknownCharset(_:)``.
  static func utf8(
    from bytes: [UInt8], declared: Charset?
  ) throws(InputError.Reason) -> [UInt8] {
    if let order = ByteOrder(markOf: bytes) { return utf8(fromUTF16: bytes.dropFirst(2), order) }
    switch declared {
    case .other(let name):
      let isStateful = name.lowercased().hasPrefix("iso-2022") || name.lowercased() == "hz-gb-2312"
      if !isStateful, isValid(bytes) { return bytes }
      guard var decoder = CharsetDecoder(.other(name)) else { throw .unknownCharset(name) }
      return decoder.decode(bytes, isLast: true)
    case .windows1252: return isValid(bytes) ? bytes : Windows1252.mended(bytes)
    case .utf8, nil: return utf8(from: bytes)
    }
  }

  /// - Parameter bytes: without the byte order mark; an odd last byte is dropped.
  static func utf8(fromUTF16 bytes: ArraySlice<UInt8>, _ order: ByteOrder) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      units.append(order == .big ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// The text of bytes, each bad sequence of them as one U+FFFD.
  static func text(of bytes: [UInt8]) -> String {
    guard isValid(bytes) else { return String(decoding: bytes, as: UTF8.self) }
    return String(copying: UTF8Span(unchecked: bytes.span))
  }

  /// A character that is no ASCII has no byte that is, so that what stands between ASCII is
  /// valid or not by itself. In most languages of news it is short, and the rest needs a glance.
  static func isValid(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { text in
      var place = ByteRuns.endOfASCII(in: text, from: 0)
      while place < text.count {
        var end = place
        while end < text.count, text[end] >= 0x80 { end &+= 1 }
        let foreign = text.extracting(place..<end)
        guard (try? UTF8Span(validating: foreign.span)) != nil else { return false }
        place = ByteRuns.endOfASCII(in: text, from: end)
      }
      return true
    }
  }
}
