import Glibc

/// The other side of a terminal that a test reads and writes by itself, or does not.
final class PseudoTerminal {
  /// Of the side that a program opens.
  let path: String
  private let descriptor: Int32
  /// What was read so far.
  private(set) var text = ""

  /// TIOCSPTLCK and TIOCGPTN, macros that Swift does not see; glibc's functions for them neither.
  private static let lock: UInt = 0x4004_5431
  private static let number: UInt = 0x8004_5430

  init(columns: UInt16 = 100, rows: UInt16 = 30) throws {
    descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK)
    var isLocked: Int32 = 0
    var number: UInt32 = 0
    guard descriptor >= 0, ioctl(descriptor, Self.lock, &isLocked) == 0,
      ioctl(descriptor, Self.number, &number) == 0
    else { throw HarnessError("no pseudo-terminal: \(String(cString: strerror(errno)))") }
    path = "/dev/pts/\(number)"
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }

  deinit { close(descriptor) }

  /// Types as many of the keys as the terminal takes.
  ///
  /// - Returns: false when it takes none, as a program that reads none has left it full.
  func type(_ keys: String) -> Bool { write(descriptor, keys, keys.utf8.count) > 0 }

  /// Adds what there is to read to ``text``.
  func read() {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &bytes, bytes.count)
      guard count > 0 else { return }
      text += String(decoding: bytes[..<count], as: UTF8.self)
    }
  }
}
