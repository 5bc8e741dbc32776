/// Tells which attributions stand in the content of another, whose speaker reports them.
enum InnerCues {
  /// - Parameter attributions: in the order of their cues.
  static func find(in attributions: [Attribution]) -> [Bool] {
    var contents: [(range: Range<Int>, owner: Int)] = []
    for owner in attributions.indices {
      for range in attributions[owner].content { contents.append((range, owner)) }
    }
    contents.sort { $0.range.lowerBound < $1.range.lowerBound }
    var isInner = Array(repeating: false, count: attributions.count)
    // Contents that have begun and not ended where the cue stands: few, however long the text.
    var open: [(range: Range<Int>, owner: Int)] = []
    var next = 0
    for place in attributions.indices {
      let cue = attributions[place].cue.lowerBound
      while next < contents.count, contents[next].range.lowerBound <= cue {
        open.append(contents[next])
        next += 1
      }
      if !open.isEmpty { open.removeAll { $0.range.upperBound <= cue } }
      if attributions[place].isRelayed { continue }
      isInner[place] = open.contains { _, owner in
        owner != place
          && !attributions[place].content.contains {
            $0.contains(attributions[owner].cue.lowerBound)
          }
      }
    }
    return isInner
  }
}
