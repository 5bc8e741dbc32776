/// The lines above the text of a letter, or of a part of one (RFC 5322, RFC 2045).
struct MailHeaders {
  private var fields: [(name: String, value: [UInt8])] = []
  /// Where the text begins.
  private(set) var end: Int

  /// - Parameter bytes: a letter from its first line on.
  init(_ bytes: ArraySlice<UInt8>) {
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let lineEnd = bytes[place...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[place..<lineEnd]
      place = min(lineEnd + 1, bytes.endIndex)
      if line.last == 0x0D { line.removeLast() }
      if line.isEmpty { break }
      if line[line.startIndex] == 0x20 || line[line.startIndex] == 0x09, !fields.isEmpty {
        fields[fields.count - 1].value += [0x20] + line.drop { $0 <= 0x20 }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        let name = String(decoding: line[..<colon].map(\.asciiLowercased), as: UTF8.self)
        fields.append((name, Array(line[(colon + 1)...].drop { $0 <= 0x20 })))
      }
    }
    end = place
  }

  /// The first field of that name, in lower case, its encoded words read; nil without one.
  subscript(name: String) -> String? {
    fields.first { $0.name == name }.map { MailWords.decoded($0.value) }
  }

  /// The value without its parameters, in lower case: `text/html`.
  func kind(_ name: String) -> String? {
    self[name].map { value in
      Substring(value.prefix { $0 != ";" }).trimmingBlanks.lowercased()
    }
  }

  /// `utf-8` of `Content-Type: text/plain; charset="utf-8"`.
  func parameter(_ parameter: String, of name: String) -> String? {
    guard let value = self[name] else { return nil }
    for piece in value.split(separator: ";").dropFirst() {
      let sides = piece.split(separator: "=", maxSplits: 1).map { Substring($0).trimmingBlanks }
      guard sides.count == 2, sides[0].lowercased() == parameter else { continue }
      return sides[1].hasPrefix("\"")
        ? String(sides[1].dropFirst().prefix { $0 != "\"" })
        : String(sides[1])
    }
    return nil
  }

  /// How many fields a letter is known by.
  static func known(in head: ArraySlice<UInt8>) -> Int {
    let headers = MailHeaders(head)
    return Set(headers.fields.map(\.name)).intersection(letter).count
  }

  private static let letter: Set<String> = [
    "from", "to", "subject", "date", "message-id", "mime-version", "received", "return-path",
    "delivered-to", "content-type", "reply-to", "list-id", "list-unsubscribe", "dkim-signature",
    "content-transfer-encoding", "sender",
  ]
}

/// The encoded words of headers (RFC 2047): `=?utf-8?Q?Caf=C3=A9?=`.
enum MailWords {
  static func decoded(_ value: [UInt8]) -> String {
    let text = String(decoding: CharacterDecoding.utf8(from: value), as: UTF8.self)
    var output = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "=?") {
      let parts = rest[open.upperBound...].split(
        separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].hasPrefix("="),
        let word = word(charset: parts[0], form: parts[1], parts[2])
      else {
        output += rest[..<open.upperBound]
        rest = rest[open.upperBound...]
        continue
      }
      // Blanks between two encoded words stand for nothing.
      let between = rest[..<open.lowerBound]
      if output.isEmpty || between.contains(where: { $0 != " " }) { output += between }
      output += word
      rest = parts[3].dropFirst()
    }
    return output + rest
  }

  private static func word(
    charset: Substring, form: Substring, _ text: Substring
  ) -> String? {
    let bytes: [UInt8]
    switch form.lowercased() {
    case "b": bytes = TransferEncoding.base64(text.utf8)
    case "q":
      bytes = TransferEncoding.quotedPrintable(text.utf8.map { $0 == 0x5F ? 0x20 : $0 })
    default: return nil
    }
    let name = charset.prefix { $0 != "*" }
    return (try? CharacterDecoding.utf8(from: bytes, declared: Charset(named: String(name))))
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
