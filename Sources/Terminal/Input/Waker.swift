import Glibc

/// Ends a wait for inputs from another thread: “the rows have been loaded”.
///
/// A pipe that never blocks: many calls before the wait end one wait.
package final class Waker: Sendable {
  /// Readable when ``wake()`` was called; -1 if the system gave no pipe.
  package let readable: Int32
  private let writable: Int32

  package init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      }
    }
    (readable, writable) = (ends[0], ends[1])
  }

  deinit {
    close(readable)
    close(writable)
  }

  /// May be called from any thread, also after the terminal was closed.
  package func wake() {
    var byte: UInt8 = 1
    _ = write(writable, &byte, 1)
  }

  /// Waits until ``wake()``, at most `timeout` milliseconds; whether it was called.
  package func wait(timeout: Int) -> Bool {
    var poll = pollfd(fd: readable, events: Int16(POLLIN), revents: 0)
    guard Glibc.poll(&poll, 1, Int32(clamping: timeout)) > 0 else { return false }
    drain()
    return true
  }

  /// Forgets calls of ``wake()`` so far.
  package func drain() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(readable, &bytes, bytes.count) == bytes.count {}
  }
}
