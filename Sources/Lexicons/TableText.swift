#if canImport(Glibc)
  import Glibc
#endif

/// The bytes of a table, read line by line, and where its fields stand in them.
struct TableText {
  let bytes: [UInt8]
  /// How many columns the table has.
  let width: Int
  /// For each row, where each of its fields begins, and where one more would.
  private(set) var starts: [Int32] = []
  /// For each row its line, counted from 1.
  private(set) var lines: [Int32] = []
  /// How many lines were read, empty ones included.
  private(set) var line = 0
  private var range = 0..<0
  private var next = 0

  init(bytes: [UInt8], width: Int) {
    self.bytes = bytes
    self.width = width
    // Some forty bytes a row: the tables were measured.
    starts.reserveCapacity(bytes.count / 40 * (width + 1))
    lines.reserveCapacity(bytes.count / 40)
  }

  /// Goes to the next line that is not empty; false at the end.
  mutating func nextLine() -> Bool {
    while next < bytes.count {
      let start = next
      let end = place(of: 0x0A, in: start..<bytes.count) ?? bytes.count
      let isCarried = end > start && bytes[end - 1] == 0x0D
      next = end + 1
      line += 1
      range = start..<(isCarried ? end - 1 : end)
      if !range.isEmpty { return true }
    }
    return false
  }

  var first: UInt8 { bytes[range.lowerBound] }

  /// The texts of the line between its tabs.
  var fields: [String] {
    bytes[range].split(separator: 0x09, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// What stands behind `# sample: `; nil for another comment.
  var sample: String? {
    let mark = "# sample: ".utf8
    guard bytes[range].starts(with: mark) else { return nil }
    return String(decoding: bytes[range].dropFirst(mark.count), as: UTF8.self)
  }

  /// Keeps the line as a row, and says how many fields it has.
  mutating func addRow() -> Int {
    let before = starts.count
    var start = range.lowerBound
    starts.append(Int32(start))
    while let tab = place(of: 0x09, in: start..<range.upperBound) {
      start = tab + 1
      starts.append(Int32(start))
    }
    starts.append(Int32(range.upperBound + 1))
    lines.append(Int32(line))
    return starts.count - before - 1
  }

  /// Forgets the row that was kept last.
  mutating func removeRow(of fields: Int) {
    starts.removeLast(fields + 1)
    lines.removeLast()
  }

  private func place(of byte: UInt8, in range: Range<Int>) -> Int? {
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}
