/// Makes records of the lines of a table (RFC 4180).
struct DelimitedRecords {
  struct Record {
    var fields: [[UInt8]]
    /// Byte for byte as it came, without the last line end.
    var original: [UInt8]
    /// Of its first line, from 1.
    var line: Int
  }

  enum Outcome {
    case record(Record)
    /// A quotation mark that is opened in the line and closed nowhere.
    case open(line: Int)
  }

  /// How many lines a record may have: behind them a quotation mark counts as never closed.
  private static let mostLines = 20_000

  private let delimiter: UInt8
  private let limit: Int
  /// Of the record that is not complete.
  private var lines: [[UInt8]] = []
  private var bytes = 0
  private var firstLine = 0

  /// - Parameter limit: how many bytes a record may have.
  init(delimiter: UInt8, limit: Int) {
    self.delimiter = delimiter
    self.limit = limit
  }

  /// Whether no record goes on in the next line.
  var isComplete: Bool { lines.isEmpty }

  /// What the line completes: nothing while a quotation mark is open, else a record.
  mutating func add(_ line: [UInt8], line number: Int) -> [Outcome] {
    if lines.isEmpty { firstLine = number }
    let isQuoted = scan(line, isQuoted: !lines.isEmpty) { _ in }
    lines.append(line)
    bytes += line.count + 1
    if isQuoted { return lines.count > Self.mostLines || bytes > limit ? rest() : [] }
    let original = Array(lines.joined(separator: [0x0A]))
    defer { reset() }
    return [.record(Record(fields: fields(original), original: original, line: firstLine))]
  }

  /// What is left at the end. A mark that nothing closes has swallowed what follows: that is
  /// read again, each line of it by itself.
  mutating func rest() -> [Outcome] {
    guard !lines.isEmpty else { return [] }
    var rest: [Outcome] = [.open(line: firstLine)]
    for (offset, line) in lines.enumerated().dropFirst() where line.contains(where: { $0 > 0x20 }) {
      let number = firstLine + offset
      let isOpen = scan(line, isQuoted: false) { _ in }
      rest.append(
        isOpen
          ? .open(line: number)
          : .record(Record(fields: fields(line), original: line, line: number)))
    }
    reset()
    return rest
  }

  private mutating func reset() {
    lines = []
    bytes = 0
  }

  private func fields(_ record: [UInt8]) -> [[UInt8]] {
    var fields: [[UInt8]] = [[]]
    _ = scan(record, isQuoted: false) { byte in
      if let byte { fields[fields.count - 1].append(byte) } else { fields.append([]) }
    }
    if fields[fields.count - 1].last == 0x0D { fields[fields.count - 1].removeLast() }
    return fields
  }

  /// Hands over the bytes of all fields, and nil between two of them.
  ///
  /// A mark that does not begin a field is an ordinary character outside of marks.
  ///
  /// - Returns: whether a quotation mark is still open.
  private func scan(
    _ bytes: [UInt8], isQuoted: Bool, _ body: (_ byte: UInt8?) -> Void
  ) -> Bool {
    let mark = UInt8(ascii: "\"")
    var isQuoted = isQuoted
    var isAtStart = !isQuoted
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted, byte == mark {
        if index < bytes.count, bytes[index] == mark {
          body(mark)
          index += 1
        } else {
          isQuoted = false
        }
      } else if isAtStart, byte == mark {
        isQuoted = true
        isAtStart = false
      } else if byte == delimiter, !isQuoted {
        body(nil)
        isAtStart = true
      } else {
        body(byte)
        isAtStart = isAtStart && byte == 0x20
      }
    }
    return isQuoted
  }
}
