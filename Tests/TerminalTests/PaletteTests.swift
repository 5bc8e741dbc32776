import Glibc
import Terminal
import Testing

@Suite("Palettes")
struct PaletteTests {
  static let shipped = ["dark", "light", "mono", "high-contrast", "colour-blind"]

  /// The text of a shipped palette.
  private func file(_ name: String) throws -> (path: String, text: String) {
    var path = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    path += ["Resources", "palettes", "\(name).tsv"]
    let joined = path.joined(separator: "/")
    let file = try #require(fopen(joined, "r"), "no file \(joined)")
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return (
      joined, String(decoding: bytes.prefix(count), as: UTF8.self)
    )
  }

  private func palette(_ name: String) throws -> Palette {
    let (path, text) = try file(name)
    return try Palette(name: name, parsing: text, file: path)
  }

  @Test("that are shipped name every role, their source and their licence", arguments: shipped)
  func complete(_ name: String) throws {
    let (path, text) = try file(name)
    #expect(throws: Never.self) { try Palette(name: name, parsing: text, file: path) }
    #expect(text.contains("# source: ") && text.contains("# licence: "))
  }

  @Test("keep text legible at every colour depth", arguments: shipped, ColorDepth.allCases)
  func legible(_ name: String, _ depth: ColorDepth) throws {
    let palette = try palette(name)
    // What a terminal's own colours are is known only to its user: the usual are taken.
    let ground: Color = name == "light" ? .indexed(15) : .indexed(0)
    for role in Role.allCases {
      let rendition = palette[role].rendition(for: depth)
      guard rendition.foreground >= 0 else { continue }
      func color(_ number: Int) -> Color {
        guard number >= 0 else { return ground }
        guard depth == .direct && number >= 8 else { return .indexed(UInt8(number)) }
        return .rgb(
          red: UInt8(number >> 16), green: UInt8(number >> 8 & 0xFF), blue: UInt8(number & 0xFF))
      }
      let contrast = color(rendition.foreground).contrast(with: color(rendition.background))
      let least = role == .border || depth <= .sixteen ? 2.5 : 4.5
      #expect(contrast >= least, "\(role) of \(name): \(contrast)")
    }
  }

  @Test("have the contrast that text needs, on a ground as terminals have it", arguments: shipped)
  func contrast(_ name: String) throws {
    let palette = try palette(name)
    let ground: Color = name == "light" ? .indexed(15) : .indexed(0)
    for role in Role.allCases where role != .border {
      let style = palette[role]
      // What the terminal writes on its own ground is its user's choice.
      guard style.foreground != .terminal else { continue }
      let back = style.background == .terminal ? ground : style.background
      let contrast = style.foreground.contrast(with: back)
      #expect(contrast >= (name == "high-contrast" ? 7 : 4.5), "\(role) of \(name): \(contrast)")
    }
  }

  @Test("for the colour-blind differ where colours mean something", arguments: Dichromacy.allCases)
  func colourBlind(_ eye: Dichromacy) throws {
    let palette = try palette("colour-blind")
    func seen(_ role: Role) -> Color {
      let style = palette[role]
      let color = style.background == .terminal ? style.foreground : style.background
      return color == .terminal ? .indexed(7) : color
    }
    let pairs: [(Role, Role)] = [
      (.escalation, .deescalation), (.escalation, .text), (.deescalation, .text),
      (.contested, .text), (.contested, .escalation), (.contested, .deescalation),
      (.level0, .level1), (.level1, .level2), (.level2, .level3), (.level3, .level4),
      (.level0, .level4), (.actor, .region), (.actor, .event), (.actor, .figure),
      (.region, .event), (.warning, .text), (.warning, .dim),
    ]
    for (a, b) in pairs {
      let difference = eye.difference(seen(a), seen(b))
      #expect(difference >= 20, "\(a) and \(b): \(difference)")
    }
  }

  @Test("tell without colours by bold, underlined or reversed text what colours tell")
  func secondChannel() throws {
    let alike: [[Role]] = [
      [.level0, .level1, .level2, .level3, .level4], [.escalation, .deescalation, .dim],
      [.contested, .escalation, .text], [.actor, .region, .cue, .text],
      [.event, .cue, .actor, .text], [.figure, .text], [.selection, .unfocusedSelection, .text],
      [.hit, .region, .text], [.warning, .error, .text], [.focusedBorder, .border],
    ]
    for roles in alike {
      let looks = Set(roles.map { Palette.mono[$0].attributes.rawValue })
      #expect(looks.count == roles.count, "\(roles)")
    }
  }

  @Test("without colours differ by attributes alone, as the one built in does")
  func mono() throws {
    let mono = try palette("mono")
    for role in Role.allCases { #expect(mono[role] == Palette.mono[role]) }
    #expect(Role.allCases.allSatisfy { mono[$0].foreground == .terminal })
    #expect(mono[.selection] != mono[.text] && mono[.level4] != mono[.level0])
  }

  @Test(
    "tell the file and the line of a mistake",
    arguments: [
      ("text\tdefault\tdefault", PaletteError.fields(file: "p.tsv", line: 2, found: 3)),
      ("txt\tred\tblue\t-", .unknownRole(file: "p.tsv", line: 2, "txt")),
      ("text\tpuce\tblue\t-", .unknownColor(file: "p.tsv", line: 2, "puce")),
      ("text\t256\tblue\t-", .unknownColor(file: "p.tsv", line: 2, "256")),
      ("text\t#12345g\tblue\t-", .unknownColor(file: "p.tsv", line: 2, "#12345g")),
      ("text\tred\tblue\tblink", .unknownAttribute(file: "p.tsv", line: 2, "blink")),
      ("text\tred\tblue\t-\ntext\tred\tblue\t-", .roleTwice(file: "p.tsv", line: 3, .text)),
    ])
  func mistakes(_ line: String, _ error: PaletteError) {
    #expect(throws: error) {
      try Palette(name: "p", parsing: "# my colours\n" + line, file: "p.tsv")
    }
  }

  @Test("of a user may leave out roles if there is one to take them from")
  func base() throws {
    let text = "actor\tbright-red\t#0000ff\tbold,underline\n"
    let palette = try Palette(name: "mine", parsing: text, file: "mine.tsv", base: .mono)
    #expect(
      palette[.actor]
        == Style(
          foreground: .indexed(9), background: .rgb(red: 0, green: 0, blue: 255),
          attributes: [.bold, .underline]))
    #expect(palette[.error] == Palette.mono[.error])
    #expect(throws: PaletteError.self) {
      try Palette(name: "mine", parsing: text, file: "mine.tsv")
    }
  }

  @Test(
    "take the nearest colour that a terminal has",
    arguments: [
      (Color.rgb(red: 255, green: 0, blue: 0), ColorDepth.indexed, 196),
      (.rgb(red: 0x5F, green: 0x87, blue: 0xAF), .indexed, 67),
      (.rgb(red: 250, green: 5, blue: 5), .sixteen, 9),
      (.rgb(red: 250, green: 5, blue: 5), .eight, 1),
      (.rgb(red: 138, green: 138, blue: 138), .eight, 7), (.indexed(12), .eight, 4),
      (.indexed(200), .indexed, 200), (.terminal, .indexed, -1), (.indexed(3), .none, -1),
      (.rgb(red: 1, green: 2, blue: 3), .direct, 0x010203), (.indexed(3), .direct, 3),
    ])
  func nearest(_ color: Color, _ depth: ColorDepth, _ number: Int) {
    #expect(color.number(for: depth) == number)
  }
}
