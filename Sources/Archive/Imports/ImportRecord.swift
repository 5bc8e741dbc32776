/// What an import has done, or has done so far; times are in seconds since 1970 UTC.
package struct ImportRecord: Hashable, Sendable, Identifiable {
  /// How it stands with an import.
  package enum State: Hashable, Sendable {
    case running
    case done
    /// It was ended from outside: it has not been heard of for long.
    case lost
    /// Why it ended itself.
    case stopped(String)
  }

  /// 0 until it is kept; the newest has the greatest.
  package var id: Int64 = 0
  package var state = State.running
  package var begun: Int
  /// When it last wrote down how far it was.
  package var heard: Int
  /// As `import`, `fetch` or `watch`.
  package var command: String
  /// What it was told to read; empty where that is nobody's business.
  package var origin: String
  package var added = 0
  /// Articles of which the text was new, or what is found in them.
  package var changed = 0
  package var known = 0
  package var failed = 0

  package init(command: String, origin: String, begun: Int) {
    self.command = command
    self.origin = origin
    self.begun = begun
    heard = begun
  }
}

/// An input that an import could not read.
package struct ImportFailure: Hashable, Sendable {
  /// A path or an address, with the line where it has lines; empty where that is nobody's business.
  package var input: String
  package var reason: String

  package init(input: String, reason: String) {
    self.input = input
    self.reason = reason
  }
}
