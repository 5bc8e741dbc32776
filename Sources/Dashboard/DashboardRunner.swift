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

  /// How often an idle dashboard looks for news in the archive, in milliseconds.
  static let pollInterval = 1000

  private var state: DashboardState
  /// What it was before anybody touched it.
  private let untouched: DashboardState
  private let idleLimit: Duration?
  /// When somebody last touched it since it was reset; nil if nobody has.
  private var lastTouch: ContinuousClock.Instant?
  private let terminal: any TerminalBackend
  private let asciiOnly: Bool
  private var painter: FramePainter
  private let mailbox = Mailbox()
  private let loader: Loader
  private var lastPoll = ContinuousClock.now
  private var isRunning = true
  private let patience: Duration

  /// - Parameters:
  ///   - patience: how long the first frame may wait for the newest page.
  ///   - notice: said in the status line until the first key.
  ///   - searches: what was searched for before, the latest last.
  ///   - idleLimit: after so long without a key it forgets what its visitor did, as a kiosk in a
  ///     hall must.
  package init(
    archive: DashboardArchive, terminal: any TerminalBackend, registry: PaneRegistry = .standard,
    keymap: Keymap = .standard, asciiOnly: Bool = false, patience: Duration = .milliseconds(40),
    notice: String? = nil, idleLimit: Duration? = nil, searches: [String] = []
  ) {
    self.patience = patience
    self.terminal = terminal
    self.asciiOnly = asciiOnly
    painter = FramePainter(asciiOnly: asciiOnly)
    state = DashboardState(
      size: terminal.size, archiveName: archive.name, registry: registry, keymap: keymap,
      searches: searches)
    state.remark = notice
    untouched = state
    self.idleLimit = idleLimit
    let (mailbox, waker) = (mailbox, terminal.waker)
    loader = Loader(archive: archive) { message in
      mailbox.put(message)
      waker.wake()
    }
  }

  /// Runs until somebody quits or the terminal is gone.
  package func run() -> Outcome {
    submit(state.apply(.start))
    loader.poll()
    if !waitForFirstPage() { return .closed }
    if isRunning { terminal.show(painter.frame(of: state)) }
    while isRunning {
      let inputs = terminal.inputs(timeout: Self.pollInterval)
      if inputs.contains(.closed) { return .closed }
      let isReset = inputs.isEmpty && resetWhenIdle()
      if !inputs.isEmpty { lastTouch = .now }
      if take(inputs.map { .input($0) } + mailbox.takeAll()) || isReset, isRunning {
        terminal.show(painter.frame(of: state))
      }
      pollNowAndThen()
    }
    return .quit
  }

  /// Applies messages and submits what they ask for; false when there were none.
  private func take(_ messages: [Message]) -> Bool {
    submit(messages.flatMap { state.apply($0) })
    return !messages.isEmpty
  }

  /// Of several loads for one slot only the last is worth the work.
  private func submit(_ effects: [Effect]) {
    var latest: [Load.Slot: Int] = [:]
    for case .load(let load) in effects { latest[load.slot] = load.generation }
    for effect in effects {
      switch effect {
      case .quit: isRunning = false
      case .load(let load):
        if latest[load.slot] == load.generation { loader.submit(load) }
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
      _ = take(inputs.map { .input($0) } + mailbox.takeAll())
    }
    return true
  }

  /// Starts anew when the visitor seems to have left; true when it did.
  private func resetWhenIdle() -> Bool {
    guard let idleLimit, let lastTouch, lastTouch.duration(to: .now) >= idleLimit else {
      return false
    }
    self.lastTouch = nil
    let generation = state.generation
    state = untouched
    // Answers to the visitor's questions may still come; they are nobody's any more.
    state.generation = generation
    painter = FramePainter(asciiOnly: asciiOnly)
    submit(state.apply(.start) + state.apply(.input(.resize(terminal.size))))
    return true
  }

  private func pollNowAndThen() {
    guard lastPoll.duration(to: .now) >= .milliseconds(Self.pollInterval) else { return }
    lastPoll = .now
    loader.poll()
    if !state.failures.isEmpty { submit(state.apply(.retry)) }
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
