import Terminal

extension Action.ID {
  package static let yank: Self = "yank"
  package static let yankText: Self = "text"
  package static let yankCitation: Self = "citation"
  package static let yankLink: Self = "link"
  package static let yankReference: Self = "reference"
  package static let openLink: Self = "open-link"
  package static let links: Self = "links"
  package static let export: Self = "export"
  package static let pipe: Self = "pipe"
}

extension Action {
  /// What takes something out of the program; all of it leaves, so that a kiosk has none of it.
  static let desk =
    [
      Action(
        .yank, "Copy from under the cursor: then t c l r", keys: [.character("y")],
        in: .anyPane, group: .articles, capability: .leaves),
      Action(
        .openLink, "Open the article in the browser", keys: [.character("o")], in: .anyPane,
        group: .articles, capability: .leaves),
      Action(
        .links, "List the links of the article", keys: [.character("O")], in: .anyPane,
        group: .articles, capability: .leaves),
      Action(
        .export, "Write what this pane lists to a file", keys: [.character("e")], in: .anyPane,
        group: .program, capability: .leaves),
      Action(
        .pipe, "Give what is under the cursor to a command", keys: [.character("|")],
        in: .anyPane, group: .program, capability: .leaves),
    ] + yanking
    + [Prompt.Purpose.export, .pipe].map { purpose in
      Action(
        .accept, purpose == .export ? "Write the file" : "Run the command", hint: "do",
        keys: [.enter], in: .asking(purpose), capability: .leaves)
    }

  private static let yanking = [
    Action(
      .yankText, "The text", hint: "text", keys: [.character("t"), .character("y")],
      in: .leader(.yank), capability: .leaves),
    Action(
      .yankCitation, "Outlet, day, title, address and sentence", hint: "citation",
      keys: [.character("c")], in: .leader(.yank), capability: .leaves),
    Action(
      .yankLink, "The address", hint: "link", keys: [.character("l")], in: .leader(.yank),
      capability: .leaves),
    Action(
      .yankReference, "A reference as RIS", hint: "reference", keys: [.character("r")],
      in: .leader(.yank), capability: .leaves),
  ]
}
