import Terminal

extension Action.ID {
  package static let down: Self = "down"
  package static let up: Self = "up"
  package static let pageDown: Self = "page-down"
  package static let pageUp: Self = "page-up"
  package static let halfPageDown: Self = "half-page-down"
  package static let halfPageUp: Self = "half-page-up"
  package static let first: Self = "first"
  package static let last: Self = "last"
  package static let open: Self = "open"
  package static let back: Self = "back"
  package static let escape: Self = "escape"
  package static let nextArticle: Self = "next-article"
  package static let previousArticle: Self = "previous-article"
  package static let nextPane: Self = "next-pane"
  package static let previousPane: Self = "previous-pane"
  package static let zoom: Self = "zoom"
  package static let nextLayout: Self = "next-layout"
  package static let split: Self = "split"
  package static let wider: Self = "wider"
  package static let narrower: Self = "narrower"
  package static let search: Self = "search"
  package static let help: Self = "help"
  package static let find: Self = "find"
  package static let endFinding: Self = "end-finding"
  package static let facets: Self = "facets"
  package static let count: Self = "count"
  package static let bookmark: Self = "bookmark"
  package static let go: Self = "go"
  package static let goBackward: Self = "go-backward"
  package static let reload: Self = "reload"
  package static let turn: Self = "turn"
  package static let fold: Self = "fold"
  package static let acknowledge: Self = "acknowledge"
  package static let mark: Self = "mark"
  package static let toggleRead: Self = "toggle-read"
  package static let toggleStar: Self = "toggle-star"
  package static let editTags: Self = "edit-tags"
  package static let editNote: Self = "edit-note"
  package static let undoMark: Self = "undo-mark"
  package static let profile: Self = "profile"
  package static let toggleActor: Self = "toggle-actor"
  package static let quit: Self = "quit"
  package static let quitAlways: Self = "quit-always"

  package static let closeHelp: Self = "close-help"
  package static let command: Self = "command"

  package static let accept: Self = "accept"
  package static let cancel: Self = "cancel"
  package static let nextSuggestion: Self = "next-suggestion"
  package static let previousSuggestion: Self = "previous-suggestion"
  package static let earlier: Self = "earlier"
  package static let later: Self = "later"
  package static let deleteBackward: Self = "delete-backward"
  package static let deleteForward: Self = "delete-forward"
  package static let deleteWord: Self = "delete-word"
  package static let deleteLine: Self = "delete-line"
  package static let cursorLeft: Self = "cursor-left"
  package static let cursorRight: Self = "cursor-right"
  package static let cursorStart: Self = "cursor-start"
  package static let cursorEnd: Self = "cursor-end"

  /// Goes to a pane by its key.
  package static func focus(_ pane: PaneID) -> Self {
    Self(rawValue: "focus-" + pane.rawValue)
  }
}

extension Action {
  /// The whole table: what holds everywhere, then what each pane adds.
  package static func table(for registry: PaneRegistry) -> [Action] {
    moving(in: .anyPane) + [counting] + articles + marks + desk + places
      + registry.panes.flatMap { type(of: $0).actions }
      + panes + focusing(registry) + program + help + search + commands + narrowing + noting
      + finding + choosing + phrase + prompt + leaving
  }

  /// Moving through lines, the same keys in every pane and in help.
  private static func moving(in place: Place) -> [Action] {
    [
      Action(
        .down, "One line down", keys: [.character("j"), .down], in: place, group: .moving),
      Action(.up, "One line up", keys: [.character("k"), .up], in: place, group: .moving),
      Action(
        .pageDown, "One page down",
        keys: [.character(" "), .pageDown, .control("f")], in: place, group: .moving),
      Action(
        .pageUp, "One page up", keys: [.character("b"), .pageUp, .control("b")], in: place,
        group: .moving),
      Action(
        .halfPageDown, "Half a page down", keys: [.control("d")], in: place, group: .moving),
      Action(.halfPageUp, "Half a page up", keys: [.control("u")], in: place, group: .moving),
      Action(
        .first, "To the first line", keys: [.character("g"), .home], in: place, group: .moving),
      Action(.last, "To the last line", keys: [.character("G"), .end], in: place, group: .moving),
    ]
  }

  /// Digits alone go to panes.
  private static let counting = Action(
    .count, "How often the next key counts: Alt-5 j", keys: (1...9).map { .alt("\($0)".first!) },
    in: .anyPane, group: .moving)

  private static let articles = [
    Action(
      .nextArticle, "Next article of the list", hint: "next", keys: [.character("n")],
      in: .anyPane, group: .articles),
    Action(
      .previousArticle, "Previous article of the list", hint: "previous",
      keys: [.character("p")], in: .anyPane, group: .articles),
    Action(
      .search, "Search: words, actor: region: since: …", hint: "search",
      keys: [.character("/"), .character("\\")], in: .anyPane, group: .filter),
    Action(
      .facets, "Filter by what these articles have most of", keys: [.character("f")],
      in: .anyPane, group: .filter),
    Action(
      .escape, "Back, then take the filter away",
      keys: [.escape], in: .anyPane, group: .filter),
  ]

  /// What a person notes: of the statement or event under the cursor, or else of the article.
  private static let marks = [
    Action(
      .toggleRead, "Mark the article as read, or as unread", keys: [.character("m")],
      in: .anyPane, group: .articles, capability: .writes),
    Action(
      .toggleStar, "Star it, or take the star away", keys: [.character("s")], in: .anyPane,
      group: .articles, capability: .writes),
    Action(
      .editTags, "Give it tags", keys: [.character("T")], in: .anyPane, group: .articles,
      capability: .writes),
    Action(
      .editNote, "Write a note on it", keys: [.character("N")], in: .anyPane, group: .articles,
      capability: .writes),
    Action(
      .undoMark, "Take back the last of these", keys: [.character("u")], in: .anyPane,
      group: .articles, capability: .writes),
  ]

  /// The key behind the leader of marks that stands for where one was before.
  static let backward: Character = "'"

  private static let places = [
    Action(
      .bookmark, "Mark this place: then a letter", keys: [.character("\"")], in: .anyPane,
      group: .panes),
    Action(
      .go, "To a marked place: then its letter", keys: [.character("'")], in: .anyPane,
      group: .panes),
    Action(
      .goBackward, "Where you were before", hint: "back", keys: [.character(backward)],
      in: .leader(.go)),
  ]

  private static let leaving = Leader.allCases.map { leader in
    Action(
      .cancel, "Leave things as they were", hint: "cancel", keys: [.escape, .control("c")],
      in: .leader(leader))
  }

  private static let panes = [
    Action(
      .back, "Back to where you came from", keys: [.character("h"), .left, .backspace],
      in: .anyPane, group: .panes),
    Action(
      .nextPane, "Next pane", hint: "pane", keys: [.tab], in: .anyPane, group: .panes),
    Action(.previousPane, "Previous pane", keys: [.backTab], in: .anyPane, group: .panes),
    Action(
      .zoom, "This pane alone, or all again", hint: "zoom", keys: [.character("z")],
      in: .anyPane, group: .panes),
    Action(
      .nextLayout, "Layout to read, monitor, compare; or all", keys: [.character("w")],
      in: .anyPane, group: .panes),
    Action(
      .split, "This pane and the one before, or all again", keys: [.character("v")],
      in: .anyPane, group: .panes),
    Action(.wider, "Make this pane wider", keys: [.character(">")], in: .anyPane, group: .panes),
    Action(
      .narrower, "Make this pane narrower", keys: [.character("<")], in: .anyPane,
      group: .panes),
  ]

  /// The keys of the panes, in the order of the registry: those above the letters, then letters.
  static let paneKeys: [Character] = Array("1234567890-=`MPI")

  private static func focusing(_ registry: PaneRegistry) -> [Action] {
    zip(paneKeys, registry.panes).map { key, pane in
      Action(
        .focus(type(of: pane).id), "Go to \(type(of: pane).title)", keys: [.character(key)],
        in: .anyPane, group: .panes)
    }
  }

  private static let program = [
    Action(
      .help, "Show or hide this list of keys", hint: "help", keys: [.character("?"), .function(1)],
      in: .anyPane, group: .program),
    Action(
      .command, "Do something by its name, or :5j", keys: [.character(":")],
      in: .anyPane, group: .program, capability: .commands),
    Action(
      .reload, "Read the archive again", keys: [.character("r")], in: .anyPane, group: .program),
    Action(
      .quit, "Leave brink", hint: "quit", keys: [.character("q"), .control("c")], in: .anyPane,
      group: .program, capability: .leaves),
    Action(
      .quitAlways, "Leave brink from anywhere", keys: [.character("Q")], in: .anyPane,
      group: .program, capability: .leaves),
  ]

  private static let help =
    moving(in: .help) + [
      Action(
        .closeHelp, "Close help", hint: "close",
        keys: [.escape, .character("?"), .character("q"), .function(1), .enter, .backspace],
        in: .help, group: .program),
      Action(
        .search, "Show only what has these words", hint: "search", keys: [.character("/")],
        in: .help, group: .program),
      Action(
        .quitAlways, "Leave brink from anywhere", keys: [.character("Q"), .control("c")],
        in: .help, group: .program, capability: .leaves),
    ]

  private static let search = [
    Action(
      .accept, "Filter by what is written", hint: "search", keys: [.enter], in: .asking(.search)),
    Action(
      .nextSuggestion, "Complete the word, or the next that it may be", hint: "complete",
      keys: [.tab], in: .asking(.search)),
    Action(
      .previousSuggestion, "What it may be before that", keys: [.backTab], in: .asking(.search)),
    Action(
      .earlier, "What was searched for before", keys: [.up, .control("p")], in: .asking(.search)),
    Action(
      .later, "What was searched for after that", keys: [.down, .control("n")],
      in: .asking(.search)),
  ]

  private static let commands = [
    Action(.accept, "Do what is chosen", hint: "do", keys: [.enter], in: .asking(.command)),
    Action(
      .nextSuggestion, "The next in the list", keys: [.down, .tab, .control("n")],
      in: .asking(.command)),
    Action(
      .previousSuggestion, "The one before", keys: [.up, .backTab, .control("p")],
      in: .asking(.command)),
  ]

  private static let noting = [Prompt.Purpose.tags, .note].map { purpose in
    Action(.accept, "Note what is written", hint: "done", keys: [.enter], in: .asking(purpose))
  }

  private static let finding = [
    Action(.accept, "Go on with what is found", hint: "keep", keys: [.enter], in: .asking(.find))
  ]

  private static let choosing = [
    Action(.accept, "Take what is chosen", hint: "take", keys: [.enter], in: .asking(.choice)),
    Action(
      .nextSuggestion, "The next in the list", keys: [.down, .tab, .control("n")],
      in: .asking(.choice)),
    Action(
      .previousSuggestion, "The one before", keys: [.up, .backTab, .control("p")],
      in: .asking(.choice)),
  ]

  private static let phrase = [
    Action(.accept, "Leave, if it is the phrase", keys: [.enter], in: .asking(.phrase))
  ]

  private static let narrowing = [
    Action(.accept, "Go on with these keys", hint: "keep", keys: [.enter], in: .asking(.help))
  ]

  private static let prompt = [
    Action(
      .cancel, "Leave things as they were", hint: "cancel", keys: [.escape, .control("c")],
      in: .prompt),
    Action(
      .deleteBackward, "Delete the character before the cursor",
      keys: [.backspace, .control("h")], in: .prompt),
    Action(
      .deleteForward, "Delete the character under the cursor", keys: [.delete, .control("d")],
      in: .prompt),
    Action(
      .deleteWord, "Delete the word before the cursor", keys: [.control("w")], in: .prompt),
    Action(.deleteLine, "Delete everything", hint: "empty", keys: [.control("u")], in: .prompt),
    Action(
      .cursorLeft, "One character left", keys: [.left, .control("b")], in: .prompt),
    Action(
      .cursorRight, "One character right", keys: [.right, .control("f")], in: .prompt),
    Action(
      .cursorStart, "To the start of the line", keys: [.home, .control("a")], in: .prompt),
    Action(.cursorEnd, "To the end of the line", keys: [.end, .control("e")], in: .prompt),
  ]
}
