import Terminal

extension DashboardState {
  /// What is due at a moment: a visitor is forgotten, an alert gives the screen back, the next
  /// view comes.
  mutating func advance(to moment: Moment) -> [Effect] {
    guard kiosk != nil else { return [] }
    kiosk?.moment = moment
    var effects: [Effect] = []
    if kiosk?.alarm.isOver(at: moment.steady) == true { kiosk?.alarm.giveBack() }
    if kiosk?.hasVisitorLeft == true { effects += forgetVisitor() }
    if kiosk?.isTurnDue == true, let view = kiosk?.rotation?.turn(at: moment.steady) {
      effects += show(view)
    }
    return effects
  }

  /// Starts anew, but for what is not the visitor's.
  private mutating func forgetVisitor() -> [Effect] {
    var fresh = DashboardState(
      size: size, archiveName: archiveName, registry: registry, keymap: keymap, kiosk: kiosk)
    // Answers to the visitor's questions may still come; they are nobody's any more.
    fresh.generation = generation
    fresh.outage = outage
    fresh.kiosk?.lastTouch = nil
    fresh.kiosk?.gate?.prompt = nil
    let now = kiosk?.moment.steady ?? .zero
    let view = fresh.kiosk?.rotation?.begin(at: now)
    self = fresh
    return apply(.start) + (view.map { show($0) } ?? [])
  }

  mutating func show(_ view: Playlist.View) -> [Effect] {
    help = nil
    prompt = nil
    trail = []
    isZoomed = false
    shared = view.panes
    arrangement = Arrangement()
    if let first = view.panes.first { bringForward(first) }
    let isOther = scope != view.scope
    scope = view.scope
    return arrange() + (isOther ? tell(.scopeChanged) : [])
  }

  /// Notes that somebody is there; nil when the input was only meant to send an alert away.
  mutating func noteVisitor() -> Bool {
    guard let now = kiosk?.moment.steady else { return true }
    kiosk?.lastTouch = now
    guard kiosk?.alarm.isShown == true else { return true }
    kiosk?.alarm.giveBack()
    return false
  }

  /// Does what a key of a kiosk means; nil when it is none.
  mutating func performInKiosk(_ action: Action.ID) -> [Effect]? {
    guard let now = kiosk?.moment.steady else { return nil }
    switch action {
    case .pauseViews: kiosk?.rotation?.pause()
    case .faster: kiosk?.rotation?.slow(by: -1)
    case .slower: kiosk?.rotation?.slow(by: 1)
    case .nextView:
      guard let view = kiosk?.rotation?.turn(at: now) else { return [] }
      kiosk?.lastTouch = nil
      return show(view)
    case .unlock: kiosk?.gate?.prompt = Prompt(for: .phrase)
    default: return nil
    }
    return []
  }

  /// Keys while somebody types the phrase.
  mutating func performAtGate(_ action: Action.ID) -> [Effect] {
    guard let kiosk, let gate = kiosk.gate, let phrase = gate.prompt?.text else { return [] }
    switch action {
    case .cancel: self.kiosk?.gate?.prompt = nil
    case .accept:
      let wait = gate.wait(at: kiosk.moment.steady)
      guard wait == 0 else {
        self.kiosk?.gate?.prompt = Prompt(for: .phrase)
        self.kiosk?.gate?.prompt?.complain("Wait \(wait) s, then try again", at: 0)
        return []
      }
      self.kiosk?.gate?.prompt = nil
      return [
        expect(
          Load("phrase", for: .dashboard, .later) { _ in
            Gate.Answer(isRight: gate.isRight(phrase))
          })
      ]
    default: _ = self.kiosk?.gate?.prompt?.perform(action)
    }
    return []
  }

  mutating func hear(_ answer: Gate.Answer) -> [Effect] {
    guard !answer.isRight else { return [.quit] }
    let now = kiosk?.moment.steady ?? .zero
    kiosk?.gate?.fail(at: now)
    remark = "That is not the phrase"
    return []
  }

  /// Asks for alerts where they take over.
  mutating func lookForAlerts() -> [Effect] {
    guard kiosk?.rotation != nil else { return [] }
    return [expect(Load("alarm", for: .dashboard, .later, work: Alarm.reading))]
  }
}
