/// How a terminal of a certain depth shows a style.
package struct Rendition: Hashable, Sendable {
  /// Numbers of colours, -1 for the terminal's own.
  package let foreground: Int
  package let background: Int
  package let attributes: Attributes
}

extension Style {
  /// Contrast below which a pair of colours is given up, after WCAG 2.1 (large text).
  static let leastContrast = 3.0

  /// The style with the nearest colours that the terminal has.
  ///
  /// Two colours that come out too alike, or a background where there are no colours, turn
  /// into reverse video: what stood out still does.
  package func rendition(for depth: ColorDepth) -> Rendition {
    let reversed = Rendition(
      foreground: -1, background: -1, attributes: attributes.union(.reverse))
    if depth == .none {
      return background == .terminal
        ? Rendition(foreground: -1, background: -1, attributes: attributes) : reversed
    }
    var front = foreground.number(for: depth)
    let back = background.number(for: depth)
    // Eight colours have no grey that shows on white as on black: the terminal's own does.
    if depth == .eight, back == -1, foreground.number(for: .sixteen) == 8 { front = -1 }
    if front >= 0, back >= 0, depth <= .sixteen {
      let pair = (Color.indexed(UInt8(front)), Color.indexed(UInt8(back)))
      if pair.0.contrast(with: pair.1) < Style.leastContrast { return reversed }
    }
    return Rendition(foreground: front, background: back, attributes: attributes)
  }
}

extension Color {
  /// The ratio of the two luminances, from 1 to 21, after WCAG 2.1.
  package func contrast(with other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// Relative luminance, from 0 to 1; the curve of sRGB is taken as a square, which is
  /// within 0.03 of it.
  private var luminance: Double {
    func linear(_ part: Int) -> Double { Double(part * part) / (255 * 255) }
    let (red, green, blue) = components
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
