/// A list of feeds in OPML, the form in which readers of feeds hand them to each other.
package enum FeedList {
  package struct Entry: Hashable, Sendable {
    package var url: String
    package var title: String?

    package init(url: String, title: String? = nil) {
      self.url = url
      self.title = title
    }
  }

  /// The feeds of a list, folders within folders, each once.
  ///
  /// - Throws: ``InputError/Reason/notXML(message:)`` when nothing can be read of it.
  package static func read(_ bytes: [UInt8], path: String) throws(InputError) -> [Entry] {
    let sink = OutlineSink()
    guard
      let decoder = Charset(declaredIn: bytes).map({ CharsetDecoder($0) }) ?? CharsetDecoder(.utf8)
    else {
      throw InputError(path: path, .notXML(message: "its encoding is not known"))
    }
    let parser: XMLParser
    do {
      parser = try XMLParser(sink)
    } catch {
      throw InputError(path: path, error)
    }
    var open = decoder
    let text = open.decode(
      bytes.starts(with: utf8Mark) ? Array(bytes.dropFirst(3)) : bytes,
      isLast: true)
    let problem = parser.feed(text, isLast: true)
    if let problem, sink.entries.isEmpty {
      throw InputError(path: path, line: problem.line, problem.reason)
    }
    var seen: Set<String> = []
    return sink.entries.filter { seen.insert($0.url).inserted }
  }

  /// The same list as OPML 2.0.
  package static func write(_ entries: [Entry]) -> String {
    let outlines = entries.map { entry in
      let title = escaped(entry.title ?? entry.url)
      return "    <outline type=\"rss\" text=\"\(title)\" xmlUrl=\"\(escaped(entry.url))\"/>\n"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <opml version="2.0">
        <head><title>Feeds of brink</title></head>
        <body>
      \(outlines.joined())  </body>
      </opml>

      """
  }

  private static func escaped(_ text: String) -> String {
    text.filter { !$0.isNewline && $0 != "\u{0}" }.replacing("&", with: "&amp;")
      .replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}

private final class OutlineSink: MarkupSink {
  private(set) var entries: [FeedList.Entry] = []

  override func start(_ name: String, space: String, _ attributes: MarkupAttributes) {
    guard name.lowercased() == "outline" else { return }
    if let url = attributes["xmlUrl"] ?? attributes["xmlurl"], !url.isEmpty {
      entries.append(FeedList.Entry(url: url, title: attributes["title"] ?? attributes["text"]))
    }
  }
}
