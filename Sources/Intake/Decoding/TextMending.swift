import CMarkup

/// Undoes what programs did to a text on its way, and no person meant.
enum TextMending {
  /// What HTML wrote as `&amp;`, `&nbsp;` or `&#8217;`, as characters: in a text that is no
  /// HTML it is a slip of whoever took the text out of a page.
  ///
  /// What stands for nothing, and what stands for a control character, stays as it is.
  static func withoutEntities(_ text: [UInt8]) -> [UInt8] {
    let sign = UInt8(ascii: "&")
    guard let first = place(of: sign, in: text, from: 0) else { return text }
    var output = Array(text[..<first])
    var index = first
    while index < text.count {
      if let (scalar, length) = entity(at: index, in: text) {
        output.append(contentsOf: String(scalar).utf8)
        index += length
      } else {
        output.append(text[index])
        index += 1
      }
      let next = place(of: sign, in: text, from: index) ?? text.count
      output.append(contentsOf: text[index..<next])
      index = next
    }
    return output
  }

  private static func place(of byte: UInt8, in text: [UInt8], from start: Int) -> Int? {
    text.withUnsafeBufferPointer { ByteRuns.first(byte, in: $0, from: start) }
  }

  /// The longest name, `thetasym`, with its signs.
  private static let longest = 10

  private static func entity(at index: Int, in text: [UInt8]) -> (Unicode.Scalar, length: Int)? {
    let end = text[index...].prefix(longest).firstIndex(of: UInt8(ascii: ";"))
    guard let end, end > index + 1 else { return nil }
    let name = String(decoding: text[(index + 1)..<end], as: UTF8.self)
    let value: UInt32?
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      value = UInt32(name.dropFirst(2), radix: 16)
    } else if name.hasPrefix("#") {
      value = UInt32(name.dropFirst())
    } else {
      value = name == "apos" ? 0x27 : cm_entity(name)
    }
    guard let value, value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, end + 1 - index)
  }

  /// A blank behind the full stop that a sentence ends with and the next follows without one:
  /// “They met.The talks …”.
  ///
  /// Only between a word in small letters and one that begins with a capital, neither of which
  /// is part of an address.
  ///
  /// - Parameter text: scrubbed; see ``TextScrubber``.
  static func spaced(_ text: [UInt8]) -> [UInt8] {
    var places: [Int] = []
    text.withUnsafeBufferPointer { text in
      var index = 0
      while let stop = ByteRuns.first(UInt8(ascii: "."), in: text, from: index) {
        index = stop + 1
        if isGlued(text, stop) { places.append(index) }
      }
    }
    guard !places.isEmpty else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.count + places.count)
    var start = 0
    for place in places {
      output.append(contentsOf: text[start..<place])
      output.append(0x20)
      start = place
    }
    output.append(contentsOf: text[start...])
    return output
  }

  private static func isGlued(_ text: UnsafeBufferPointer<UInt8>, _ stop: Int) -> Bool {
    guard stop >= 3, stop + 2 < text.count, text[stop + 1].isASCIIUpper,
      text[stop - 1].isASCIILower, text[stop - 2].isASCIILower
    else { return false }
    let next = text[stop + 2]
    guard next.isASCIILower || next == 0x20 || next == UInt8(ascii: "'") else { return false }
    // The whole of what no blank parts: an address, a name of a file, a word with two stops.
    var start = stop
    while start > 0, text[start - 1] > 0x20, stop - start < 40 { start -= 1 }
    var end = stop + 1
    while end < text.count, text[end] > 0x20, end - stop < 40 { end += 1 }
    return !text[start..<end].contains { "/@:_&=".utf8.contains($0) }
      && !text[start..<stop].contains(UInt8(ascii: "."))
      && text[start..<stop].allSatisfy {
        $0 == 0x2D || $0 == 0x27 || $0 == 0x22 || $0 == 0x28
          || $0 == 0x2C || $0 >= 0x80 || $0.isASCIILetter
      }
      && !isSuffix(text[(stop + 1)..<end])
  }

  /// `Com` of “Booking.Com”.
  private static func isSuffix(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let letters = word.prefix(while: \.isASCIILetter).map(\.asciiLowercased)
    return ["com", "org", "net", "co", "gov", "edu", "io", "tv", "uk", "eu", "info"].contains {
      letters.elementsEqual($0.utf8)
    }
  }
}
