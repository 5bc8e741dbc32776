/// A page of HTML as it is read: its paragraphs with the elements that they stand in.
final class PageSink: MarkupSink {
  /// A piece of text between two borders of blocks.
  struct Block {
    var text: [UInt8] = []
    /// How many bytes of it are links.
    var linked = 0
    var element: Int
    var isHeading = false
  }

  struct Element {
    var parent: Int
    var name: String
    /// The nearest element on the way up, itself included, that marks what is no article.
    var chrome: PageChrome?
    /// Whether the page says that this is the text of the article.
    var isBody = false
  }

  private(set) var elements = [Element(parent: -1, name: "", chrome: nil)]
  private(set) var blocks: [Block] = []
  private(set) var heads = PageHead()
  /// How many blocks stand before the main heading; nil without one.
  private(set) var headingPlace: Int?

  private var open = [0]
  private var block: Block?
  private var unseen = 0
  private var links = 0
  private var isInsideHeading = false
  private var isAfterBlank = true
  private var script: [UInt8]?
  private var documentTitle: [UInt8]?

  /// More elements than a page has: what comes after them belongs to the last one.
  private static let mostElements = 500_000

  override func start(_ name: String, space: String, _ attributes: MarkupAttributes) {
    push(name, attributes)
    switch name {
    case "html": heads.note(language: attributes["lang"])
    case "meta": heads.note(meta: attributes)
    case "link": heads.note(link: attributes)
    case "time": heads.note(time: attributes)
    case "title" where unseen <= 1: documentTitle = []
    case "script": script = attributes["type"] == "application/ld+json" ? [] : nil
    case "a": links += 1
    case "h1":
      isInsideHeading = true
      headingPlace = headingPlace ?? blocks.count
    default: break
    }
    if MarkupElement.unseen.contains(name) { unseen += 1 }
    if MarkupElement.blocks.contains(name) { endBlock() }
  }

  override func end(_ name: String, space: String) {
    if MarkupElement.blocks.contains(name) { endBlock() }
    if MarkupElement.unseen.contains(name) { unseen = max(0, unseen - 1) }
    switch name {
    case "a": links = max(0, links - 1)
    case "h1": isInsideHeading = false
    case "script":
      if let script { heads.note(linkedData: script) }
      script = nil
    case "title":
      if let documentTitle { heads.note(documentTitle: documentTitle) }
      documentTitle = nil
    default: break
    }
    if open.count > 1 { open.removeLast() }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    script?.append(contentsOf: bytes)
    documentTitle?.append(contentsOf: bytes)
    guard unseen == 0 else { return }
    var current = block ?? newBlock()
    // A second owner of the text would make each piece copy all that came before.
    block = nil
    let before = current.text.count
    for byte in bytes {
      let isBlank = byte <= 0x20
      if isBlank, isAfterBlank { continue }
      current.text.append(isBlank ? 0x20 : byte)
      isAfterBlank = isBlank
    }
    if links > 0 { current.linked += current.text.count - before }
    block = current
  }

  private func newBlock() -> Block {
    isAfterBlank = true
    let element = open[open.count - 1]
    // What stands in a piece of a line belongs to the block around it.
    var place = element
    while place > 0, !MarkupElement.blocks.contains(elements[place].name) {
      place = elements[place].parent
    }
    let name = elements[place].name
    return Block(element: place, isHeading: name.count == 2 && name.first == "h" && name != "hr")
  }

  private func endBlock() {
    guard var ended = block else { return }
    block = nil
    if ended.text.last == 0x20 { ended.text.removeLast() }
    if ended.text.isEmpty { return }
    if isInsideHeading { heads.note(heading: ended.text) }
    blocks.append(ended)
  }

  private func push(_ name: String, _ attributes: MarkupAttributes) {
    let parent = open[open.count - 1]
    guard elements.count < Self.mostElements else { return open.append(parent) }
    var element = Element(parent: parent, name: name, chrome: elements[parent].chrome)
    if element.chrome?.isCertain != true {
      element.chrome = PageChrome(of: name, attributes, inside: element.chrome)
    }
    element.isBody = attributes["itemprop"] == "articleBody"
    open.append(elements.count)
    elements.append(element)
  }
}
