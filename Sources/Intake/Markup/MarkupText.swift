/// The text of a piece of HTML, as feeds and letters hold it: its paragraphs, a line each.
enum MarkupText {
  /// Whether a text of a data set is HTML: it has the end of a paragraph, or line breaks.
  static func isMarkup(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      var place = 0
      while let sign = ByteRuns.first(UInt8(ascii: "<"), in: bytes, from: place) {
        let rest = bytes[(sign + 1)...].prefix(4).map(\.asciiLowercased)
        if ["/p>", "br>", "br/", "br "].contains(where: { rest.starts(with: $0.utf8) }) {
          return true
        }
        place = sign + 1
      }
      return false
    }
  }

  /// - Parameter html: UTF-8; comes back as it is where no HTML can be read.
  static func plain(_ html: some Collection<UInt8>) -> [UInt8] {
    guard HTMLParser.isInstalled else { return Array(html) }
    let sink = PlainTextSink()
    HTMLParser.read(html, into: sink)
    return sink.lines
  }

  /// The same on one line; text without a sign of HTML stays as it is.
  static func line(_ text: [UInt8]) -> String {
    let bytes =
      text.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
      ? plain(text) : text
    let words = bytes.split { $0 <= 0x20 }
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }
}

/// Writes what a reader of the page would see, without its looks.
private final class PlainTextSink: MarkupSink {
  private(set) var lines: [UInt8] = []
  /// How many elements are open whose content nobody sees.
  private var hidden = 0
  private var isAfterBlank = true

  override func start(_ name: String, space: String, _ attributes: MarkupAttributes) {
    if MarkupElement.unseen.contains(name) { hidden += 1 }
    if MarkupElement.blocks.contains(name) { endLine() }
  }

  override func end(_ name: String, space: String) {
    if MarkupElement.unseen.contains(name) { hidden = max(0, hidden - 1) }
    if MarkupElement.blocks.contains(name) { endLine() }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard hidden == 0 else { return }
    for byte in bytes {
      let isBlank = byte <= 0x20
      if isBlank, isAfterBlank { continue }
      lines.append(isBlank ? 0x20 : byte)
      isAfterBlank = isBlank
    }
  }

  private func endLine() {
    if lines.last == 0x20 { lines.removeLast() }
    if let last = lines.last, last != 0x0A { lines.append(0x0A) }
    isAfterBlank = true
  }
}

/// What elements of HTML are to a reader.
enum MarkupElement {
  /// Their content is no text of the page.
  static let unseen: Set<String> = [
    "script", "style", "noscript", "template", "svg", "math", "head", "title", "iframe", "object",
    "select", "textarea", "button", "audio", "video", "canvas", "map", "datalist",
  ]

  /// They begin and end a line.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details",
    "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
    "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
  ]
}
