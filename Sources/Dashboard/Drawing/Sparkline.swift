import Terminal

/// The course of a value, one column for each of its days.
enum Sparkline {
  /// - Parameter top: what the highest block stands for.
  static func runs(_ values: [Double], top: Double, role: Role) -> [Run] {
    let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    let text = values.map { value -> Character in
      guard value.isFinite, top > 0, value > 0 else { return blocks[0] }
      return blocks[min(7, 1 + Int(value / top * 7))]
    }
    return [Run(SafeText(String(text)), role)]
  }
}
