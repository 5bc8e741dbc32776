import EventData

extension LexiconTable.Row {
  /// A whole number; nil for anything else.
  func integer(_ column: Int) -> Int? {
    withBytes(of: column) { Int(digits: $0[...]) ?? Int(String(decoding: $0, as: UTF8.self)) }
  }

  /// A number in decimal notation; nil for anything else.
  func decimal(_ column: Int) -> Double? {
    withBytes(of: column) { bytes in
      let first = bytes.first == UInt8(ascii: "-") ? 1 : 0
      var digits = 0
      var point = bytes.count
      var isPlain = (first + 1...first + 15).contains(bytes.count)
      for place in first..<max(first, bytes.count) where isPlain {
        let digit = bytes[place] &- UInt8(ascii: "0")
        if digit < 10 {
          digits = digits &* 10 &+ Int(digit)
        } else {
          isPlain = bytes[place] == UInt8(ascii: ".") && place > first && point == bytes.count
          point = place
        }
      }
      guard isPlain else { return Double(String(decoding: bytes, as: UTF8.self)) }
      // Below 10¹⁵ the digits are exact, so that only the division rounds.
      let value = Double(digits) / Self.powersOfTen[max(0, bytes.count - point - 1)]
      return first == 0 ? value : -value
    }
  }

  /// Degrees from two fields; nil when they are none.
  func coordinate(_ latitude: Int, _ longitude: Int) -> Coordinate? {
    guard let north = decimal(latitude), let east = decimal(longitude), abs(north) <= 90,
      abs(east) <= 180
    else { return nil }
    return Coordinate(latitude: north, longitude: east)
  }

  private static let powersOfTen = (0...15).map { power in
    (0..<power).reduce(1.0) { value, _ in value * 10 }
  }
}

extension LexiconTable {
  /// Degrees from two fields.
  func coordinate(
    _ row: Row, _ latitude: Int, _ longitude: Int
  ) throws(LexiconError) -> Coordinate {
    guard let coordinate = row.coordinate(latitude, longitude) else {
      throw malformed(row, "latitude and longitude must be degrees")
    }
    return coordinate
  }

  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as its first or last day; nil for an empty field.
  func day(_ row: Row, _ column: Int, last: Bool) throws(LexiconError) -> Day? {
    if row.isEmpty(column) { return nil }
    let day = row.withBytes(of: column) { bytes -> Day? in
      let dash = UInt8(ascii: "-")
      let first = bytes.firstIndex(of: dash) ?? bytes.count
      guard let year = Int(digits: bytes[..<first]) else { return nil }
      if first == bytes.count { return Day(year: year, month: last ? 12 : 1, day: last ? 31 : 1) }
      let rest = bytes[(first + 1)...]
      let second = rest.firstIndex(of: dash) ?? bytes.count
      guard let month = Int(digits: rest[..<second]), (1...12).contains(month) else { return nil }
      if second == bytes.count {
        return Day(
          year: year, month: month, day: last ? Day.length(ofMonth: month, year: year) : 1)
      }
      return Int(digits: rest[(second + 1)...]).flatMap { Day(year: year, month: month, day: $0) }
    }
    guard let day else { throw malformed(row, "‘\(row[column])’ is not a date") }
    return day
  }
}

extension Int {
  /// At most eighteen digits; nil for anything else.
  fileprivate init?(digits: Slice<UnsafeBufferPointer<UInt8>>) {
    guard (1...18).contains(digits.count) else { return nil }
    var value = 0
    for byte in digits {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    self = value
  }
}
