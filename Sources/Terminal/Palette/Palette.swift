/// How each role looks.
package struct Palette: Hashable, Sendable {
  package let name: String
  private let styles: [Role: Style]

  /// A palette of which every role not named looks as in ``mono``.
  package init(name: String, styles: [Role: Style]) {
    self.name = name
    self.styles = styles
  }

  package subscript(role: Role) -> Style {
    styles[role] ?? Palette.monoStyles[role] ?? Style()
  }

  /// Attributes only: for terminals without colours, for NO_COLOR, and for a start without
  /// any resources. The same as `Resources/palettes/mono.tsv`.
  package static let mono = Palette(name: "mono", styles: monoStyles)

  private static let monoStyles: [Role: Style] = {
    let attributes: [Role: Attributes] = [
      .dim: .dim, .title: .bold, .heading: .bold, .focusedBorder: .bold,
      .selection: .reverse, .unfocusedSelection: .underline,
      .actor: .bold, .region: .underline, .cue: [.bold, .underline], .event: .underline,
      .figure: .bold,
      .furniture: .dim, .level0: .dim, .level2: .bold, .level3: [.bold, .underline],
      .level4: [.bold, .reverse], .escalation: .bold, .contested: .underline,
      .statusLine: .reverse, .key: .bold, .prompt: .bold, .hit: [.reverse, .underline],
      .warning: .bold, .error: [.bold, .reverse],
    ]
    return Dictionary(
      uniqueKeysWithValues: Role.allCases.map { ($0, Style(attributes: attributes[$0] ?? [])) })
  }()
}
