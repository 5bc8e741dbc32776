/// The bytes of a table, read line by line, and where its fields stand in them.
struct TableText {
  let bytes: [UInt8]
  /// How many columns the table has.
  let width: Int
  /// For each row, where each of its fields begins, and where one more would.
  private(set) var starts: [Int] = []
  /// For each row its line, counted from 1.
  private(set) var lines: [Int] = []
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
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
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
    starts.append(range.lowerBound)
    for place in range where bytes[place] == 0x09 { starts.append(place + 1) }
    starts.append(range.upperBound + 1)
    lines.append(line)
    return starts.count - before - 1
  }
}
