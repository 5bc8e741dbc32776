/// Takes the articles out of a JSON document, piece by piece, without holding all of it.
///
/// An article is an element of the outermost array, or of the array that a member of the
/// outermost object holds under a name such as `articles`. Only brackets and strings are looked
/// at: whether an element is JSON shows when it is read.
struct JSONElements {
  struct Element {
    /// Nil when there were more than the limit.
    var bytes: [UInt8]?
    /// Where it begins, from 1.
    var line: Int
  }

  /// Under which names services hand over articles.
  private static let lists: Set<String> = [
    "articles", "items", "data", "results", "docs", "documents", "entries", "news", "stories",
    "hits", "records",
  ]

  private let limit: Int
  /// The brackets that are open.
  private var open: [UInt8] = []
  /// How many are open around an element; nil while no list is known.
  private var listDepth: Int?
  /// Whether the list has ended: behind it comes nothing that is an article.
  private var isOver = false
  private var isString = false
  private var isEscaped = false
  /// The last string at the depth of the outermost object, which may name a list.
  private var name: [UInt8] = []
  private var line = 1

  private var element: [UInt8] = []
  private var elementLine = 1
  private var isElement = false
  private var isTooLong = false

  init(limit: Int = .max) {
    self.limit = limit
  }

  /// Whether articles are what comes next.
  var isInsideList: Bool { listDepth != nil }

  /// The elements that these bytes complete.
  mutating func elements(in bytes: ArraySlice<UInt8>) -> [Element] {
    var elements: [Element] = []
    for byte in bytes {
      if byte == 0x0A { line += 1 }
      if isElement { keep(byte) }
      if isString {
        readString(byte)
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        isString = true
        if open.count == 1 { name = [] }
      case UInt8(ascii: "{"), UInt8(ascii: "["): opened(byte)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if let element = closed() { elements.append(element) }
      default: break
      }
    }
    return elements
  }

  /// What is left at the end: the element that is not complete, or the document itself when it
  /// was one object and no list.
  mutating func rest(hadElements: Bool) -> Element? {
    guard isElement || !element.isEmpty && !hadElements else { return nil }
    return Element(bytes: isTooLong ? nil : element, line: elementLine)
  }

  private mutating func readString(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isString = false
    } else if open.count == 1, listDepth == nil, name.count < 32 {
      name.append(byte.asciiLowercased)
    }
  }

  private mutating func keep(_ byte: UInt8) {
    if element.count < limit { element.append(byte) } else { isTooLong = true }
  }

  private mutating func begin(_ byte: UInt8) {
    element = [byte]
    elementLine = line
    isElement = true
    isTooLong = false
  }

  private mutating func opened(_ byte: UInt8) {
    let isList =
      byte == UInt8(ascii: "[") && listDepth == nil
      && (open.isEmpty || open.count == 1 && isNamedList)
    open.append(byte)
    if isOver { return }
    if isList {
      listDepth = open.count
      // What was kept of an object around the list is no article.
      element = []
      isElement = false
    } else if let listDepth {
      if open.count == listDepth + 1, !isElement { begin(byte) }
    } else if open.count == 1 {
      begin(byte)
    }
  }

  private var isNamedList: Bool {
    Self.lists.contains(String(decoding: name, as: UTF8.self))
  }

  private mutating func closed() -> Element? {
    guard !open.isEmpty else { return nil }
    open.removeLast()
    if isOver { return nil }
    if let listDepth, open.count < listDepth {
      isOver = true
      return nil
    }
    guard isElement, open.count == (listDepth ?? 0) else { return nil }
    isElement = false
    defer { element = [] }
    return Element(bytes: isTooLong ? nil : element, line: elementLine)
  }
}
