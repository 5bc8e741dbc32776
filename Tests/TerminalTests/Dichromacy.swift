import Terminal

/// How colours look to eyes that lack one kind of cones, after Machado, Oliveira and Fernandes,
/// “A Physiologically-based Model for Simulation of Color Vision Deficiency”, 2009.
enum Dichromacy: CaseIterable {
  case protanopia, deuteranopia

  private var matrix: [[Double]] {
    switch self {
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    }
  }

  /// The distance of two colours as they are seen, in CIELAB (ΔE 1976); 2 can just be seen.
  func difference(_ a: Color, _ b: Color) -> Double {
    zip(lab(a), lab(b)).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }

  private func lab(_ color: Color) -> [Double] {
    let (red, green, blue) = color.components
    // The curve of sRGB, taken as a square.
    let light = [red, green, blue].map { Double($0 * $0) / (255 * 255) }
    let seen = matrix.map { row in min(1, max(0, zip(row, light).map(*).reduce(0, +))) }
    func sum(_ weights: Double...) -> Double { zip(weights, seen).map(*).reduce(0, +) }
    let x = cubeRoot(sum(0.4124, 0.3576, 0.1805) / 0.95047)
    let y = cubeRoot(sum(0.2126, 0.7152, 0.0722))
    let z = cubeRoot(sum(0.0193, 0.1192, 0.9505) / 1.08883)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }

  /// As CIELAB has it, straight where it is nearly black.
  private func cubeRoot(_ value: Double) -> Double {
    guard value > 0.008856 else { return 7.787 * value + 16.0 / 116 }
    var root = 1.0
    for _ in 0..<30 { root -= (root * root * root - value) / (3 * root * root) }
    return root
  }
}
