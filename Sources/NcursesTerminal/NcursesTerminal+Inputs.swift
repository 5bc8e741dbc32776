import CNcurses
import Terminal

extension NcursesTerminal {
  /// A flood of input is handed on in batches of this many bytes, so that frames go on.
  private static let mostBytes = 1 << 20

  package func inputs(timeout: Int?) -> [Input] {
    let deadline = timeout.map { now + $0 }
    while isOpen {
      // A lone Esc waits for the rest of a sequence, but not for long.
      let flushTime = decoder.patience.map { lastByte + $0 }
      let wait = [deadline, flushTime].compactMap(\.self).min().map { max(0, $0 - now) }
      let found = Int(cn_wait(waker.readable, Int32(clamping: wait ?? -1)))
      if found & Int(CN_WOKEN) != 0 { waker.drain() }
      var inputs = found & Int(CN_READABLE) != 0 ? read() : []
      if inputs.isEmpty, let flushTime, now >= flushTime, found & Int(CN_READABLE) == 0 {
        inputs = decoder.flush(at: now)
      }
      inputs += changes(found)
      if !inputs.isEmpty || found & Int(CN_WOKEN) != 0 { return inputs }
      if let deadline, now >= deadline { return [] }
    }
    return [.closed]
  }

  /// Inputs that are no keys: a new size, the end.
  private func changes(_ found: Int) -> [Input] {
    var inputs: [Input] = []
    if found & Int(CN_RESIZED | CN_RESUMED) != 0 {
      let before = size
      size = NcursesTerminal.currentSize()
      // Whoever hears of a new size draws a frame for it.
      if size != before { inputs.append(.resize(size)) } else { showAgain() }
    }
    if found & Int(CN_CLOSED) != 0 { inputs.append(.closed) }
    return inputs
  }

  /// All that has been typed, so that a held key is drawn once and not replayed late.
  private func read() -> [Input] {
    var inputs: [Input] = []
    var total = 0
    lastByte = now
    while total < NcursesTerminal.mostBytes {
      let count = cn_read(&bytes, bytes.count)
      if count < 0 { return inputs + [.closed] }
      if count == 0 { break }
      total += count
      inputs += decoder.decode(bytes[..<count], at: now)
    }
    guard !isKiosk, inputs.contains(.key(.control("z"))) else { return inputs }
    suspend()
    inputs.removeAll { $0 == .key(.control("z")) }
    return inputs + [.resize(size)]
  }

  /// Milliseconds of a steady clock.
  private var now: Int {
    Int((ContinuousClock.now - NcursesTerminal.start) / .milliseconds(1))
  }

  private static let start = ContinuousClock.now

  /// Keys as terminfo knows them for this terminal, for those that send something unusual.
  static func keySequences() -> [[UInt8]: Key] {
    var names: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
      ("khome", .home), ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown),
      ("kdch1", .delete), ("kcbt", .backTab),
    ]
    names += (1...12).map { ("kf\($0)", Key.function($0)) }
    var sequences: [[UInt8]: Key] = [:]
    for (name, key) in names {
      guard let text = cn_key_sequence(name) else { continue }
      let bytes = Array(String(cString: text).utf8)
      // A single byte is a key of its own everywhere.
      if bytes.count > 1, bytes[0] == 0x1B { sequences[bytes] = key }
    }
    return sequences
  }
}
