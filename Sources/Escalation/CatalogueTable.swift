/// A line of the catalogue that cannot be read.
package struct CatalogueError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    case headerMissing
    case columnsDiffer(expected: [String], found: [String])
    case fieldCount(expected: Int, found: Int)
    case value(column: String, text: String)
    case duplicate(id: String, firstLine: Int)
    case unknownKey(String)
    case missingKey(String)
    /// What the bars of the ten families come to, which is not 100.
    case barsSum(Double)
    /// A level that begins no higher than the one below it.
    case levelOrder(lower: String, higher: String)
    case empty
  }

  package var file: String
  /// Counted from 1.
  package var line: Int
  package var problem: Problem
}

/// A tab-separated file: lines that begin with `#` are comments, the first other line names the
/// columns, each further line is a row that begins with an id.
struct CatalogueTable {
  struct Row {
    let file: String
    let line: Int
    let fields: [String]
    let columns: [String]

    func error(_ problem: CatalogueError.Problem) -> CatalogueError {
      CatalogueError(file: file, line: line, problem: problem)
    }

    /// - Throws: ``CatalogueError`` naming the column where `read` makes nothing of its text.
    func value<Value>(_ column: Int, _ read: (String) -> Value?) throws(CatalogueError) -> Value {
      guard let value = read(fields[column]) else {
        throw error(.value(column: columns[column], text: fields[column]))
      }
      return value
    }
  }

  let rows: [Row]

  /// - Parameter file: how errors name the file.
  init(_ text: String, file: String, columns: [String]) throws(CatalogueError) {
    var rows: [Row] = []
    var lines: [String: Int] = [:]
    var hasHeader = false
    var last = 1
    for (index, text) in text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() {
      let row = Row(
        file: file, line: index + 1,
        fields: text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init),
        columns: columns)
      last = row.line
      if text.isEmpty || text.hasPrefix("#") { continue }
      if !hasHeader {
        guard row.fields == columns else {
          throw row.error(.columnsDiffer(expected: columns, found: row.fields))
        }
        hasHeader = true
        continue
      }
      guard row.fields.count == columns.count else {
        throw row.error(.fieldCount(expected: columns.count, found: row.fields.count))
      }
      let id = try row.value(0) { $0.isEmpty ? nil : $0 }
      if let first = lines.updateValue(row.line, forKey: id) {
        throw row.error(.duplicate(id: id, firstLine: first))
      }
      rows.append(row)
    }
    guard hasHeader else { throw CatalogueError(file: file, line: last, problem: .headerMissing) }
    guard !rows.isEmpty else { throw CatalogueError(file: file, line: last, problem: .empty) }
    self.rows = rows
  }
}

/// A text of the catalogue with the name of its file.
package struct CatalogueFile: Hashable, Sendable {
  package var path: String
  package var text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
