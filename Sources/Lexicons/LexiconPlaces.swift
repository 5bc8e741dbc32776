/// Where the entries of the lexicons stand: table, line and id, for people who correct them.
package struct LexiconPlaces {
  package struct Place: Hashable, Sendable {
    package let file: String
    package let line: Int
    package let id: String
  }

  private var places: [String: [String: Place]] = [:]

  package init(_ lexicons: Lexicons) {
    for table in lexicons.tables {
      let key = table.key
      for row in table.rows {
        let id = key(row)
        places[Self.kind(of: table.name), default: [:]][id] = Place(
          file: table.file, line: row.line, id: id)
      }
    }
  }

  /// - Parameter table: the name of its file, without what follows a hyphen for those
  ///   that are spread over several files.
  package func place(of id: String, in table: String) -> Place? { places[table]?[id] }

  private static func kind(of name: Substring) -> String {
    name.hasPrefix("officeholders-") ? "officeholders" : String(name)
  }
}
