/// What JSON-LD (schema.org) says of the article of a page.
struct LinkedData {
  private(set) var headline: String?
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var url: String?
  private(set) var publisher: String?
  private(set) var language: String?
  private(set) var authors: [String] = []
  /// The text of the article; some give it whole.
  private(set) var body: String?

  /// Takes what a script holds; what is no JSON is passed over.
  mutating func add(_ script: [UInt8]) {
    var scanner = JSONScanner(script)
    guard let value = try? scanner.value(depth: 0) else { return }
    add(value)
  }

  private mutating func add(_ value: JSONLine.Value) {
    switch value {
    case .array(let values): for value in values { add(value) }
    case .object(let members):
      if Self.isArticle(members["@type"]) {
        take(members)
      } else if let graph = members["@graph"] ?? members["mainEntity"] {
        add(graph)
      }
    default: break
    }
  }

  private static func isArticle(_ type: JSONLine.Value?) -> Bool {
    type?.names.contains { name in
      name.hasSuffix("Article") || name.hasSuffix("BlogPosting") || name == "Report"
    } ?? false
  }

  private mutating func take(_ members: [JSONLine.Member]) {
    func first(_ name: String) -> String? { members[name]?.names.first }
    headline = headline ?? first("headline")
    published = published ?? first("datePublished") ?? first("dateCreated")
    modified = modified ?? first("dateModified")
    url = url ?? first("url") ?? first("mainEntityOfPage")
    publisher = publisher ?? first("publisher")
    language = language ?? first("inLanguage")
    body = body ?? first("articleBody")
    if authors.isEmpty { authors = members["author"]?.names ?? [] }
  }
}

extension [JSONLine.Member] {
  fileprivate subscript(name: String) -> JSONLine.Value? {
    first { $0.name.elementsEqual(name.utf8) }?.value
  }
}

extension JSONLine.Value {
  /// A string, the name or the id of an object, or those of a list.
  fileprivate var names: [String] {
    switch self {
    case .string(let text): [String(decoding: text, as: UTF8.self)]
    case .array(let values): values.flatMap(\.names)
    case .object(let members): (members["name"] ?? members["@id"])?.names ?? []
    default: []
    }
  }
}
