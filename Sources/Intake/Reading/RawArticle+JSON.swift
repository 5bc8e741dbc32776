import EventData

extension RawArticle {
  /// An article as an object of JSON tells it, by the names of ``ArticleField``.
  init(path: String, fields: JSONLine) {
    self.init(path: path, text: fields.text(ArticleField.text.names) ?? [])
    if text.isEmpty, let html = fields.text(ArticleField.html.names) {
      text = MarkupText.plain(html)
    }
    if text.isEmpty { text = fields.text(ArticleField.summary.names) ?? [] }
    if MarkupText.isMarkup(text) {
      text = MarkupText.plain(text)
    }
    id = fields.string(ArticleField.id.names)
    title = fields.string(ArticleField.title.names)
    outlet = fields.string(ArticleField.outlet.names)
    url = fields.string(ArticleField.url.names)
    language = fields.string(ArticleField.language.names)
    authors = fields.strings(ArticleField.authors.names)
    published = fields.string(ArticleField.date.names).flatMap { DateReading.date($0) }
  }
}

extension JSONLine {
  /// The bytes of a string, or of the strings of a list, an empty line between them.
  fileprivate func text(_ names: [String]) -> [UInt8]? {
    switch value(names) {
    case .string(let text): return text
    case .array(let values):
      let paragraphs = values.compactMap { value -> [UInt8]? in
        guard case .string(let text) = value else { return nil }
        return text
      }
      return Array(paragraphs.joined(separator: [0x0A, 0x0A]))
    default: return nil
    }
  }

  /// A string or the spelling of a number, or the `name` of an object; nil when empty.
  fileprivate func string(_ names: [String]) -> String? { value(names).flatMap(\.name) }

  /// The same of every element of a list.
  fileprivate func strings(_ names: [String]) -> [String] {
    let value = value(names)
    if case .array(let elements) = value { return elements.compactMap(\.name) }
    return value.flatMap(\.name).map { [$0] } ?? []
  }
}

extension JSONLine.Value {
  fileprivate var name: String? {
    let bytes: [UInt8]
    switch self {
    case .string(let text), .number(let text): bytes = text
    case .object(let members):
      guard let name = members.last(where: { $0.name.elementsEqual("name".utf8) }),
        case .string(let text) = name.value
      else { return nil }
      bytes = text
    default: return nil
    }
    let text = Substring(decoding: bytes, as: UTF8.self).trimmingBlanks
    return text.isEmpty ? nil : String(text)
  }
}
