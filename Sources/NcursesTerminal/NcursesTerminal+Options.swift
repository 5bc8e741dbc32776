import CNcurses
import Glibc
import Terminal

/// Why there is no terminal.
package enum NcursesTerminalError: Error, Hashable, Sendable {
  /// Standard output is no terminal, or there is none to read keys from.
  case notATerminal
  /// terminfo has no entry of this name; it is empty if TERM is not set.
  case unknownTERM(name: String)
  /// A terminal that cannot move its cursor.
  case dumbTerminal(name: String)
  case openFailed

  init?(_ result: cn_open_result) {
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    switch result {
    case CN_OPENED: return nil
    case CN_NOT_A_TERMINAL: self = .notATerminal
    case CN_UNKNOWN_TERM: self = .unknownTERM(name: name)
    case CN_DUMB_TERM: self = .dumbTerminal(name: name)
    default: self = .openFailed
    }
  }
}

/// When colours are used.
package enum ColorChoice: String, Hashable, Sendable, CaseIterable {
  /// As the terminal can, unless NO_COLOR is set (see no-color.org).
  case auto
  /// As the terminal can.
  case always
  case never

  /// The palette's attributes are shown in any case.
  package var isWanted: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: getenv("NO_COLOR").map { $0[0] == 0 } ?? true
    }
  }
}

extension NcursesTerminal {
  package struct Options: Sendable {
    package var palette: Palette
    package var color: ColorChoice
    package var asciiOnly: Bool
    /// Clicks and wheel; the terminal's own marking of text then needs Shift.
    package var mouse: Bool
    /// Ignores SIGINT, SIGQUIT, SIGTSTP and SIGUSR; ^Z is a key like others.
    package var isKiosk: Bool
    /// A file to which a crash adds where it was; nil for none.
    package var crashReport: String?

    package init(
      palette: Palette = .mono, color: ColorChoice = .auto, asciiOnly: Bool = false,
      mouse: Bool = false, isKiosk: Bool = false, crashReport: String? = nil
    ) {
      self.palette = palette
      self.color = color
      self.asciiOnly = asciiOnly
      self.mouse = mouse
      self.isKiosk = isKiosk
      self.crashReport = crashReport
    }
  }
}
