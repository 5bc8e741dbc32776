#if canImport(Glibc)
  import Glibc
#endif

/// Reads tables from the resources and, after them, the user's own.
struct TableReader {
  private let shipped: [String]
  private let own: [String]
  private let folder: String
  /// What is wrong; nil when the first mistake is to end the reading.
  private(set) var problems: [LexiconError]?
  /// The names of the tables that were asked for.
  private var asked: [String] = []
  /// Every table that was read, and a hash of all their bytes in order.
  private(set) var tables: [LexiconTable] = []
  private(set) var fingerprint: UInt64 = 0xcbf2_9ce4_8422_2325

  /// - Parameters:
  ///   - own: Paths of the user's own tables.
  ///   - goesOn: Whether the reading goes on behind a mistake, which is then kept in
  ///     ``problems``.
  init(folder: String, own: [String], goesOn: Bool = false) {
    self.folder = folder
    self.own = own
    shipped = Self.tables(in: folder)
    problems = goesOn ? [] : nil
  }

  /// The paths of all tables in a folder, none when there is no such folder.
  static func tables(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".tsv") { names.append(name) }
    }
    return names.sorted().map { "\(folder)/\($0)" }
  }

  /// Whether a path is that of a table that was asked for.
  func isRead(_ path: String) -> Bool { asked.contains { Self.isNamed(path, $0) } }

  /// Ends the reading with a mistake, or keeps it and goes on.
  private mutating func note(_ problem: LexiconError) throws(LexiconError) {
    guard problems != nil else { throw problem }
    problems?.append(problem)
  }

  /// The tables of the resources, then the user's; `*` stands for any part of the name.
  mutating func tables(
    _ pattern: String, _ columns: [String]
  ) throws(LexiconError) -> [LexiconTable] {
    asked.append(pattern)
    let shipped = shipped.filter { Self.isNamed($0, pattern) }
    if shipped.isEmpty { try note(.missing(file: "\(folder)/\(pattern)")) }
    var found: [LexiconTable] = []
    for path in shipped + own.filter({ Self.isNamed($0, pattern) }) {
      do {
        let bytes = try readBytes(of: path)
        note(bytes)
        found.append(
          try LexiconTable(file: path, bytes: bytes, columns: columns) {
            problem throws(LexiconError) in try note(problem)
          })
      } catch {
        try note(error)
      }
    }
    tables += found
    return found
  }

  /// Calls the body with every row of tables; a mistake is one of its row alone.
  mutating func forEachRow(
    of tables: [LexiconTable],
    _ body: (LexiconTable.Row, LexiconTable) throws(LexiconError) -> Void
  ) throws(LexiconError) {
    for table in tables {
      for row in table.rows {
        do { try body(row, table) } catch { try note(error) }
      }
    }
  }

  /// Rows of the table and of the user's, each id once: the last row wins.
  ///
  /// - Parameter isSame: Whether two rows with one id in the first column are of one thing.
  mutating func rows<Entry>(
    _ file: String, _ columns: [String],
    isSame: (LexiconTable.Row, LexiconTable.Row) -> Bool = { _, _ in true },
    _ parse: (LexiconTable.Row, LexiconTable) throws(LexiconError) -> Entry
  ) throws(LexiconError) -> [Entry] {
    let tables = try tables(file, columns)
    let count = tables.reduce(0) { $0 + $1.rows.count }
    var entries: [Entry] = []
    entries.reserveCapacity(count)
    var kept: [LexiconTable.Row] = []
    kept.reserveCapacity(count)
    var index = IDIndex(capacity: count)
    for table in tables {
      for row in table.rows {
        let entry: Entry
        do {
          entry = try parse(row, table)
        } catch {
          try note(error)
          continue
        }
        let known = row.withBytes(of: 0) { id in
          index.find(id, orNote: entries.count) {
            kept[$0].agrees(with: row, in: 0) && isSame(kept[$0], row)
          }
        }
        if let known {
          entries[known] = entry
        } else {
          entries.append(entry)
          kept.append(row)
        }
      }
    }
    return entries
  }

  /// Folds bytes into the fingerprint, eight at a time.
  private mutating func note(_ bytes: [UInt8]) {
    var hash = fingerprint
    bytes.withUnsafeBytes { buffer in
      var place = 0
      while place + 8 <= buffer.count {
        let word = buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
        place += 8
      }
      for byte in buffer[place...] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }
    fingerprint = hash
  }

  private static func isNamed(_ path: String, _ pattern: String) -> Bool {
    let (path, pattern) = (path.utf8, pattern.utf8)
    let slash = path.lastIndex(of: UInt8(ascii: "/"))
    let name = path[(slash.map(path.index(after:)) ?? path.startIndex)...]
    guard let star = pattern.firstIndex(of: UInt8(ascii: "*")) else {
      return name.elementsEqual(pattern)
    }
    let ending = pattern[star...].dropFirst()
    return name.starts(with: pattern[..<star]) && name.suffix(ending.count).elementsEqual(ending)
  }
}
