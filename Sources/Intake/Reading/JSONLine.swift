/// One JSON object that stands on one line, as far as articles need it.
///
/// Strings are unescaped, and a lone half of a surrogate pair becomes U+FFFD. Of two
/// members with one name the later counts. Nested values are checked and kept as
/// values; numbers keep their spelling, so that a long id loses no digit.
struct JSONLine {
  enum Value: Hashable {
    case string([UInt8])
    /// A number, as it is spelled.
    case number([UInt8])
    case object([Member])
    case array([Value])
    case bool, null
  }

  struct Member: Hashable {
    var name: [UInt8]
    var value: Value
  }

  struct Failure: Error {
    /// In UTF-8 bytes, from 1.
    var column: Int
    var problem: JSONProblem
  }

  let members: [Member]

  /// - Parameter bytes: valid UTF-8.
  init(_ bytes: [UInt8]) throws(Failure) {
    var scanner = JSONScanner(bytes)
    scanner.skipBlanks()
    guard scanner.peek == UInt8(ascii: "{") else { throw scanner.failure(.notAnObject) }
    guard case .object(let members) = try scanner.value(depth: 0) else {
      members = []
      return
    }
    scanner.skipBlanks()
    guard scanner.peek == nil else { throw scanner.failure(.trailingText) }
    self.members = members
  }

  /// The value of the first of the names that the object has, other than null; case
  /// does not matter.
  func value(_ names: [String]) -> Value? {
    for name in names {
      let found = members.last { member in
        member.name.count == name.utf8.count
          && member.name.elementsEqual(name.utf8) { $0.asciiLowercased == $1 }
      }
      if let found, found.value != .null { return found.value }
    }
    return nil
  }
}

extension UInt8 {
  var asciiLowercased: UInt8 { isASCIIUpper ? self | 0x20 : self }
  var isASCIIDigit: Bool { self &- 0x30 < 10 }
  var isASCIIUpper: Bool { self &- 0x41 < 26 }
  var isASCIILower: Bool { self &- 0x61 < 26 }
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
