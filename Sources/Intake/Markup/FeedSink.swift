/// One entry of a feed, as far as an article is made of it.
struct FeedItem {
  var title: [UInt8] = []
  /// The whole text, as HTML or as plain text.
  var content: [UInt8] = []
  var summary: [UInt8] = []
  var link: String?
  var id: String?
  var date: String?
  /// What it gives when nothing says when it was published.
  var updated: String?
  var outlet: String?
  var language: String?
  var authors: [String] = []
  /// Where it lies among the bytes that were read; the start is somewhere in its first tag.
  var place = 0..<0
}

/// Hears a feed (RSS 0.9x, 1.0 and 2.0, Atom) and keeps the entries that are complete.
///
/// Names are told apart by their namespace where more than one vocabulary has them.
final class FeedSink: MarkupSink {
  /// Complete entries that nobody has taken yet.
  var items: [FeedItem] = []
  private(set) var title: [UInt8] = []
  private(set) var language: String?
  /// Asked for the number of bytes that have been read.
  var place: () -> Int = { 0 }

  /// Where the entry began that is not complete.
  var openPlace: Int? { item?.place.lowerBound }

  private let limit: Int
  private var depth = 0
  private var item: FeedItem?
  private var itemDepth = 0
  private var field: Field?
  private var fieldDepth = 0
  private var value: [UInt8] = []
  /// Whether the elements inside the field are part of its text (Atom's XHTML).
  private var keepsMarkup = false

  /// - Parameter limit: how many bytes of a field are kept.
  init(limit: Int) {
    self.limit = limit
  }

  fileprivate enum Field {
    case title, content, summary, link, id, date, updated, outlet, language, author
    case feedTitle, feedLanguage
  }

  override func start(_ name: String, space: String, _ attributes: MarkupAttributes) {
    depth += 1
    if field != nil {
      if keepsMarkup { append("<\(name)>") }
      // Atom's authors have a name, an address and a page.
      if field == .author, name == "name" { (fieldDepth, value) = (depth, []) }
      return
    }
    if name == "item" || name == "entry", item == nil {
      item = FeedItem()
      item?.language = attributes["lang"]
      itemDepth = depth
      let start = place()
      item?.place = start..<start
      return
    }
    if depth == 1 { language = attributes["lang"] }
    if item == nil {
      // Below the root, or below the channel of RSS.
      field = depth <= 3 ? Self.feedField(name, space) : nil
    } else if depth == itemDepth + 1 {
      if name == "link", let address = attributes["href"] {
        note(link: address, relation: attributes["rel"])
      } else {
        field = Self.field(name, space)
      }
    }
    guard field != nil else { return }
    fieldDepth = depth
    value = []
    keepsMarkup = attributes["type"] == "xhtml"
  }

  override func end(_ name: String, space: String) {
    defer { depth -= 1 }
    if let field {
      guard depth == fieldDepth else {
        if keepsMarkup { append("</\(name)>") }
        return
      }
      set(field)
      self.field = nil
    } else if depth == itemDepth, var complete = item {
      let start = complete.place.lowerBound
      complete.place = start..<max(start, place())
      items.append(complete)
      item = nil
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard field != nil, value.count < limit else { return }
    guard keepsMarkup else { return value.append(contentsOf: bytes) }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: "&"): append("&amp;")
      default: value.append(byte)
      }
    }
  }

  private func append(_ text: String) { value.append(contentsOf: text.utf8) }

  private func note(link: String, relation: String?) {
    if relation == nil || relation == "alternate", item?.link == nil { item?.link = link }
  }

  private static func feedField(_ name: String, _ space: String) -> Field? {
    switch name {
    case "title" where !space.contains("mrss"): .feedTitle
    case "language": .feedLanguage
    default: nil
    }
  }

  private static func field(_ name: String, _ space: String) -> Field? {
    // Pictures and sounds have titles and descriptions of their own.
    if space.contains("search.yahoo.com/mrss") || space.contains("itunes") { return nil }
    return switch name {
    case "title": .title
    case "encoded", "content": .content
    case "description", "summary": .summary
    case "link": .link
    case "guid", "id", "identifier": .id
    case "pubDate", "published", "issued", "created", "date": .date
    case "updated", "modified": .updated
    case "source": .outlet
    case "language": .language
    case "creator", "author": .author
    default: nil
    }
  }

  private func set(_ field: Field) {
    let text = MarkupText.line(value)
    switch field {
    case .feedTitle: if title.isEmpty { title = value }
    case .feedLanguage: language = language ?? text
    default: item?.set(field, to: text, value)
    }
  }
}

extension FeedItem {
  /// The first of several wins, the longest of texts.
  fileprivate mutating func set(_ field: FeedSink.Field, to text: String, _ value: [UInt8]) {
    func first(_ old: String?) -> String? { old ?? (text.isEmpty ? nil : text) }
    switch field {
    case .title: if title.isEmpty { title = value }
    case .content: if content.count < value.count { content = value }
    case .summary: if summary.count < value.count { summary = value }
    case .link: link = first(link)
    case .id: id = first(id)
    case .date: date = first(date)
    case .updated: updated = first(updated)
    case .outlet: outlet = first(outlet)
    case .language: language = first(language)
    case .author: if !text.isEmpty { authors.append(text) }
    case .feedTitle, .feedLanguage: break
    }
  }
}
