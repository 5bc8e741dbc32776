import Terminal

/// The line below the panes: the prompt, or what was just said, or what keys do here.
struct StatusLine {
  private let state: DashboardState

  init(_ state: DashboardState) {
    self.state = state
  }

  func draw(in canvas: inout Canvas) {
    canvas.fill(role: .statusLine)
    if let prompt = state.kiosk?.gate?.prompt {
      // What is typed is a secret: it shows as dots.
      var dots = Prompt(String(repeating: "•", count: prompt.characters.count), for: .phrase)
      if let complaint = prompt.complaint { dots.complain(complaint, at: prompt.cursor) }
      return draw(dots, in: &canvas)
    }
    if let prompt = state.prompt { return draw(prompt, in: &canvas) }
    let clock = standsInForHeader ? Freshness(state)?.texts.last : state.delay.map(Self.delay)
    let room = canvas.columns - 1 - (clock.map { $0.columns.count + 2 } ?? 0)
    canvas.write(message(room: room), at: 1, 0, limit: Columns(room))
    if let clock {
      canvas.write(
        clock, at: 0, 0, role: .statusLine, limit: Columns(canvas.columns - 1),
        alignment: .trailing)
    }
  }

  /// A sign that something is on its way; it turns, and says so in a word.
  private static func delay(_ step: Int) -> SafeText {
    let signs = ["⠋", "⠙", "⠸", "⠴", "⠦", "⠇"]
    return SafeText("\(signs[step % signs.count]) reading")
  }

  private func message(room: Int) -> [Run] {
    if let count = state.count { return [Run(SafeText("\(count) times: "), .statusLine)] }
    if let remark = state.remark { return [Run(SafeText(remark), .statusLine)] }
    if let outage = state.outage { return [Run("⚠ \(outage)", .error)] }
    if let reason = state.failures[.dashboard] { return [Run("⚠ \(reason)", .error)] }
    if let tour { return tour }
    // Without a header this line is where the filter must be seen.
    let chips =
      state.layout.header == nil && !state.scope.isEmpty
      ? FilterChips.runs(for: state.scope, room: room) + [Run("  ", .statusLine)] : []
    let rotation = self.rotation
    return chips + rotation + hints(room: room - chips.columns - rotation.columns)
  }

  /// What somebody who is new may do next; nil at the end of the way.
  private var tour: [Run]? {
    guard let tour = state.tour, let step = tour.step,
      let key = state.keymap.actions.first(where: { step.actions.contains($0.id) })?.keys.first
    else { return nil }
    return [
      Run(SafeText("Guide \(tour.position)  "), .statusLine), Run(SafeText(Wording.key(key)), .key),
      Run(SafeText(" \(step.text)"), .heading),
    ]
  }

  /// Without a header this line is where the clock of a kiosk must be seen.
  private var standsInForHeader: Bool { state.kiosk != nil && state.layout.header == nil }

  /// Where a playlist stands.
  private var rotation: [Run] {
    guard let rotation = state.kiosk?.rotation else { return [] }
    let pause = rotation.isPaused ? ", paused" : ""
    return [Run(SafeText("View \(rotation.position)\(pause)  "), .statusLine)]
  }

  /// What keys do here, as many as fit; help and quit before all others.
  private func hints(room: Int) -> [Run] {
    let hinted = state.keymap.bindings(in: state.context).filter { $0.action.hint != nil }
    let lasting: Set<Action.ID> = [.help, .quit]
    let gap = Run("  ", .statusLine)
    var left = room + gap.text.columns.count
    var chosen: Set<Action.ID> = []
    for binding in hinted.filter({ lasting.contains($0.action.id) })
      + hinted.filter({ !lasting.contains($0.action.id) })
    {
      let columns = (Self.runs(for: binding) + [gap]).columns
      guard columns <= left else { break }
      left -= columns
      chosen.insert(binding.action.id)
    }
    return Array(
      hinted.filter { chosen.contains($0.action.id) }.map(Self.runs).joined(separator: [gap]))
  }

  private static func runs(for binding: Keymap.Binding) -> [Run] {
    [
      Run(SafeText(Wording.key(binding.keys[0])), .key),
      Run(SafeText(" \(binding.action.hint ?? "")"), .statusLine),
    ]
  }

  /// The text being typed, with the end in sight that the cursor is in.
  private func draw(_ prompt: Prompt, in canvas: inout Canvas) {
    let label = prompt.purpose.label
    let start = 1 + label.columns.count
    let hints = hints(room: canvas.columns / 2)
    let hintColumns = hints.columns
    let hasHints = canvas.columns - start - hintColumns - 1 >= 20 && prompt.complaint == nil
    var room = max(1, canvas.columns - start - 1 - (hasHints ? hintColumns + 2 : 0))
    if let complaint = prompt.complaint {
      room = min(SafeText(prompt.text).columns.count + 1, max(1, canvas.columns / 2 - start))
      canvas.write(
        SafeText("⚠ \(complaint)"), at: start + room + 1, 0, role: .error,
        limit: Columns(max(0, canvas.columns - start - room - 2)))
    }
    canvas.write(label, at: 1, 0, role: .prompt)
    let (shown, cursor) = prompt.visible(room: room)
    canvas.write(shown, at: start, 0, role: .prompt, limit: Columns(room))
    if hasHints { canvas.write(hints, at: canvas.columns - hintColumns - 1, 0) }
    canvas.placeCursor(column: start + cursor, row: 0)
  }
}

extension Prompt.Purpose {
  fileprivate var label: SafeText {
    switch self {
    case .search: "Search: "
    case .tags: "Tags: "
    case .note: "Note: "
    case .command: "Do: "
    case .help: "Keys: "
    case .find: "Find: "
    case .choice: "Choose: "
    case .export: "Write to: "
    case .pipe: "Command: "
    case .phrase: "Phrase: "
    }
  }
}

extension Prompt {
  /// The part of the text that fits, and the cursor's column in it.
  func visible(room: Int) -> (text: SafeText, cursor: Int) {
    func columns(_ part: some Sequence<Character>) -> Int {
      SafeText(String(Array(part))).columns.count
    }
    var first = 0
    while columns(characters[first..<cursor]) >= room { first += 1 }
    return (SafeText(String(characters[first...])), columns(characters[first..<cursor]))
  }
}
