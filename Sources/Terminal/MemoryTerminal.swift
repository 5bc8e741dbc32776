/// A terminal in memory: hands out inputs given beforehand and keeps the frames shown.
///
/// Chosen at run time, so that tests and `brink snapshot` drive the code that ships.
package final class MemoryTerminal: TerminalBackend {
  package private(set) var size: Size
  /// The frames shown, oldest first; only the last ``framesKept`` of them.
  package private(set) var frames: [Frame] = []
  package let framesKept: Int
  /// What was copied last.
  package private(set) var copied: String?
  package let waker = Waker()

  private var waiting: [Input]

  package init(size: Size, inputs: [Input] = [], framesKept: Int = 16) {
    self.size = size
    self.framesKept = max(1, framesKept)
    waiting = inputs
  }

  /// The last frame as text; empty before the first.
  package var plain: String { frames.last?.plain ?? "" }

  /// Adds inputs behind those that are waiting.
  package func queue(_ inputs: [Input]) {
    waiting += inputs
  }

  package func show(_ frame: Frame) {
    if frames.count == framesKept { frames.removeFirst() }
    frames.append(frame)
  }

  package func copy(_ text: String) {
    copied = text
  }

  /// The inputs that are waiting, up to and including a resize, one batch a call.
  ///
  /// With none left it waits for ``Waker/wake()`` until the timeout, as a real terminal
  /// does; with none left and no timeout nobody could ever press a key, so the answer is
  /// ``Input/closed``, unless the waker was called.
  package func inputs(timeout: Int?) -> [Input] {
    guard waiting.isEmpty else { return nextBatch() }
    let woken = waker.wait(timeout: timeout ?? 0)
    return timeout == nil && !woken ? [.closed] : []
  }

  private func nextBatch() -> [Input] {
    for (index, input) in waiting.enumerated() {
      guard case .resize(let size) = input else { continue }
      self.size = size
      let batch = Array(waiting[...index])
      waiting.removeFirst(index + 1)
      return batch
    }
    defer { waiting = [] }
    return waiting
  }
}
