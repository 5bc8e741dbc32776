import Terminal

/// Capitals, figures and a few signs as tall as a hand, for who stands four metres away.
///
/// A letter has 3 by 5 dots; a dot has two columns and one row, times the scale.
enum BigText {
  static let dots = Size(columns: 3, rows: 5)
  private static let dotColumns = 2

  /// What a text takes at a scale.
  static func size(of text: String, scale: Int) -> Size {
    let columns = max(0, text.count * (dots.columns + 1) - 1)
    return Size(columns: columns * dotColumns * scale, rows: dots.rows * scale)
  }

  /// The greatest scale at which all texts fit, one below the other with a row between them;
  /// 0 when none does.
  static func scale(of texts: [String], in room: Size) -> Int {
    var scale = 0
    func fits(_ scale: Int) -> Bool {
      let sizes = texts.map { size(of: $0, scale: scale) }
      return sizes.allSatisfy { $0.columns <= room.columns }
        && sizes.reduce(0) { $0 + $1.rows } + texts.count - 1 <= room.rows
    }
    while fits(scale + 1) { scale += 1 }
    return scale
  }

  /// Draws in the middle of the canvas's columns; a character without a glyph leaves a gap.
  static func draw(
    _ text: String, in canvas: inout Canvas, row: Int, scale: Int, role: Role
  ) {
    var column = max(0, (canvas.columns - size(of: text, scale: scale).columns) / 2)
    for character in text {
      for (line, dots) in (glyphs[character] ?? []).enumerated() {
        for (place, dot) in dots.enumerated() where dot == "#" {
          canvas.fill(
            Rectangle(
              column: column + place * dotColumns * scale, row: row + line * scale,
              columns: dotColumns * scale, rows: scale),
            with: "█", role: role)
        }
      }
      column += (dots.columns + 1) * dotColumns * scale
    }
  }

  private static let glyphs: [Character: [[Character]]] = drawings.mapValues { drawing in
    drawing.split(separator: "/").map(Array.init)
  }

  private static let drawings: [Character: String] = [
    "A": ".#./#.#/###/#.#/#.#", "B": "##./#.#/##./#.#/##.", "C": ".##/#../#../#../.##",
    "D": "##./#.#/#.#/#.#/##.", "E": "###/#../##./#../###", "F": "###/#../##./#../#..",
    "G": ".##/#../#.#/#.#/.##", "H": "#.#/#.#/###/#.#/#.#", "I": "###/.#./.#./.#./###",
    "J": "..#/..#/..#/#.#/.#.", "K": "#.#/#.#/##./#.#/#.#", "L": "#../#../#../#../###",
    "M": "#.#/###/###/#.#/#.#", "N": "##./#.#/#.#/#.#/#.#", "O": ".#./#.#/#.#/#.#/.#.",
    "P": "##./#.#/##./#../#..", "Q": ".#./#.#/#.#/##./.##", "R": "##./#.#/##./#.#/#.#",
    "S": ".##/#../.#./..#/##.", "T": "###/.#./.#./.#./.#.", "U": "#.#/#.#/#.#/#.#/###",
    "V": "#.#/#.#/#.#/#.#/.#.", "W": "#.#/#.#/###/###/#.#", "X": "#.#/#.#/.#./#.#/#.#",
    "Y": "#.#/#.#/.#./.#./.#.", "Z": "###/..#/.#./#../###",
    "0": "###/#.#/#.#/#.#/###", "1": ".#./##./.#./.#./###", "2": "###/..#/###/#../###",
    "3": "###/..#/.##/..#/###", "4": "#.#/#.#/###/..#/..#", "5": "###/#../###/..#/###",
    "6": "###/#../###/#.#/###", "7": "###/..#/..#/..#/..#", "8": "###/#.#/###/#.#/###",
    "9": "###/#.#/###/..#/###", "↑": ".#./###/.#./.#./.#.", "↓": ".#./.#./.#./###/.#.",
    "=": ".../###/.../###/...",
  ]
}
