/// An address that a browser may be sent to: http or https, and nothing that could be taken for
/// anything else.
struct BrowserAddress: Hashable, Sendable {
  let text: String

  private static let longest = 2000

  init?(_ text: String) {
    let bytes = Array(text.utf8)
    let scheme = text.prefix { $0 != ":" }.lowercased()
    guard ["http", "https"].contains(scheme), text.dropFirst(scheme.count).hasPrefix("://"),
      bytes.count > scheme.count + 3, bytes.count <= Self.longest,
      bytes.allSatisfy({ (0x21..<0x7F).contains($0) || $0 >= 0x80 }),
      !text.unicodeScalars.contains(where: {
        [.control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator]
          .contains($0.properties.generalCategory)
      })
    else { return nil }
    self.text = text
  }

  /// The addresses in a text, each once, in their order.
  static func all(in text: String) -> [BrowserAddress] {
    var seen: Set<BrowserAddress> = []
    return text.split { $0.isWhitespace || "<>\"“”()[]".contains($0) }.compactMap { word in
      guard let start = word.firstRange(of: "http")?.lowerBound else { return nil }
      var found = word[start...]
      while let last = found.last, ".,;:!?'’".contains(last) { found.removeLast() }
      return BrowserAddress(String(found))
    }.filter { seen.insert($0).inserted }
  }
}
