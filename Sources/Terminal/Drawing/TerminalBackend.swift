/// A place where frames are shown and inputs come from.
package protocol TerminalBackend: AnyObject {
  var size: Size { get }

  /// Shows the frame; sends only what differs from the one before.
  func show(_ frame: Frame)

  /// Puts a text on the clipboard, where the terminal can and may.
  func copy(_ text: String)

  /// Ends a wait in ``inputs(timeout:)`` from any thread; the inputs are then empty.
  var waker: Waker { get }

  /// All inputs that are waiting, in order; waits for one until `timeout` milliseconds
  /// have gone by, for ever when it is nil, or until ``Waker/wake()``.
  func inputs(timeout: Int?) -> [Input]
}
