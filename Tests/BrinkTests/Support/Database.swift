import Glibc

/// SQLite, to do to an archive what a test needs done: the test process has the library
/// loaded, because brink has.
final class Database {
  private typealias Open =
    @convention(c) (UnsafePointer<CChar>, UnsafeMutablePointer<OpaquePointer?>) -> Int32
  private typealias Texts = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private typealias Execute =
    @convention(c) (
      OpaquePointer?, UnsafePointer<CChar>,
      (@convention(c) (UnsafeMutableRawPointer?, Int32, Texts?, Texts?) -> Int32)?,
      UnsafeMutableRawPointer?, OpaquePointer?
    ) -> Int32
  private typealias Close = @convention(c) (OpaquePointer?) -> Int32

  private var handle: OpaquePointer?

  init(_ path: String) throws {
    let open = try Database.function("sqlite3_open", Open.self)
    guard open(path, &handle) == 0 else { throw HarnessError("cannot open \(path)") }
  }

  deinit {
    if let close = try? Database.function("sqlite3_close", Close.self) { _ = close(handle) }
  }

  func execute(_ sql: String) throws {
    let execute = try Database.function("sqlite3_exec", Execute.self)
    let code = execute(handle, sql, nil, nil, nil)
    guard code == 0 else { throw HarnessError("SQLite answers \(code) to \(sql)") }
  }

  /// The first column of all rows.
  func column(_ sql: String) throws -> [String] {
    var found: [String] = []
    let execute = try Database.function("sqlite3_exec", Execute.self)
    let code = withUnsafeMutablePointer(to: &found) { found in
      execute(
        handle, sql,
        { found, _, texts, _ in
          found?.assumingMemoryBound(to: [String].self).pointee
            .append(texts?.pointee.map { String(cString: $0) } ?? "")
          return 0
        }, found, nil)
    }
    guard code == 0 else { throw HarnessError("SQLite answers \(code) to \(sql)") }
    return found
  }

  private static func function<T>(_ name: String, _ type: T.Type) throws -> T {
    guard let library = dlopen("libsqlite3.so.0", RTLD_NOW), let found = dlsym(library, name)
    else { throw HarnessError("no \(name) in libsqlite3.so.0") }
    return unsafeBitCast(found, to: type)
  }
}
