import GRDB
import GRDBSQLite
import Glibc

/// A value on its way into a column.
enum ColumnValue {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  init(_ value: Int) { self = .integer(Int64(value)) }
  init(_ value: Int64) { self = .integer(value) }
  init(_ value: Bool) { self = .integer(value ? 1 : 0) }
  init(_ value: Double) { self = .real(value) }
  init(_ value: [UInt8]) { self = .blob(value) }
  init(_ value: String) { self = .text(value) }
  init(_ value: Int?) { self = value.map { .init($0) } ?? .null }
  init(_ value: Int64?) { self = value.map { .init($0) } ?? .null }
  init(_ value: Double?) { self = value.map { .init($0) } ?? .null }
  init(_ value: String?) { self = value.map { .init($0) } ?? .null }
}

/// A row of integers, and of short names, while its query stands on it.
struct IntegerRow {
  fileprivate let handle: OpaquePointer

  /// 0 where the column is NULL or no number.
  subscript(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  /// The bytes of a column, for as long as the query stands on the row; none where it is NULL.
  func withBytes<T>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
    let start = sqlite3_column_blob(handle, column)
    let count = Int(sqlite3_column_bytes(handle, column))
    return try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// Nil where the column is NULL.
  func id(_ column: Int32) -> Int64? {
    isNull(column) ? nil : sqlite3_column_int64(handle, column)
  }

  func real(_ column: Int32) -> Double? {
    isNull(column) ? nil : sqlite3_column_double(handle, column)
  }

  private func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  func text(_ column: Int32) -> String? {
    sqlite3_column_text(handle, column).map { String(cString: $0) }
  }
}

/// SQL that is run many times, or gives many rows of integers.
///
/// An import runs some forty of them an article, and GRDB's own binding of values took more time
/// than SQLite did with them; a facet counts a hundred thousand rows. So values are bound and
/// stepped here, without a box for each. Rows that are shown go through GRDB.
struct PreparedQuery {
  private let db: Database
  // Finalised with its last reference: the handle alone would not keep it.
  private let statement: GRDB.Statement

  init(_ db: Database, _ sql: String) throws {
    self.db = db
    statement = try db.cachedStatement(sql: sql)
  }

  func run(_ values: ColumnValue...) throws {
    try run(values)
  }

  func run(_ values: [ColumnValue]) throws {
    try run(values) { _ in true }
  }

  /// - Parameter row: reads a row and tells whether to go on.
  func run(_ values: [ColumnValue], row: (IntegerRow) throws -> Bool) throws {
    try withExtendedLifetime(statement) {
      let handle = statement.sqliteStatement
      for (index, value) in values.enumerated() {
        guard bind(value, to: handle, at: Int32(index + 1)) == SQLITE_OK else { throw error() }
      }
      try step(handle, row)
    }
  }

  /// The first column of the first row.
  func id(_ values: [ColumnValue]) throws -> Int64? {
    var id: Int64?
    try run(values) { row in
      id = row.id(0)
      return false
    }
    return id
  }

  /// For statements without rows; binds what the buffer holds where it lies.
  func run(_ buffer: borrowing CellBuffer) throws {
    let cells = buffer.cells
    try buffer.bytes.withUnsafeBufferPointer { bytes in
      try withExtendedLifetime(statement) {
        let handle = statement.sqliteStatement
        for (index, cell) in cells.enumerated() {
          let status = bind(cell, of: bytes, to: handle, at: Int32(index + 1))
          guard status == SQLITE_OK else { throw error() }
        }
        try step(handle) { _ in true }
      }
    }
  }

  private func step(_ handle: OpaquePointer, _ row: (IntegerRow) throws -> Bool) throws {
    defer {
      // Ends the statement even when it failed, and frees what was bound.
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_DONE: return
      case SQLITE_ROW: guard try row(IntegerRow(handle: handle)) else { return }
      default: throw error()
      }
    }
  }

  private func bind(
    _ cell: CellBuffer.Cell, of bytes: UnsafeBufferPointer<UInt8>, to handle: OpaquePointer,
    at index: Int32
  ) -> Int32 {
    switch cell {
    case .null: return sqlite3_bind_null(handle, index)
    case .integer(let value): return sqlite3_bind_int64(handle, index, value)
    case .real(let value): return sqlite3_bind_double(handle, index, value)
    case .text(let start, let end):
      guard let base = bytes.baseAddress, start < end else {
        return sqlite3_bind_text(handle, index, "", 0, Self.copied)
      }
      return (base + start).withMemoryRebound(to: CChar.self, capacity: end - start) {
        sqlite3_bind_text64(
          handle, index, $0, UInt64(end - start), nil, UInt8(SQLITE_UTF8))
      }
    case .blob(let start, let end):
      // A pointer to no bytes may be null, and would then bind NULL.
      guard let base = bytes.baseAddress, start < end else {
        return sqlite3_bind_zeroblob(handle, index, 0)
      }
      return sqlite3_bind_blob64(handle, index, base + start, UInt64(end - start), nil)
    }
  }

  private func bind(_ value: ColumnValue, to handle: OpaquePointer, at index: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(handle, index)
    case .integer(let value): return sqlite3_bind_int64(handle, index, value)
    case .real(let value): return sqlite3_bind_double(handle, index, value)
    case .blob(let bytes):
      // A pointer to no bytes may be null, and would then bind NULL.
      if bytes.isEmpty { return sqlite3_bind_zeroblob(handle, index, 0) }
      return bytes.withUnsafeBytes {
        sqlite3_bind_blob64(handle, index, $0.baseAddress, UInt64($0.count), Self.copied)
      }
    case .text(var text):
      if text.isEmpty { return sqlite3_bind_text(handle, index, "", 0, Self.copied) }
      return text.withUTF8 { utf8 in
        if memchr(utf8.baseAddress!, 0, utf8.count) != nil {
          return bind(.text(String(decoding: utf8, as: UTF8.self).storable), to: handle, at: index)
        }
        return utf8.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text64(
            handle, index, $0.baseAddress, UInt64($0.count), Self.copied, UInt8(SQLITE_UTF8))
        }
      }
    }
  }

  private func error() -> DatabaseError {
    let connection = db.sqliteConnection
    return DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
      message: String(cString: sqlite3_errmsg(connection)))
  }

  /// `SQLITE_TRANSIENT`: SQLite makes a copy, as the value may be gone before the step.
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}

extension String {
  /// SQLite's TEXT ends at a NUL: one inside a name or a title becomes U+FFFD rather than cutting
  /// off the rest, and with it the difference between two ids.
  var storable: String {
    guard utf8.contains(0) else { return self }
    var scalars = UnicodeScalarView()
    scalars.append(contentsOf: unicodeScalars.lazy.map { $0 == "\0" ? "\u{FFFD}" : $0 })
    return String(scalars)
  }
}
