import Archive
import Synchronization
import Terminal

/// The loop: inputs and what loads bring go into the state, frames come out.
///
/// Everything that waits is taken before one frame is drawn, so a burst of keys
/// costs one frame. Nothing here reads the archive: the ``Loader`` does.
package final class DashboardRunner {
  package enum Outcome: Hashable, Sendable {
    /// Somebody pressed the key for it.
    case quit
    /// The terminal is gone.
    case closed
  }

  /// How often the archive is looked at that changes, or that nobody watches, in milliseconds.
  static let pollInterval = 1000

  /// Polls between two retries at most: a pane that stays broken must not cost the others much.
  static let longestRetryWait = 8

  private var state: DashboardState
  /// What the clock of a kiosk says.
  private let clock: (@Sendable () -> Moment)?
  private let terminal: any TerminalBackend
  private let asciiOnly: Bool
  private var painter: FramePainter
  private let mailbox = Mailbox()
  private let loader: Loader
  /// Nil where the archive has to be looked at now and then.
  private let news: NewsWatch?
  private var waits = Waits()
  private var lastPoll = ContinuousClock.now
  /// Polls between two retries, and those left to the next.
  private var retryWait = 1
  private var pollsToRetry = 1
  private var isRunning = true
  private let patience: Duration

  /// - Parameters:
  ///   - patience: how long the first frame may wait for the newest page.
  ///   - searches: what was searched for before, the latest last.
  ///   - arrangements: how panes were arranged before.
  ///   - stillness: milliseconds that what follows a list waits for another key.
  ///   - tour: for who sees the program for the first time.
  ///   - kiosk: what makes a kiosk of it, with the clock that it goes by.
  package init(
    archive: DashboardArchive, terminal: any TerminalBackend, registry: PaneRegistry = .standard,
    keymap: Keymap = .standard, asciiOnly: Bool = false, patience: Duration = .milliseconds(40),
    stillness: Int = Loader.stillness, searches: [String] = [],
    arrangements: [Size: Arrangement] = [:], tour: Tour? = nil,
    kiosk: (kiosk: Kiosk, clock: @Sendable () -> Moment)? = nil
  ) {
    self.patience = patience
    self.terminal = terminal
    self.asciiOnly = asciiOnly
    painter = FramePainter(asciiOnly: asciiOnly)
    clock = kiosk?.clock
    let room = kiosk == nil ? terminal.size : BurnInShift.room(in: terminal.size)
    state = DashboardState(
      size: room, archiveName: archive.name, registry: registry, keymap: keymap,
      kiosk: kiosk?.kiosk, searches: searches, arrangements: arrangements,
      tour: tour)
    let (mailbox, waker) = (mailbox, terminal.waker)
    let loader = Loader(archive: archive, stillness: stillness) { message in
      mailbox.put(message)
      waker.wake()
    }
    self.loader = loader
    // The clock of a kiosk wakes it anyway.
    news = kiosk == nil ? archive.reader.watch().map { NewsWatch($0) { loader.poll() } } : nil
  }

  /// Runs until somebody quits or the terminal is gone.
  package func run() -> Outcome {
    submit(state.apply(.start))
    loader.poll()
    if !waitForFirstPage() { return .closed }
    if isRunning { show() }
    while isRunning {
      let inputs = terminal.inputs(timeout: patienceOfPerson)
      if inputs.contains(.closed) { return .closed }
      // In this order: a visitor is gone before the next one presses a key.
      let isDue = tick()
      let news = inputs.map(message) + mailbox.takeAll()
      if take(news + waits.messages(for: state, after: news)) || isDue, isRunning { show() }
      waits.begin(with: state)
      pollNowAndThen()
    }
    return .quit
  }

  /// Milliseconds to wait for an input; nil for ever.
  private var patienceOfPerson: Int? {
    let isAwake = mustLook || state.kiosk != nil
    return [isAwake ? Self.pollInterval : nil, waits.patience].compactMap(\.self).min()
  }

  /// Whether the archive is looked at without news of it.
  private var mustLook: Bool { news == nil || state.outage != nil || !state.failures.isEmpty }

  /// Applies messages and submits what they ask for; false when there were none.
  private func take(_ messages: [Message]) -> Bool {
    let isByHand = messages.contains { if case .input = $0 { true } else { false } }
    submit(state.apply(messages), isByHand: isByHand)
    return !messages.isEmpty
  }

  /// Of several loads for one slot only the last is worth the work.
  ///
  /// - Parameter isByHand: whether they may be followed by those of another key. What a page asks
  ///   for that has come is where the keys of before lead to.
  private func submit(_ effects: [Effect], isByHand: Bool = false) {
    var latest: [Load.Slot: Int] = [:]
    for case .load(let load) in effects { latest[load.slot] = load.generation }
    for effect in effects {
      switch effect {
      case .quit: isRunning = false
      case .copy(let text): terminal.copy(text)
      case .load(var load):
        guard latest[load.slot] == load.generation else { continue }
        if load.urgency == .whenStill, !isByHand { load.urgency = .now }
        loader.submit(load)
      }
    }
  }

  /// Waits until the pane with the focus has something to show, but not long; a terminal that
  /// stays black looks broken. False when the terminal is gone.
  private func waitForFirstPage() -> Bool {
    let deadline = ContinuousClock.now + patience
    while isRunning, state.isAwaitingFocus, ContinuousClock.now < deadline {
      let inputs = terminal.inputs(timeout: 5)
      if inputs.contains(.closed) { return false }
      _ = take(inputs.map(message) + mailbox.takeAll())
    }
    return true
  }

  /// Tells a kiosk the time; true when it looks different now.
  private func tick() -> Bool {
    guard let moment = clock?(), let kiosk = state.kiosk else { return false }
    let isDue = kiosk.isDue(at: moment)
    submit(state.apply(.tick(moment)))
    return isDue
  }

  private func show() {
    let frame = painter.frame(of: state)
    terminal.show(
      state.kiosk == nil ? frame : frame.placed(in: terminal.size, at: picturePlace))
  }

  /// Where the picture of a kiosk stands in the terminal.
  private var picturePlace: (column: Int, row: Int) {
    BurnInShift.place(in: terminal.size, at: state.kiosk?.moment.steady ?? .zero)
  }

  /// What comes from the terminal, as the picture sees it.
  private func message(_ input: Input) -> Message {
    guard state.kiosk != nil else { return .input(input) }
    switch input {
    case .resize(let size): return .input(.resize(BurnInShift.room(in: size)))
    case .mouse(var mouse):
      mouse.column -= picturePlace.column
      mouse.row -= picturePlace.row
      return .input(.mouse(mouse))
    case .key, .paste, .closed: return .input(input)
    }
  }

  private func pollNowAndThen() {
    if state.failures.isEmpty { (retryWait, pollsToRetry) = (1, 1) }
    guard mustLook, lastPoll.duration(to: .now) >= .milliseconds(Self.pollInterval) else { return }
    lastPoll = .now
    loader.poll()
    retryNowAndThen()
  }

  /// What cannot be read is asked for again after one second, two, four, eight and so on each eight.
  private func retryNowAndThen() {
    guard !state.failures.isEmpty else { return }
    pollsToRetry -= 1
    guard pollsToRetry <= 0 else { return }
    retryWait = min(2 * retryWait, Self.longestRetryWait)
    pollsToRetry = retryWait
    submit(state.apply(.retry))
  }
}

/// Messages from other threads, in the order in which they came.
private final class Mailbox: Sendable {
  private let messages = Mutex<[Message]>([])

  func put(_ message: Message) {
    messages.withLock { $0.append(message) }
  }

  func takeAll() -> [Message] {
    messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
