import EventData
import Foundation
import GRDB

/// Reading without a crash: a damaged file can hold anything in any column.
extension Row {
  /// A value of an enumeration by its name.
  func value<Value: RawRepresentable<String>>(at index: Int) throws -> Value {
    let name = try decode(String.self, atIndex: index)
    guard let value = Value(rawValue: name) else {
      throw ArchiveError.corrupt("\(Value.self) “\(name)”")
    }
    return value
  }

  func unpack<Value>(at index: Int, _ unpack: (Data) throws -> Value) throws -> Value {
    try withUnsafeData(atIndex: index) { data in
      guard let data else { throw ArchiveError.corrupt("nothing in a packed column") }
      return try unpack(data)
    }
  }
}

/// The text of an article as bytes, to cut spans from without walking a string.
struct ByteText {
  let bytes: [UInt8]

  init(row: Row, at index: Int) throws {
    bytes = try row.unpack(at: index) { data in
      try data.withUnsafeBytes { try CompressedBytes.expand($0) }
    }
  }

  /// The same as `String.text(of:)`.
  func text(of span: Span) -> String {
    let lower = max(0, min(span.start, bytes.count))
    let upper = max(lower, min(span.end, bytes.count))
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }
}
