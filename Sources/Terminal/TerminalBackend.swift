/// A place where frames are shown and inputs come from.
package protocol TerminalBackend: AnyObject {
  var size: Size { get }

  /// Shows the frame; sends only what differs from the one before.
  func show(_ frame: Frame)

  /// All inputs that are waiting, in order; waits for one until `timeout` milliseconds
  /// have gone by, for ever when it is nil, or until ``wake()``.
  func inputs(timeout: Int?) -> [Input]
}
