import Archive
import Terminal

extension DashboardState {
  /// The only place where the state changes; pure: what has to be done is returned.
  ///
  /// Of many keys at once that move the cursor of a list, the other panes hear where it came to
  /// rest, not where it passed.
  package mutating func apply(_ messages: [Message]) -> [Effect] {
    messages.flatMap { follow($0) } + tellChoice()
  }

  package mutating func apply(_ message: Message) -> [Effect] { apply([message]) }

  private mutating func follow(_ message: Message) -> [Effect] {
    // A key may move on.
    if case .input(.key(let key)) = message { return press(key) }
    return tellChoice() + change(message)
  }

  private mutating func change(_ message: Message) -> [Effect] {
    switch message {
    case .start: return arrange() + refreshSummary() + lookForAlerts()
    case .input(let input): return apply(input)
    case .action(let action): return perform(action)
    case .delivery(let delivery): return receive(delivery)
    case .archiveChanged: return tell(.archiveChanged) + refreshSummary() + lookForAlerts()
    case .outage(let failure):
      outage = failure?.reason
      return []
    case .retry: return retry()
    case .tick(let moment): return advance(to: moment)
    case .hesitation:
      showsLeader = leader != nil
      return []
    case .delay(let step):
      delay = isBusy ? step : nil
      return []
    }
  }

  private mutating func apply(_ input: Input) -> [Effect] {
    switch input {
    case .key(let key):
      return press(key)
    case .paste(let text): return noteVisitor() ? enter(text) : []
    case .resize(let size):
      self.size = size
      recallArrangement()
      return arrange()
    case .mouse(let mouse): return noteVisitor() ? apply(mouse) : []
    case .closed: return [.quit]
    }
  }

  /// A press gives the focus and chooses a line, a double click opens it, the wheel scrolls
  /// whatever is under the pointer.
  private mutating func apply(_ mouse: Mouse) -> [Effect] {
    if case .prompt = context { return [] }
    let wheel: Int? =
      switch mouse.gesture {
      case .wheelDown: 3
      case .wheelUp: -3
      case .press, .doubleClick, .drag: nil
      }
    if mouse.gesture == .drag { return drag(to: mouse) }
    grip = nil
    if help != nil {
      if let wheel { help?.scroll(by: wheel, on: size, keymap) } else { help = nil }
      return []
    }
    guard let id = layout.pane(column: mouse.column, row: mouse.row),
      let rectangle = layout.rectangle(of: id)
    else { return [] }
    var pointing = Pointing(
      kind: .press, row: mouse.row - rectangle.row - 1, column: mouse.column - rectangle.column - 1)
    if let wheel {
      pointing.kind = .wheel(lines: wheel)
      return point(at: pointing, in: id)
    }
    if let border = layout.border(column: mouse.column, row: mouse.row) {
      grip = (border, mouse)
      return []
    }
    if id != focus { trail = [] }
    // The line that was pressed is that of the layout before the focus changes it.
    let effects = point(at: pointing, in: id)
    guard mouse.gesture == .doubleClick else { return effects + setFocus(id) }
    pointing.kind = .doubleClick
    return effects + setFocus(id) + point(at: pointing, in: id)
  }

  private mutating func point(at gesture: Pointing, in pane: PaneID) -> [Effect] {
    run(change(pane) { $0.point(at: gesture, in: $1) }, of: pane)
  }

  // MARK: Panes

  /// Lays the panes out anew and tells them about their room.
  mutating func arrange() -> [Effect] {
    let before = layout
    layout =
      shared.isEmpty
      ? Layout(
        size: size, panes: panes.map { (type(of: $0).id, type(of: $0).placement) },
        recent: recent, zoomed: isZoomed)
      : Layout(size: size, sharedBy: isZoomed ? [focus] : shared, focus: focus)
    if !isZoomed {
      for move in arrangement.moves { layout = layout.moving(move.border, by: move.by) }
    }
    help?.fit(on: size, keymap)
    return layout.panes.flatMap { place -> [Effect] in
      if let waiting = missed.removeValue(forKey: place.id) {
        return waiting.notices.flatMap { tell(place.id, $0) }
      }
      return before.rectangle(of: place.id)?.size == place.rectangle.size
        ? [] : tell(place.id, .resized)
    }
  }

  mutating func setFocus(_ pane: PaneID) -> [Effect] {
    guard pane != focus, index(of: pane) != nil else { return [] }
    let told = tellChoice()
    let before = focus
    bringForward(pane)
    if !shared.contains(pane) {
      // Somebody who has arranged panes keeps them: the new one takes the place of the last.
      shared = arrangement.panes.isEmpty ? [] : shared.map { $0 == before ? pane : $0 }
      arrangement.panes = shared
    }
    return told + arrange()
  }

  mutating func bringForward(_ pane: PaneID) {
    recent.removeAll { $0 == pane }
    recent.insert(pane, at: 0)
  }

  /// Tells all panes; those that cannot be seen hear it when they can.
  mutating func tell(_ notice: Notice, except teller: PaneID? = nil) -> [Effect] {
    paneIDs.filter { $0 != teller }.flatMap { tell($0, notice) }
  }

  mutating func tell(_ pane: PaneID, _ notice: Notice) -> [Effect] {
    if layout.rectangle(of: pane) == nil {
      switch notice {
      case .scopeChanged:
        missed[pane, default: Missed()].scopeChanged = true
        return []
      case .archiveChanged, .failed:
        missed[pane, default: Missed()].archiveChanged = true
        return []
      case .selected(let article):
        missed[pane, default: Missed()].selected = article
        return []
      case .resized: return []
      // The list steps and the reader opens whether they are seen or not.
      case .step, .profiled: break
      case .opened: missed[pane]?.selected = nil
      }
    }
    let isSelection = if case .selected(.some) = notice { true } else { false }
    return run(change(pane, looksAsBefore: isSelection) { $0.hear(notice, in: $1) }, of: pane)
  }

  /// Does what a pane asks for.
  mutating func run(_ requests: [PaneRequest]?, of pane: PaneID) -> [Effect] {
    (requests ?? []).flatMap { request -> [Effect] in
      switch request {
      case .load(let load): return [expect(load)]
      case .select(let key):
        guard article != key else { return [] }
        article = key
        isChoosing = pane == focus
        return isChoosing ? [] : tell(.selected(key), except: pane)
      case .open(let key, let span):
        article = key
        isChoosing = false
        if trail.last != pane { trail.append(pane) }
        return tell(.opened(key, at: span)) + markRead(key)
      case .profile(let actor):
        if trail.last != pane { trail.append(pane) }
        return tellChoice() + tell(.profiled(actor), except: pane)
      case .filter(let facet, let use):
        scope.use(facet, use)
        return tellChoice() + tell(.scopeChanged)
      case .focus: return setFocus(pane)
      case .say(let text):
        remark = text
        return []
      }
    }
  }

  /// Tells the other panes which article the one with the focus has chosen.
  mutating func tellChoice() -> [Effect] {
    guard isChoosing else { return [] }
    isChoosing = false
    return tell(.selected(article), except: focus)
  }

  // MARK: Loading

  mutating func expect(_ load: Load) -> Effect {
    generation += 1
    var load = load
    load.generation = generation
    awaited[load.slot] = (generation, load.urgency)
    return .load(load)
  }

  private mutating func receive(_ delivery: Delivery) -> [Effect] {
    guard awaited[delivery.slot]?.generation == delivery.generation else { return [] }
    awaited[delivery.slot] = nil
    if !isBusy { delay = nil }
    let owner = delivery.slot.owner
    switch (delivery.outcome, owner) {
    case (.success(let content), .pane(let pane)):
      failures[owner] = nil
      return run(change(pane) { $0.receive(boxed: content, in: $1) }, of: pane)
    case (.success(let content), .dashboard):
      if let answer = content as? Gate.Answer { return hear(answer) }
      failures[owner] = nil
      if let effects = receiveMarks(content) { return effects }
      if let answer = content as? DeskAnswer { return receive(answer) }
      if let kept = content as? Kept { receive(kept) }
      if let chooser = content as? Chooser { choose(chooser) }
      if let lines = content as? [Alarm.Line], let now = kiosk?.moment.steady {
        kiosk?.alarm.hear(lines, at: now)
      }
      summary = content as? ArchiveSummary ?? summary
      return (content as? Completion).map { offer($0) } ?? []
    case (.failure(let failure), .pane(let pane)):
      failures[owner] = failure.reason
      return tell(pane, .failed)
    case (.failure(let failure), .dashboard):
      failures[owner] = failure.reason
      return []
    }
  }

  private mutating func refreshSummary() -> [Effect] {
    [expect(Load("summary", for: .dashboard, .later) { try $0.archive.summary() })]
  }

  private mutating func retry() -> [Effect] {
    failures.keys.flatMap { owner -> [Effect] in
      switch owner {
      case .pane(let pane): tell(pane, .archiveChanged)
      case .dashboard: refreshSummary() + lookForAlerts()
      }
    }
  }
}
