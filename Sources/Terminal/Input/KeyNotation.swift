/// Keys written as text: `jj⏎<Tab><C-d><Esc>`.
///
/// A character stands for itself. Between `<` and `>` stand names: `<Enter>`, `<F1>`,
/// `<PgDn>`, with `C-` for control, `A-` for alt and `S-Tab`; `<lt>` is `<` itself, which
/// needs it only before something that looks like a name. ⏎ ⇥ ␣ ⎋ are Enter, Tab, space
/// and Esc. Used by the keymap, the help and `brink snapshot --keys`.
package enum KeyNotation {
  package struct Problem: Error, Hashable, Sendable {
    /// `<Entre>`, say.
    package let name: String
    /// Characters before it.
    package let offset: Int

    package init(name: String, offset: Int) {
      self.name = name
      self.offset = offset
    }
  }

  /// Names of keys; the first of several is the one printed.
  private static let names: [(String, Key)] = [
    ("Enter", .enter), ("CR", .enter), ("Return", .enter),
    ("Esc", .escape), ("Escape", .escape),
    ("Tab", .tab), ("S-Tab", .backTab), ("BackTab", .backTab),
    ("Backspace", .backspace), ("BS", .backspace), ("Del", .delete), ("Delete", .delete),
    ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
    ("Home", .home), ("End", .end),
    ("PgUp", .pageUp), ("PageUp", .pageUp), ("PgDn", .pageDown), ("PageDown", .pageDown),
    ("Space", .character(" ")), ("lt", .character("<")), ("gt", .character(">")),
  ]
  private static let signs: [Character: Key] = [
    "⏎": .enter, "⇥": .tab, "␣": .character(" "), "⎋": .escape, "\n": .enter, "\t": .tab,
  ]

  package static func keys(_ text: String) throws(Problem) -> [Key] {
    var keys: [Key] = []
    var rest = text[...]
    while let first = rest.first {
      if let name = leadingName(of: rest) {
        guard let key = key(named: name) else {
          throw Problem(
            name: "<\(name)>", offset: text.distance(from: text.startIndex, to: rest.startIndex))
        }
        keys.append(key)
        rest = rest.dropFirst(name.count + 2)
      } else {
        keys.append(signs[first] ?? .character(first))
        rest = rest.dropFirst()
      }
    }
    return keys
  }

  package static func inputs(_ text: String) throws(Problem) -> [Input] {
    try keys(text).map(Input.key)
  }

  /// The key as ``keys(_:)`` reads it.
  package static func notation(for key: Key) -> String {
    switch key {
    case .character(" "): return "<Space>"
    case .character("<"): return "<lt>"
    case .character(let character):
      return signs[character] == nil ? String(character) : "<U+\(hex(character))>"
    case .control(let character): return "<C-\(inner(character))>"
    case .alt(let character): return "<A-\(inner(character))>"
    case .function(let number): return "<F\(number)>"
    default: return names.first { $0.1 == key }.map { "<\($0.0)>" } ?? "?"
    }
  }

  /// Inside of `<C-…>` a name may be needed as well.
  private static func inner(_ character: Character) -> String {
    switch character {
    case " ": "Space"
    case "<": "lt"
    case ">": "gt"
    default: String(character)
    }
  }

  private static func hex(_ character: Character) -> String {
    String(character.unicodeScalars.first!.value, radix: 16, uppercase: true)
  }

  /// What stands between `<` and `>`, if the text begins so.
  private static func leadingName(of text: Substring) -> Substring? {
    guard text.first == "<", let end = text.dropFirst(2).firstIndex(of: ">") else { return nil }
    let name = text[text.index(after: text.startIndex)..<end]
    guard name.first?.isLetter == true, !name.contains(where: { $0 == "<" || $0 == " " }) else {
      return nil
    }
    return name
  }

  private static func key(named name: Substring) -> Key? {
    if let (_, key) = names.first(where: { $0.0.lowercased() == name.lowercased() }) { return key }
    let (prefix, tail) = (name.prefix(2), name.dropFirst(2))
    switch prefix.uppercased() {
    case "C-": return character(tail).map { .control(Character($0.lowercased())) }
    case "A-", "M-": return character(tail).map(Key.alt)
    case "U+":
      return UInt32(tail, radix: 16).flatMap(Unicode.Scalar.init).map { .character(Character($0)) }
    default: break
    }
    guard prefix.first == "F" || prefix.first == "f", let number = Int(name.dropFirst()),
      (1...63).contains(number)
    else { return nil }
    return .function(number)
  }

  private static func character(_ name: Substring) -> Character? {
    if name.count == 1 { return name.first }
    guard case .character(let character) = key(named: name) else { return nil }
    return character
  }
}
