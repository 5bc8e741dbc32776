extension Color {
  /// The number by which a terminal of that depth knows the colour, -1 for its own.
  ///
  /// The nearest colour is taken where it has no such one; for ``ColorDepth/direct`` the
  /// number is 0xRRGGBB.
  package func number(for depth: ColorDepth) -> Int {
    guard self != .terminal, depth != .none else { return -1 }
    switch (self, depth) {
    case (.indexed(let index), .indexed): return Int(index)
    // Terminals with direct colour keep the first eight numbers for the user's own.
    case (.indexed(let index), .direct) where index < 8: return Int(index)
    case (.indexed(let index), .sixteen) where index < 16: return Int(index)
    case (.indexed(let index), .eight) where index < 16: return index == 8 ? 7 : Int(index % 8)
    default: break
    }
    let (red, green, blue) = components
    switch depth {
    case .direct: return max(8, red << 16 | green << 8 | blue)
    case .indexed: return Color.nearest(to: (red, green, blue), among: 16..<256)
    case .sixteen: return Color.nearest(to: (red, green, blue), among: 0..<16)
    default:
      // Bright black is no colour of eight, and black would vanish: white is the nearest.
      let index = Color.nearest(to: (red, green, blue), among: 0..<16)
      return index == 8 ? 7 : index % 8
    }
  }

  /// Red, green and blue from 0 to 255; xterm's values for the numbered ones.
  package var components: (red: Int, green: Int, blue: Int) {
    switch self {
    case .terminal: (0, 0, 0)
    case .rgb(let red, let green, let blue): (Int(red), Int(green), Int(blue))
    case .indexed(let index): Color.components(ofIndex: Int(index))
    }
  }

  private static func components(ofIndex index: Int) -> (red: Int, green: Int, blue: Int) {
    if index < 16 { return basic[index] }
    if index >= 232 {
      let grey = 8 + (index - 232) * 10
      return (grey, grey, grey)
    }
    let cube = index - 16
    return (steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
  }

  private static func nearest(
    to wanted: (red: Int, green: Int, blue: Int), among indices: Range<Int>
  ) -> Int {
    // Weights for how strongly the eye tells the three apart.
    func distance(_ index: Int) -> Int {
      let found = components(ofIndex: index)
      let (red, green, blue) = (
        wanted.red - found.red, wanted.green - found.green, wanted.blue - found.blue
      )
      return 3 * red * red + 6 * green * green + blue * blue
    }
    return indices.min { distance($0) < distance($1) } ?? indices.lowerBound
  }

  private static let steps = [0, 95, 135, 175, 215, 255]
  private static let basic = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
    (0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]
}
