import Glibc
import Synchronization
import Terminal

/// A thread that does work in the order in which it is due.
///
/// One thread as long as the lane is there, where a dispatch queue would start them as it likes.
final class Lane: Sendable {
  private let schedule = Schedule()

  deinit { schedule.end() }

  func run(after delay: Duration = .zero, _ work: @escaping @Sendable () -> Void) {
    schedule.add(work, due: .now + delay)
  }
}

/// What a lane shares with its thread, which ends when the lane is gone.
private final class Schedule: Sendable {
  private struct Work: Sendable {
    let due: ContinuousClock.Instant
    let run: @Sendable () -> Void
  }

  private struct State: Sendable {
    var works: [Work] = []
    var hasThread = false
    var isEnded = false
  }

  private enum Step {
    case work(Work)
    /// Milliseconds; nil until something is added.
    case wait(Int)
    case end
  }

  /// How long a thread sleeps that has nothing to do, in milliseconds: a new wait costs nothing.
  private static let longest = 3_600_000

  private let state = Mutex(State())
  private let waker = Waker()

  func add(_ work: @escaping @Sendable () -> Void, due: ContinuousClock.Instant) {
    let isFirst = state.withLock { state in
      state.works.append(Work(due: due, run: work))
      defer { state.hasThread = true }
      return !state.hasThread
    }
    if isFirst { startThread() } else { waker.wake() }
  }

  func end() {
    state.withLock { $0.isEnded = true }
    waker.wake()
  }

  private func loop() {
    while true {
      switch next() {
      case .work(let work): work.run()
      case .wait(let milliseconds): _ = waker.wait(timeout: milliseconds)
      case .end: return
      }
    }
  }

  /// The work that is due first; of several at the same moment the one that came first.
  private func next() -> Step {
    state.withLock { state in
      if state.isEnded { return .end }
      guard let first = state.works.indices.min(by: { state.works[$0].due < state.works[$1].due })
      else { return .wait(Self.longest) }
      let left = ContinuousClock.now.duration(to: state.works[first].due)
      guard left > .zero else { return .work(state.works.remove(at: first)) }
      return .wait(min(Self.longest, Int((left / .milliseconds(1)).rounded(.up))))
    }
  }

  /// Signals go to the thread that has the terminal: all but faults are blocked in the new one.
  private func startThread() {
    var (blocked, before) = (sigset_t(), sigset_t())
    sigfillset(&blocked)
    for fault in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS] {
      sigdelset(&blocked, fault)
    }
    pthread_sigmask(SIG_SETMASK, &blocked, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var thread = pthread_t()
    let owner = Unmanaged.passRetained(self)
    let code = pthread_create(
      &thread, nil,
      { owner in
        guard let owner else { return nil }
        let schedule = Unmanaged<Schedule>.fromOpaque(owner).takeRetainedValue()
        withStackForHandlers { schedule.loop() }
        return nil
      }, owner.toOpaque())
    guard code == 0 else { fatalError("no thread: \(String(cString: strerror(code)))") }
    pthread_detach(thread)
  }
}

/// Does the whole work of a thread, beside a stack on which the handlers of signals run: when its
/// own is full, the kernel could not call the one that gives the terminal back.
private func withStackForHandlers(_ work: () -> Void) {
  let size = 64 * 1024
  let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
  defer { memory.deallocate() }
  var (own, before) = (stack_t(ss_sp: memory, ss_flags: 0, ss_size: size), stack_t())
  sigaltstack(&own, &before)
  defer { sigaltstack(&before, nil) }
  work()
}
