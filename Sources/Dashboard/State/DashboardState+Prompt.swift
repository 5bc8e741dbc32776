import Archive
import Terminal

/// What happens while a line is typed.
extension DashboardState {
  /// Searches kept, the latest.
  private static let mostSearches = 200
  /// A shorter beginning of a word would find nearly everything.
  private static let shortestBeginning = 2

  /// Takes text into the prompt; nothing where there is none.
  mutating func enter(_ text: String) -> [Effect] {
    kiosk?.gate?.prompt?.insert(text)
    guard prompt != nil else { return [] }
    prompt?.insert(text)
    return promptChanged()
  }

  mutating func performInPrompt(_ action: Action.ID, _ purpose: Prompt.Purpose) -> [Effect] {
    switch (action, purpose) {
    case (.accept, .search): return acceptSearch()
    case (.accept, .command): return runCommand()
    case (.accept, .help), (.accept, .find): prompt = nil
    case (.accept, .choice): return acceptChoice()
    case (.accept, .export): return acceptExport()
    case (.accept, .pipe): return acceptPipe()
    case (.accept, .tags), (.accept, .note): return acceptMark()
    case (.cancel, .search): return cancelSearch()
    case (.cancel, .help):
      prompt = nil
      narrowHelp(to: "")
    case (.cancel, .find):
      prompt = nil
      return findInPane("")
    case (.cancel, _):
      prompt = nil
      chooser = nil
    case (.nextSuggestion, .search): return complete(by: 1)
    case (.previousSuggestion, .search): return complete(by: -1)
    case (.nextSuggestion, _):
      command = min(command + 1, max(0, max(commands.count, choices.count) - 1))
    case (.previousSuggestion, _): command = max(0, command - 1)
    case (.earlier, _):
      prompt?.recall(1, from: searches)
      return promptChanged()
    case (.later, _):
      prompt?.recall(-1, from: searches)
      return promptChanged()
    default:
      let before = prompt?.text
      _ = prompt?.perform(action)
      if prompt?.text != before { return promptChanged() }
    }
    return []
  }

  /// Follows the text while it is typed.
  private mutating func promptChanged() -> [Effect] {
    completion = nil
    switch prompt?.purpose {
    case .search: return previewSearch()
    case .command, .choice: command = 0
    case .help: narrowHelp(to: prompt?.text ?? "")
    case .find: return findInPane(prompt?.text ?? "")
    case .tags, .note, .export, .pipe, .phrase, nil: break
    }
    return []
  }

  private mutating func narrowHelp(to query: String) {
    help?.query = query
    help?.fit(on: size, keymap)
  }

  private mutating func findInPane(_ text: String) -> [Effect] {
    run(change(focus) { $0.find(text, in: $1) }, of: focus)
  }

  // MARK: Searching

  mutating func beginSearch() {
    beforeSearch = (scope, article)
    prompt = Prompt(scope.search ?? "")
  }

  /// Shows what the text finds so far. As long as it cannot be read, what was found before stays.
  private mutating func previewSearch() -> [Effect] {
    guard let prompt else { return [] }
    let before = scope
    let word = prompt.text.reversed().prefix { $0.isLetter || $0.isNumber }
    if !word.isEmpty, word.count < Self.shortestBeginning { return [] }
    try? scope.find(prompt.text, isUnfinished: !word.isEmpty)
    return scope.filter == before.filter ? [] : tell(.scopeChanged)
  }

  private mutating func acceptSearch() -> [Effect] {
    let text = prompt?.text ?? ""
    let before = scope
    do throws(FilterError) {
      try scope.find(text)
    } catch {
      // The text stays, with the cursor where something is wrong.
      prompt?.complain(error.reason, at: error.range.lowerBound)
      return restoreScope()
    }
    prompt = nil
    completion = nil
    beforeSearch = nil
    return (scope == before ? [] : tell(.scopeChanged)) + remember(text)
  }

  private mutating func cancelSearch() -> [Effect] {
    prompt = nil
    completion = nil
    defer { beforeSearch = nil }
    return restoreScope()
  }

  /// Filters again as before somebody began to type.
  private mutating func restoreScope() -> [Effect] {
    guard let (scope, article) = beforeSearch, scope != self.scope else { return [] }
    self.scope = scope
    self.article = article
    return tell(.scopeChanged) + tell(.selected(article))
  }

  private mutating func remember(_ text: String) -> [Effect] {
    let text = text.split(separator: " ").joined(separator: " ")
    guard !text.isEmpty, searches.last != text else { return [] }
    searches.removeAll { $0 == text }
    searches = searches.suffix(Self.mostSearches - 1) + [text]
    return [keep("searches") { [searches] in try $0.keepSearches?(searches) }]
  }

  // MARK: Completing

  /// Puts the next of the names that fit before the cursor; asks for them first.
  private mutating func complete(by step: Int) -> [Effect] {
    guard let prompt else { return [] }
    guard let completion, !completion.names.isEmpty else {
      let term = UnfinishedTerm(prompt.characters, cursor: prompt.cursor)
      return [
        expect(Load("completion", for: .dashboard) { try term.completion(from: $0) })
      ]
    }
    let count = completion.names.count
    return choose(completion.chosen.map { ($0 + step + count) % count } ?? 0)
  }

  /// Takes the names that fit, for a text that may have changed meanwhile.
  mutating func offer(_ found: Completion) -> [Effect] {
    guard let prompt, prompt.purpose == .search, prompt.cursor == found.range.upperBound else {
      return []
    }
    guard !found.names.isEmpty else {
      self.prompt?.complain("nothing begins so", at: prompt.cursor)
      return []
    }
    completion = found
    return choose(0)
  }

  private mutating func choose(_ index: Int) -> [Effect] {
    guard let completion, let prompt else { return [] }
    let start = completion.range.lowerBound
    self.prompt?.replace(start..<prompt.cursor, with: completion.names[index])
    let effects = previewSearch()
    self.completion = completion
    self.completion?.chosen = index
    return effects
  }

  // MARK: Commands

  /// The actions that fit what was typed.
  private var commands: [CommandLine.Command] {
    guard let prompt, prompt.purpose == .command else { return [] }
    let titles = Dictionary(
      panes.map { (type(of: $0).id, type(of: $0).title) }, uniquingKeysWith: { first, _ in first })
    return CommandLine(prompt.text, keymap, focus: focus, titles: titles).commands
  }

  private mutating func runCommand() -> [Effect] {
    let commands = commands
    guard commands.indices.contains(command) else {
      prompt?.complain("nothing is called so", at: Prompt.limit)
      return []
    }
    let chosen = commands[command]
    prompt = nil
    var effects = chosen.pane.map { setFocus($0) } ?? []
    for _ in 0..<chosen.count where prompt == nil && help == nil {
      effects += perform(chosen.action.id, in: focus)
    }
    return effects
  }

  /// What helps the prompt along; nil when nothing does.
  var suggestions: SuggestionBox? {
    if let completion, let chosen = completion.chosen, completion.names.count > 1 {
      return SuggestionBox(
        title: "Names",
        rows: completion.names.map { .init(name: [Run(SafeText($0))], note: "") }, chosen: chosen)
    }
    if let chooser {
      let rows = choices.map {
        SuggestionBox.Row(name: [Run(SafeText($0.name))], note: SafeText($0.note))
      }
      return SuggestionBox(
        title: SafeText(chooser.title), rows: rows, chosen: min(command, max(0, rows.count - 1)))
    }
    if let leader, showsLeader { return hints(behind: leader) }
    let commands = commands
    guard !commands.isEmpty else { return nil }
    return SuggestionBox(
      title: "Do", rows: commands.map { row(for: $0) }, chosen: min(command, commands.count - 1))
  }

  /// What can follow the key of a leader.
  private func hints(behind leader: Action.Leader) -> SuggestionBox {
    let letters = leader == .yank ? [] : [("a letter", "Names the place")]
    let own = keymap.bindings(in: .leader(leader)).map { binding in
      (Wording.keys(binding.keys), binding.action.description)
    }
    return SuggestionBox(
      title: "Then",
      rows: (letters + own).map { keys, text in
        SuggestionBox.Row(name: [Run(SafeText(text))], note: SafeText(keys))
      }, chosen: nil)
  }

  private func row(for command: CommandLine.Command) -> SuggestionBox.Row {
    let times = command.count > 1 ? "\(Wording.grouped(command.count)) × " : ""
    let title = command.pane.flatMap { index(of: $0) }.map { type(of: panes[$0]).title }
    return SuggestionBox.Row(
      name: [
        Run(SafeText(times + command.action.description)),
        Run(SafeText(title.map { "  \($0)" } ?? ""), .dim),
        Run(SafeText("  " + command.action.id.rawValue), .dim),
      ],
      note: SafeText(Wording.keys(command.action.keys)))
  }
}
