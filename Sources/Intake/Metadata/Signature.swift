/// The name with which a publisher signs a text.
enum Signature {
  /// The agency of a dateline at the beginning of a paragraph; nil without one.
  ///
  ///     (Example Wire) -- The talks …              Example Wire
  ///     OSLO, Jan 26 (Example Wire) - The talks …  Example Wire
  ///     Oslo EBN — The talks …                     EBN, if it is a known outlet
  static func agency(ofDateline text: some StringProtocol, outlets: OutletNames) -> String? {
    let mayHoldDateline =
      text.utf8.withContiguousStorageIfAvailable { Self.mayHoldDateline($0) }
      ?? Self.mayHoldDateline(text.utf8)
    guard mayHoldDateline else { return nil }
    let head = text.prefix(reach)
    if let open = head.firstIndex(of: "("), let close = head[open...].firstIndex(of: ")") {
      let rest = head[head.index(after: close)...].drop { $0 == " " }
      let name = head[open..<close].dropFirst()
      if rest.first.map(isDash) == true, isName(name, atMost: 4) {
        return outlets.signed(String(name)) ?? String(name)
      }
    }
    guard let dash = head.firstIndex(where: { $0 != "-" && isDash($0) }) else { return nil }
    let words = head[..<dash].split(separator: " ")
    guard (1...5).contains(words.count), let last = words.last else { return nil }
    // A place alone looks the same, so that only a table can tell.
    return outlets.signed(String(last))
  }

  /// Who owns the text: `© 2022 Example News L.P.` is of Example News.
  static func owner(ofCopyright line: some StringProtocol) -> String? {
    var words = Substring(line).split { $0 == " " || $0 == "\u{A9}" || $0 == "," || $0 == "|" }
    while let first = words.first, !isName(first, atMost: 1) || isNotice(first) {
      words.removeFirst()
    }
    var name: [Substring] = []
    for word in words {
      if isNotice(word) || !isName(word, atMost: 1) && word != "&" && word != "of" { break }
      if companies.contains(word.lowercased()) { break }
      name.append(word)
      if word.hasSuffix("."), word.utf8.count > 4 { break }
    }
    let owner = name.joined(separator: " ")
    let trimmed = owner.last == "." ? owner.dropLast() : owner[...]
    return isName(trimmed, atMost: 5) ? String(trimmed) : nil
  }

  /// How far into a paragraph a dateline may reach, in characters.
  private static let reach = 80

  /// A quick look: a dateline has a bracket, or a dash (U+2013, U+2014) that is no hyphen.
  private static func mayHoldDateline(_ text: some Collection<UInt8>) -> Bool {
    var window: UInt32 = 0
    return text.contains { byte in
      window = window << 8 & 0xFF_FF00 | UInt32(byte)
      return byte == UInt8(ascii: "(") || window == 0xE2_8093 || window == 0xE2_8094
    }
  }

  private static func isDash(_ character: Character) -> Bool {
    character == "-" || character == "\u{2013}" || character == "\u{2014}"
  }

  private static func isNotice(_ word: some StringProtocol) -> Bool {
    ["copyright", "(c)", "c", "all", "by", "the"].contains(word.lowercased())
  }

  private static let companies: Set<String> = [
    "l.p.", "lp", "llc", "inc", "inc.", "ltd", "ltd.", "plc", "corp", "corp.", "gmbh", "ag",
  ]

  /// Words that all begin with a capital, without digits.
  private static func isName(_ text: some StringProtocol, atMost count: Int) -> Bool {
    let words = text.split(separator: " ")
    return (1...count).contains(words.count)
      && words.allSatisfy { word in
        (word.first?.isUppercase == true || word == "of" || word == "the" || word == "&")
          && !word.contains { $0.isNumber }
      }
  }
}
