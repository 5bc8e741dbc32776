#if canImport(Glibc)
  import Glibc
#endif

/// Reads tables from the resources and, after them, from the user's folder.
struct TableReader {
  let folder: String
  let userFolder: String?

  /// The one table of the resources.
  func table(_ file: String, _ columns: [String]) throws(LexiconError) -> LexiconTable {
    let path = "\(folder)/\(file)"
    return try LexiconTable(file: path, bytes: readBytes(of: path), columns: columns)
  }

  /// The table of the resources, then the user's; `*` stands for any part of the name.
  func tables(_ pattern: String, _ columns: [String]) throws(LexiconError) -> [LexiconTable] {
    var paths = files(matching: pattern, in: folder)
    if paths.isEmpty { throw .missing(file: "\(folder)/\(pattern)") }
    if let userFolder { paths += files(matching: pattern, in: userFolder) }
    var tables: [LexiconTable] = []
    for path in paths {
      tables.append(try LexiconTable(file: path, bytes: readBytes(of: path), columns: columns))
    }
    return tables
  }

  /// Rows of the table and of the user's, each id once: the last row wins.
  func rows<Entry>(
    _ file: String, _ columns: [String], id: (Entry) -> String,
    _ parse: (LexiconTable.Row, LexiconTable) throws(LexiconError) -> Entry
  ) throws(LexiconError) -> [Entry] {
    var entries: [Entry] = []
    var index: [String: Int] = [:]
    for table in try tables(file, columns) {
      for row in table.rows {
        let entry = try parse(row, table)
        if let place = index.updateValue(entries.count, forKey: id(entry)) {
          entries[place] = entry
          index[id(entry)] = place
        } else {
          entries.append(entry)
        }
      }
    }
    return entries
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
