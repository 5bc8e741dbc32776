#if canImport(Glibc)
  import Glibc
#endif

/// Reads tables from the resources and, after them, from the user's folder.
struct TableReader {
  let folder: String
  let userFolder: String?
  /// Every table that was read, and a hash of all their bytes in order.
  private(set) var tables: [LexiconTable] = []
  private(set) var fingerprint: UInt64 = 0xcbf2_9ce4_8422_2325

  init(folder: String, userFolder: String?) {
    self.folder = folder
    self.userFolder = userFolder
  }

  /// The table of the resources, then the user's; `*` stands for any part of the name.
  mutating func tables(
    _ pattern: String, _ columns: [String]
  ) throws(LexiconError) -> [LexiconTable] {
    var paths = files(matching: pattern, in: folder)
    if paths.isEmpty { throw .missing(file: "\(folder)/\(pattern)") }
    if let userFolder { paths += files(matching: pattern, in: userFolder) }
    var found: [LexiconTable] = []
    for path in paths {
      let bytes = try readBytes(of: path)
      note(bytes)
      found.append(try LexiconTable(file: path, bytes: bytes, columns: columns))
    }
    tables += found
    return found
  }

  /// Rows of the table and of the user's, each id once: the last row wins.
  mutating func rows<Entry>(
    _ file: String, _ columns: [String], id: (Entry) -> String,
    _ parse: (LexiconTable.Row, LexiconTable) throws(LexiconError) -> Entry
  ) throws(LexiconError) -> [Entry] {
    let tables = try tables(file, columns)
    let count = tables.reduce(0) { $0 + $1.rows.count }
    var entries: [Entry] = []
    entries.reserveCapacity(count)
    var index = IDIndex(capacity: count)
    for table in tables {
      for row in table.rows {
        let entry = try parse(row, table)
        let key = id(entry)
        if let place = index.find(key, orNote: entries.count, isAt: { id(entries[$0]) == key }) {
          entries[place] = entry
        } else {
          entries.append(entry)
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

  private func files(matching pattern: String, in folder: String) -> [String] {
    guard let star = pattern.firstIndex(of: "*") else {
      let path = "\(folder)/\(pattern)"
      return access(path, F_OK) == 0 ? [path] : []
    }
    let prefix = pattern[..<star]
    let suffix = pattern[pattern.index(after: star)...]
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(prefix), name.hasSuffix(suffix) { names.append(name) }
    }
    return names.sorted().map { "\(folder)/\($0)" }
  }
}
