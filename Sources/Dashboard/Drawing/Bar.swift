import Terminal

/// A bar of a value, in eighths of a column.
enum Bar {
  /// - Parameter fraction: 0 to 1; anything above nothing shows at least a sliver.
  static func runs(_ fraction: Double, columns: Int, role: Role) -> [Run] {
    guard columns > 0, fraction.isFinite else { return [] }
    let parts: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let bounded = min(max(0, fraction), 1)
    let eighths = bounded == 0 ? 0 : max(1, Int((bounded * Double(columns) * 8).rounded()))
    let full = String(repeating: "█", count: eighths / 8)
    let part = eighths % 8 == 0 ? "" : String(parts[eighths % 8 - 1])
    let rest = columns - full.count - part.count
    return [
      Run(SafeText(full + part), role),
      Run(SafeText(String(repeating: "·", count: max(0, rest))), .dim),
    ]
  }
}
