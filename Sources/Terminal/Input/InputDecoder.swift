/// Turns what a terminal sends into inputs: keys, pastes and the mouse.
///
/// Takes any bytes in any pieces. Sequences that nobody asked for, replies of the terminal
/// and broken UTF-8 never become keys: they are left out, a run of bad bytes as U+FFFD.
/// Times are given by the caller, in milliseconds of any steady clock.
package struct InputDecoder {
  /// What a paste may hold at most, in bytes; the rest is dropped.
  package static let pasteLimit = 1 << 16
  /// Two presses on a cell within this time, in milliseconds, are a double click.
  package static let doubleClickTime = 400
  /// How long Esc waits for the rest of a sequence, in milliseconds.
  package static let escapeDelay = 25
  /// How long a paste or a reply may pause before it is taken as ended, in milliseconds.
  package static let stringDelay = 1000

  private var buffer: [UInt8] = []
  private var paste: [UInt8]?
  /// Whether a reply of the terminal (OSC, DCS and the like) is being skipped.
  private var isSkipping = false
  private var lastPress: (mouse: Mouse, time: Int)?
  /// Sequences of this terminal that differ from the usual ones, the longest first.
  private let sequences: [SequenceReader.Named]

  package init(sequences: [[UInt8]: Key] = [:]) {
    self.sequences = sequences.map { (bytes: $0, key: $1) }
      .sorted { $0.bytes.count > $1.bytes.count }
  }

  /// How long to wait for more bytes before ``flush(at:)``, in milliseconds; nil if none
  /// are missing.
  package var patience: Int? {
    if paste != nil || isSkipping { return InputDecoder.stringDelay }
    return buffer.isEmpty ? nil : InputDecoder.escapeDelay
  }

  /// The inputs that are complete with these bytes.
  package mutating func decode(_ bytes: some Sequence<UInt8>, at time: Int = 0) -> [Input] {
    buffer.append(contentsOf: bytes)
    return drain(isFinal: false, at: time)
  }

  /// The inputs of bytes that wait, now that no more have come: a lone Esc, say.
  package mutating func flush(at time: Int = 0) -> [Input] {
    var inputs: [Input] = []
    if let pasted = paste {
      paste = nil
      inputs.append(.paste(text(pasted + buffer)))
      buffer = []
    }
    isSkipping = false
    return inputs + drain(isFinal: true, at: time)
  }

  private mutating func drain(isFinal: Bool, at time: Int) -> [Input] {
    var inputs: [Input] = []
    var offset = 0
    reading: while offset < buffer.count {
      if paste != nil {
        guard takePaste(from: &offset, into: &inputs) else { break reading }
        continue
      }
      if isSkipping {
        guard let end = SequenceReader.endOfString(in: buffer, from: offset) else {
          // Keep an Esc that may begin the terminator.
          offset = !isFinal && buffer.last == 0x1B ? buffer.count - 1 : buffer.count
          break reading
        }
        isSkipping = false
        offset = end
        continue
      }
      let reader = SequenceReader(bytes: buffer, start: offset, sequences: sequences)
      let step = reader.read(isFinal: isFinal)
      switch step.meaning {
      case .incomplete: break reading
      case .nothing: break
      case .key(let key): inputs.append(.key(key))
      case .mouse(let mouse): inputs.append(.mouse(click(mouse, at: time)))
      case .pasteStart: paste = []
      case .stringStart: isSkipping = true
      }
      offset += step.length
    }
    buffer.removeFirst(offset)
    return inputs
  }

  /// Takes what is pasted up to the end mark; false if the mark has not come, with all but a
  /// possible beginning of it taken.
  private mutating func takePaste(from offset: inout Int, into inputs: inout [Input]) -> Bool {
    let mark = SequenceReader.pasteEnd
    let room = max(0, InputDecoder.pasteLimit - (paste?.count ?? 0))
    guard let end = SequenceReader.find(mark, in: buffer, from: offset) else {
      let last = max(offset, buffer.count - mark.count + 1)
      paste?.append(contentsOf: buffer[offset..<last].prefix(room))
      offset = last
      return false
    }
    paste?.append(contentsOf: buffer[offset..<end].prefix(room))
    offset = end + mark.count
    // A second end without a second start: the first was part of the text, put there to
    // make the terminal type what follows.
    if let other = SequenceReader.find(mark, in: buffer, from: offset) {
      let start = SequenceReader.find(SequenceReader.pasteStart, in: buffer, from: offset)
      if start.map({ $0 > other }) ?? true { return true }
    }
    inputs.append(.paste(text(paste ?? [])))
    paste = nil
    return true
  }

  private func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix(InputDecoder.pasteLimit), as: UTF8.self)
  }

  private mutating func click(_ mouse: Mouse, at time: Int) -> Mouse {
    guard mouse.gesture == .press else { return mouse }
    if let last = lastPress, last.mouse == mouse,
      time - last.time <= InputDecoder.doubleClickTime
    {
      lastPress = nil
      return Mouse(gesture: .doubleClick, column: mouse.column, row: mouse.row)
    }
    lastPress = (mouse, time)
    return mouse
  }
}
