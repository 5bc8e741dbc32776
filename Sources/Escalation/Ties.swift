/// Things that are tied to each other, directly or through others.
struct Ties {
  private var parents: [Int]

  init(_ count: Int) {
    parents = Array(0..<count)
  }

  /// Ties the elements that have the same key; those without one stay alone.
  mutating func tie<Element, Key: Hashable>(_ elements: [Element], by key: (Element) -> Key?) {
    var first: [Key: Int] = Dictionary(minimumCapacity: elements.count)
    for (index, element) in elements.enumerated() {
      guard let key = key(element) else { continue }
      if let other = first[key] { join(index, other) } else { first[key] = index }
    }
  }

  /// The elements that are tied to others, and those that stayed alone.
  func parted<Element>(_ elements: [Element]) -> (groups: [[Element]], alone: [Element]) {
    let representatives = elements.indices.map(representative)
    var counts = Array(repeating: 0, count: elements.count)
    for representative in representatives { counts[representative] += 1 }
    var groups: [Int: [Element]] = [:]
    var alone: [Element] = []
    for (element, representative) in zip(elements, representatives) {
      if counts[representative] == 1 {
        alone.append(element)
      } else {
        groups[representative, default: []].append(element)
      }
    }
    return (groups.sorted { $0.key < $1.key }.map(\.value), alone)
  }

  private func representative(of index: Int) -> Int {
    var index = index
    while parents[index] != index { index = parents[index] }
    return index
  }

  /// The lower index represents both.
  private mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (representative(of: a), representative(of: b))
    parents[max(a, b)] = min(a, b)
  }
}

extension Array {
  package func parted(by isFirst: (Element) -> Bool) -> (first: [Element], second: [Element]) {
    var parts: (first: [Element], second: [Element]) = ([], [])
    for element in self {
      if isFirst(element) { parts.first.append(element) } else { parts.second.append(element) }
    }
    return parts
  }
}
