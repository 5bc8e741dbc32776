/// Reads the tables to their end, and says all that is wrong with them.
package struct LexiconCheck {
  /// What could be read.
  package let lexicons: Lexicons
  package private(set) var problems: [LexiconError] = []

  /// - Parameter own: Paths of the user's own tables; nil for all those in the user's folder.
  package init(
    of resources: ResourceLocator, userFolder: String?, own: [String]? = nil
  ) throws(LexiconError) {
    let own = own ?? userFolder.map(TableReader.tables(in:)) ?? []
    var reader = TableReader(folder: resources.path("lexicons"), own: own, goesOn: true)
    lexicons = try Lexicons(&reader)
    problems = own.filter { !reader.isRead($0) }.map { .unknownTable(file: $0) }
    problems += reader.problems ?? []
    for table in lexicons.tables {
      checkFields(of: table)
      checkIDs(of: table)
      checkReferences(of: table)
    }
    checkVerbs()
  }

  /// Fields that a person cannot see to be wrong.
  private mutating func checkFields(of table: LexiconTable) {
    for row in table.rows {
      for field in row.fields {
        if field.first?.isWhitespace == true || field.last?.isWhitespace == true {
          problems.append(table.malformed(row, "a blank stands before or behind ‘\(field)’"))
        }
        if field.hasPrefix("|") || field.hasSuffix("|") || field.contains("||") {
          problems.append(table.malformed(row, "a part of the list ‘\(field)’ is empty"))
        }
        if field.unicodeScalars.contains("\u{FFFD}") {
          problems.append(table.malformed(row, "‘\(field)’ is not UTF-8"))
        }
      }
    }
  }

  /// Of two rows with one id in a table, the first counts for nothing.
  private mutating func checkIDs(of table: LexiconTable) {
    guard let id = table.id else { return }
    var lines: [String: Int] = [:]
    for row in table.rows {
      if let earlier = lines.updateValue(row.line, forKey: id(row)) {
        problems.append(table.malformed(row, "‘\(id(row))’ stands in line \(earlier) already"))
      }
    }
  }

  /// States, bodies and classes that a table names must stand in theirs.
  private mutating func checkReferences(of table: LexiconTable) {
    for (column, what, known) in references(of: table.name) {
      for row in table.rows {
        for name in row[column].split(separator: " ") where !known.contains(String(name)) {
          problems.append(table.malformed(row, "‘\(name)’ is not \(what)"))
        }
      }
    }
  }

  private func references(
    of table: Substring
  ) -> [(column: Int, what: String, known: Set<String>)] {
    let states = Set(lexicons.states.map(\.code))
    // UM: the outlying islands of the United States.
    let alpha2 = Set(lexicons.states.map(\.alpha2)).union(["UM"])
    switch table {
    case "organisations.tsv", "armed-groups.tsv": return [(4, "the code of a state", states)]
    case "later-codes.tsv":
      return [(1, "the id of an organisation", Set(lexicons.organisations.map(\.id)))]
    case "peoples.tsv": return [(1, "the code of a state", states)]
    case "outlets.tsv": return [(3, "the code of a state", states)]
    case "regions.tsv": return [(3, "a code of two letters of a state", alpha2)]
    case "gazetteer.tsv": return [(2, "a code of two letters of a state", alpha2)]
    case "event-frames.tsv":
      return [(4, "a class of event-objects.tsv", Set(lexicons.eventObjects.keys))]
    case _ where table.hasPrefix("officeholders-"):
      let bodies = states.union(lexicons.organisations.map(\.id))
      return [(0, "the code of a state or the id of an organisation", bodies)]
    default: return []
    }
  }

  /// The place of a form among the others says what it is.
  private mutating func checkVerbs() {
    for table in lexicons.tables where table.name == "verbs.tsv" || table.name == "cue-verbs.tsv" {
      for row in table.rows where table.name == "verbs.tsv" || !CueVerb.isNoun(row) {
        let forms = row.list(1).map { $0.prefix { $0 != " " } }
        if row[0] != "be", !(3...6).contains(forms.count) || forms.last?.hasSuffix("ing") != true {
          problems.append(
            table.malformed(row, "a verb has three to six forms, the lemma first, -ing last"))
        }
      }
    }
  }
}
