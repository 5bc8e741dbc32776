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

  /// Keeps the line as a row if it has a field for every column, and says how many it has.
  mutating func addRow() -> Int {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: width + 1) { row in
      let count = bytes.withUnsafeBytes { Self.findFields(of: range, in: $0, row) }
      if count == width {
        starts.append(contentsOf: row)
        lines.append(Int32(line))
      }
      return count
    }
  }

  /// Counts the fields of a line, and notes where each begins and where one more would.
  ///
  /// - Parameter starts: has room for as many fields as there must be, and one more.
  private static func findFields(
    of line: Range<Int>, in bytes: UnsafeRawBufferPointer,
    _ starts: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    var count = 0
    func begin(_ place: Int) {
      if count < starts.count { starts[count] = Int32(truncatingIfNeeded: place) }
      count &+= 1
    }
    let tab: UInt8 = 0x09
    let tabs = UInt64(tab) &* 0x0101_0101_0101_0101
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    begin(line.lowerBound)
    var place = line.lowerBound
    while place &+ 8 <= line.upperBound {
      let eight = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian ^ tabs
      // The high bit of every byte that was a tab, and no other bit.
      var found = ~(((eight & low) &+ low) | eight | low)
      while found != 0 {
        begin(place &+ found.trailingZeroBitCount / 8 &+ 1)
        found &= found &- 1
      }
      place &+= 8
    }
    while place < line.upperBound {
      if bytes[place] == tab { begin(place &+ 1) }
      place &+= 1
    }
    begin(line.upperBound &+ 1)
    return count &- 1
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
