/// What stands for a character on a terminal that knows ASCII only; always one column.
package enum AsciiFallback {
  /// A letter without its accent, a sign that looks or means alike, else `?`; nil for what
  /// takes no column.
  package static func character(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = Int(scalar.value)
    switch value {
    case ..<0x80: return scalar
    case 0xC0..<0x180: return Unicode.Scalar(latin[value - 0xC0])
    case 0x2500..<0x2580: return boxDrawing(value)
    case 0x2581...0x2588, 0x2589...0x258F: return "#"
    case 0x2591...0x2593: return ":"
    case 0x2400..<0x2426: return "^"
    case 0x2800: return " "
    case 0x2801...0x28FF: return ":"
    default: return signs[scalar] ?? (CharacterWidth.columns(of: scalar) == 0 ? nil : "?")
    }
  }

  private static func boxDrawing(_ value: Int) -> Unicode.Scalar {
    switch value {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550: "-"
    case 0x2574, 0x2576, 0x2578, 0x257A, 0x257C, 0x257E: "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551: "|"
    case 0x2575, 0x2577, 0x2579, 0x257B, 0x257D, 0x257F: "|"
    default: "+"
    }
  }

  /// U+00C0 to U+017F without their accents.
  private static let latin = Array(
    ("AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLl"
      + "LlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs").utf8)

  private static let signs: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{A0}": " ", "\u{202F}": " ", "\u{2009}": " ", "\u{200A}": " ", "\u{3000}": " ",
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "´": "'", "‹": "<", "›": ">",
    "“": "\"", "”": "\"", "„": "\"", "‟": "\"", "″": "\"", "«": "\"", "»": "\"",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "¯": "-",
    "…": "~", "•": "*", "·": ".", "‣": ">", "●": "*", "○": "o", "◆": "*", "◇": "o", "◌": " ",
    "■": "#", "□": "o", "▪": "*", "▸": ">", "▶": ">", "►": ">", "◂": "<", "◀": "<", "◄": "<",
    "▲": "^", "△": "^", "▴": "^", "▼": "v", "▽": "v", "▾": "v",
    "↑": "^", "↓": "v", "←": "<", "→": ">", "↗": "/", "↘": "\\", "↔": "-", "⇒": ">", "⇐": "<",
    "✓": "v", "✔": "v", "✗": "x", "✘": "x", "×": "x", "÷": "/", "±": "+", "≈": "=", "≠": "#",
    "≤": "<", "≥": ">", "★": "*", "☆": "*", "⚠": "!", "¡": "!", "¿": "?", "§": "S", "¶": "P",
    "©": "c", "®": "r", "™": "t", "°": "o", "¢": "c", "£": "L", "€": "E", "¥": "Y", "µ": "u",
    "¹": "1", "²": "2", "³": "3", "ª": "a", "º": "o", "№": "#", "¦": "|", "⏎": "<",
  ]
}
