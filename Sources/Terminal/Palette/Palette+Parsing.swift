/// What is wrong with a palette file; `line` counts from 1.
package enum PaletteError: Error, Hashable, Sendable {
  case fields(file: String, line: Int, found: Int)
  case unknownRole(file: String, line: Int, String)
  case roleTwice(file: String, line: Int, Role)
  case unknownColor(file: String, line: Int, String)
  case unknownAttribute(file: String, line: Int, String)
  /// In the order of ``Role``.
  case missingRoles(file: String, [Role])
}

extension Palette {
  /// Reads a palette: one role a line, with foreground, background and attributes behind
  /// tabs. `#` at the start of a line makes it a comment.
  ///
  ///     level4	white	#af0000	bold,underline
  ///
  /// Colours are `default` (the terminal's own), `black red green yellow blue magenta cyan
  /// white` with or without `bright-`, a number from 0 to 255, or `#rrggbb`. Attributes are
  /// `bold underline reverse dim`, or `-` for none.
  ///
  /// - Parameter base: gives the roles that the file leaves out; without it they are missed.
  package init(
    name: String, parsing text: String, file: String, base: Palette? = nil
  ) throws(PaletteError) {
    var styles: [Role: Style] = [:]
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy(\.isWhitespace) || line.first == "#" { continue }
      let parser = PaletteLine(file: file, number: number)
      let (role, style) = try parser.parse(line)
      guard styles.updateValue(style, forKey: role) == nil else {
        throw .roleTwice(file: file, line: number, role)
      }
    }
    let missing = Role.allCases.filter { styles[$0] == nil }
    if let base {
      for role in missing { styles[role] = base[role] }
    } else if !missing.isEmpty {
      throw .missingRoles(file: file, missing)
    }
    self.init(name: name, styles: styles)
  }
}

/// Reads one line of a palette.
private struct PaletteLine {
  let file: String
  let number: Int

  func parse(_ line: Substring) throws(PaletteError) -> (Role, Style) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      .map { field in String(field.filter { !$0.isWhitespace }) }
    guard fields.count == 4 else {
      throw .fields(file: file, line: number, found: fields.count)
    }
    guard let role = Role(name: fields[0]) else {
      throw .unknownRole(file: file, line: number, fields[0])
    }
    return (
      role,
      Style(
        foreground: try color(fields[1]), background: try color(fields[2]),
        attributes: try attributes(fields[3]))
    )
  }

  private func color(_ name: String) throws(PaletteError) -> Color {
    guard let color = Color(name: name) else {
      throw .unknownColor(file: file, line: number, name)
    }
    return color
  }

  private func attributes(_ names: String) throws(PaletteError) -> Attributes {
    var attributes: Attributes = []
    for name in names.split(separator: ",") where name != "-" {
      switch name {
      case "bold": attributes.insert(.bold)
      case "underline": attributes.insert(.underline)
      case "reverse": attributes.insert(.reverse)
      case "dim": attributes.insert(.dim)
      default: throw .unknownAttribute(file: file, line: number, String(name))
      }
    }
    return attributes
  }
}

extension Color {
  private static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  ]

  init?(name: String) {
    let isBright = name.hasPrefix("bright-")
    if name == "default" {
      self = .terminal
    } else if let index = Color.names.firstIndex(of: isBright ? String(name.dropFirst(7)) : name) {
      self = .indexed(UInt8(index + (isBright ? 8 : 0)))
    } else if let index = UInt8(name) {
      self = .indexed(index)
    } else if name.first == "#", name.utf8.count == 7,
      let value = UInt32(name.dropFirst(), radix: 16)
    {
      self = .rgb(
        red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    } else {
      return nil
    }
  }
}
