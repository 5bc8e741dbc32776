import Glibc
import Terminal

/// Writes to standard output, all of it or a failure.
enum StandardOutput {
  /// - Throws: ``CommandFailure`` unless the reader has gone, which ends the program quietly.
  static func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(CommandFailure) {
    guard let first = bytes.baseAddress else { return }
    var start = 0
    while start < bytes.count {
      let count = Glibc.write(STDOUT_FILENO, first + start, bytes.count - start)
      if count > 0 {
        start += count
      } else if errno == EPIPE {
        exit(ExitStatus.ok.rawValue)
      } else if errno != EINTR {
        throw CommandFailure(
          "standard output", because: CommandFailure.system(errno),
          advice: "What was written before is whole lines; run the command again.", .output)
      }
    }
  }

  static func write(_ text: String) throws(CommandFailure) {
    try write(Array(text.utf8))
  }

  static func write(_ bytes: [UInt8]) throws(CommandFailure) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(CommandFailure) in try write(bytes) }
  }
}

enum StandardError {
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

/// Text from files, names and messages as it may be printed: no byte of it can reach the
/// terminal as a control sequence.
enum Visible {
  static func text(_ text: String) -> String { SafeText(text).string }

  /// The same for several lines, which stay lines.
  static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { self.text(String($0)) }
      .joined(separator: "\n")
  }
}
