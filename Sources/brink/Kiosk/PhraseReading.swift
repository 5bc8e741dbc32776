import Glibc

/// Reads a phrase from a person without showing it, or a line from a program.
enum PhraseReading {
  /// - Throws: ``CommandFailure`` when nothing comes, or the second time differs from the first.
  static func phrase() throws(CommandFailure) -> String {
    guard isatty(STDIN_FILENO) != 0 else {
      guard let line = readLine() else { throw nothing }
      return line
    }
    let first = try line(asking: "New phrase: ")
    guard try line(asking: "Once more: ") == first else {
      throw CommandFailure(
        "phrase", because: "the second time differs from the first",
        advice: "Nothing was changed; try again.", .usage)
    }
    return first
  }

  private static var nothing: CommandFailure {
    CommandFailure(
      "phrase", because: "none was typed", advice: "Nothing was changed.", .usage)
  }

  private static func line(asking question: String) throws(CommandFailure) -> String {
    var modes = termios()
    tcgetattr(STDIN_FILENO, &modes)
    var silent = modes
    silent.c_lflag &= ~tcflag_t(ECHO)
    // With ^C the shell sets the modes back; here only the end of the line does.
    silent.c_lflag &= ~tcflag_t(ISIG)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &modes)
      StandardError.write("\n")
    }
    StandardError.write(question)
    guard let line = readLine(), !line.contains("\u{3}") else { throw nothing }
    return line
  }
}
