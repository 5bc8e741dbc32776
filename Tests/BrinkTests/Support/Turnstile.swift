import Glibc

/// Lets few in at a time: programs that compile the lexicons would otherwise wait for each
/// other's processor until their deadlines have passed.
actor Turnstile {
  /// As many programs as there are processors.
  static let programs = Turnstile(width: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(width: Int) {
    free = width
  }

  func enter() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
