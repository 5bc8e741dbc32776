/// Finds the paragraphs of the article among all the text of a page.
///
/// Paragraphs vote for the elements that they stand in: the more they say, the more, and links
/// say nothing. The element that wins is the article, together with its neighbours that are
/// like it. No site is known by name.
struct PageBody {
  let blocks: [PageSink.Block]
  let elements: [PageSink.Element]
  /// How many blocks stand before the main heading.
  let headingPlace: Int?

  /// What is shorter is a label, not a paragraph; in bytes.
  private static let shortest = 25

  /// The article, one line a block; empty when the page has no text.
  func lines() -> [UInt8] {
    // A page may call its text by an unlucky name: then names are not listened to.
    let strict = chosen(mindsNames: true)
    let lenient = chosen(mindsNames: false)
    let blocks = size(strict) * 3 >= size(lenient) ? strict : lenient
    var lines: [UInt8] = []
    for index in trimmed(blocks) {
      lines += self.blocks[index].text
      lines.append(0x0A)
    }
    return lines
  }

  private func size(_ chosen: [Int]) -> Int { chosen.reduce(0) { $0 + blocks[$1].text.count } }

  /// What is left without headings that head nothing.
  private func trimmed(_ chosen: [Int]) -> [Int] {
    var chosen = chosen
    while let last = chosen.last, blocks[last].isHeading { chosen.removeLast() }
    return chosen
  }

  private func chosen(mindsNames: Bool) -> [Int] {
    let candidates = blocks.indices.filter { index in
      !isChrome(blocks[index].element, mindsNames)
    }
    let scores = scores(of: candidates)
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] > 0 else {
      return []
    }
    let parts = parts(around: best, scores)
    return candidates.filter { index in
      let block = blocks[index]
      if block.linked * 2 > block.text.count, block.text.count < 200 { return false }
      if let headingPlace, index < headingPlace, !block.isHeading { return false }
      return isInside(block.element, parts)
    }
  }

  private func isChrome(_ element: Int, _ mindsNames: Bool) -> Bool {
    guard let chrome = elements[element].chrome else { return false }
    return mindsNames || chrome.isCertain
  }

  /// What the paragraphs of an element are worth: all of its own, half of those one level
  /// below, a quarter of those below that.
  private func scores(of candidates: [Int]) -> [Double] {
    var scores = [Double](repeating: 0, count: elements.count)
    for index in candidates {
      let block = blocks[index]
      let said = block.text.count - block.linked
      guard said >= Self.shortest, said * 2 > block.text.count, !block.isHeading else { continue }
      let commas = block.text.count { $0 == UInt8(ascii: ",") }
      var worth = 1 + Double(min(commas, 10)) + Double(min(said, 600)) / 60
      var place = container(of: block.element)
      if isMarkedBody(place) { worth *= 2 }
      for _ in 0..<3 where place > 0 {
        scores[place] += worth
        worth /= 2
        place = elements[place].parent
      }
    }
    return scores
  }

  /// The element around a paragraph, or around the item of a list.
  private func container(of element: Int) -> Int {
    var place = element
    while place > 0, Self.leaves.contains(elements[place].name) { place = elements[place].parent }
    return max(place, 0)
  }

  private static let leaves: Set<String> = [
    "p", "li", "ul", "ol", "blockquote", "pre", "br", "h1", "h2", "h3", "h4", "h5", "h6", "dd",
    "dt", "dl",
  ]

  private func isMarkedBody(_ element: Int) -> Bool {
    var place = element
    while place > 0 {
      if elements[place].isBody { return true }
      place = elements[place].parent
    }
    return false
  }

  /// The best element, and the children of the one around it that are worth a fifth as much:
  /// a text may be parted by what stands in its middle.
  private func parts(around best: Int, _ scores: [Double]) -> Set<Int> {
    let around = elements[best].parent
    guard around > 0 else { return [best] }
    var parts: Set<Int> = [best]
    for index in elements.indices where elements[index].parent == around {
      if scores[index] >= max(10, scores[best] / 5), elements[index].name == elements[best].name {
        parts.insert(index)
      }
    }
    return parts
  }

  private func isInside(_ element: Int, _ parts: Set<Int>) -> Bool {
    var place = element
    while place > 0 {
      if parts.contains(place) { return true }
      place = elements[place].parent
    }
    return false
  }
}
