import EventData

/// A text that is being cleaned: its blocks, and what was decided about each.
///
/// A block is a line of the input, or the lines of one hard-wrapped paragraph. Every
/// line that is not empty belongs to exactly one block, so that nothing can be lost.
struct Page {
  /// Scrubbed text; see ``TextScrubber``.
  let bytes: [UInt8]
  let blocks: [Block]
  var verdicts: [Verdict?]
  /// The block that is the title, where the text holds it.
  var title: Int?
  let outlets: OutletNames

  /// Whether most of the text ends with a full stop. Where it does not, the absence of
  /// one says nothing about a line.
  private(set) var isPunctuated = true

  /// The first paragraph of the article proper, as far as is decided. Kept, as rules ask
  /// for it at every line.
  private(set) var firstProse: Int?

  /// - Parameter scrubbed: what ``TextScrubber`` made.
  init(scrubbed: [UInt8], outlets: OutletNames = .none) {
    var bytes = scrubbed
    let paragraphs = Paragraphs.find(in: &bytes)
    self.bytes = bytes
    self.outlets = outlets
    blocks = paragraphs.map { Block(range: $0.range, group: $0.group, in: bytes) }
    verdicts = Array(repeating: nil, count: blocks.count)
  }

  /// Finds the first paragraph again, after something was decided.
  mutating func findFirstProse() {
    firstProse = blocks.indices.first(where: isProse)
  }

  /// Finds out whether the page is punctuated, from what is no furniture so far.
  mutating func weighPunctuation() {
    let said = blocks.indices.filter { blocks[$0].words >= 4 && !isFurniture($0) }
    let all = said.reduce(0) { $0 + blocks[$1].range.count }
    let closed = said.reduce(0) { $0 + (blocks[$1].endsSentence ? blocks[$1].range.count : 0) }
    isPunctuated = closed * 2 >= all
  }

  /// What was decided about a block.
  enum Verdict: Hashable {
    case content, heading
    case furniture(Furniture.Kind)
  }

  func text(_ index: Int) -> String { String(decoding: bytes[blocks[index].range], as: UTF8.self) }

  /// The beginning of a block; a character that is cut reads as U+FFFD.
  func text(_ index: Int, prefix: Int) -> String {
    String(decoding: bytes[blocks[index].range.prefix(prefix)], as: UTF8.self)
  }

  func isFurniture(_ index: Int) -> Bool {
    guard blocks.indices.contains(index), case .furniture = verdicts[index] else { return false }
    return true
  }

  func isFurniture(_ index: Int, _ kinds: Set<Furniture.Kind>) -> Bool {
    guard blocks.indices.contains(index), case .furniture(let kind) = verdicts[index] else {
      return false
    }
    return kinds.contains(kind)
  }

  /// A block that nothing claims and that reads as a paragraph of the article.
  func isProse(_ index: Int) -> Bool {
    blocks.indices.contains(index) && index != title && !isFurniture(index)
      && blocks[index].isProse
  }

  /// A short block that does not end a sentence, and that is still open to judgement.
  func isOpenLine(_ index: Int) -> Bool {
    blocks.indices.contains(index) && index != title && verdicts[index] == nil
      && blocks[index].isLine
  }

  /// Whether a block stands before the article proper.
  func isHead(_ index: Int) -> Bool { firstProse.map { index < $0 } ?? true }

  /// The next block after one that is no furniture.
  func next(after index: Int) -> Int? {
    blocks.indices.dropFirst(index + 1).first { !isFurniture($0) }
  }

  func previous(before index: Int) -> Int? {
    blocks.indices.prefix(index).last { !isFurniture($0) }
  }
}
