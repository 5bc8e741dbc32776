import Archive
import Terminal

/// A dashboard without a terminal: every load is done before the next input.
///
/// `brink snapshot` and the tests use it; what it shows is what the runner shows
/// after its loads have come.
package struct DashboardSession: Sendable {
  package private(set) var state: DashboardState
  package private(set) var isRunning = true
  /// What was copied last.
  package private(set) var copied: String?
  private let archive: DashboardArchive

  package init(
    archive: DashboardArchive, size: Size, registry: PaneRegistry = .standard,
    keymap: Keymap = .standard, kiosk: Kiosk? = nil
  ) {
    self.archive = archive
    state = DashboardState(
      size: size, archiveName: archive.name, registry: registry, keymap: keymap, kiosk: kiosk)
    send(.start)
  }

  /// The screen that an archive shows after some inputs.
  package static func screen(
    after inputs: [Input] = [], of archive: DashboardArchive, size: Size,
    registry: PaneRegistry = .standard, keymap: Keymap = .standard, asciiOnly: Bool = false
  ) -> Frame {
    var session = DashboardSession(
      archive: archive, size: size, registry: registry, keymap: keymap)
    session.send(inputs)
    return session.state.frame(asciiOnly: asciiOnly)
  }

  package mutating func send(_ message: Message) { sendAtOnce([message]) }

  /// Sends messages that wait together.
  package mutating func sendAtOnce(_ messages: [Message]) {
    var effects = state.apply(messages)[...]
    while let effect = effects.popFirst() {
      switch effect {
      case .quit: isRunning = false
      case .copy(let text): copied = text
      case .load(let load):
        effects += state.apply(.delivery(load.run(on: archive.source(for: load.urgency))))
      }
    }
  }

  package mutating func send(_ inputs: [Input]) {
    for input in inputs where isRunning { send(.input(input)) }
  }
}
