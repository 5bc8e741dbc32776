import Dashboard

/// The borders that the dashboard's map shows.
enum MapBorders {
  /// The file with them: a kiosk that has locked itself in goes on reading it.
  static func path() throws(CommandFailure) -> String {
    try Places.resources().path("map/borders.tsv")
  }

  /// Reads them when somebody looks at the map.
  static func reader() throws(CommandFailure) -> @Sendable () throws -> MapOutlines {
    let path = try path()
    return { try read(path) }
  }

  private static func read(_ path: String) throws(LoadFailure) -> MapOutlines {
    let text: String?
    do {
      text = try File.text(path)
    } catch {
      throw LoadFailure("No borders: \(path): \(CommandFailure.system(error.errno))")
    }
    guard let text else {
      throw LoadFailure("No borders: there is no \(path); install brink again")
    }
    do {
      return try MapOutlines(parsing: text, file: path)
    } catch {
      throw LoadFailure("No borders: \(error.wording)")
    }
  }
}

extension MapOutlineError {
  fileprivate var wording: String {
    switch self {
    case .fields(let file, let line, let found): "\(file):\(line): \(found) fields instead of 3"
    case .unknownStanding(let file, let line, let text):
      "\(file):\(line): ‘\(text)’ is neither state nor disputed"
    case .badRing(let file, let line, let text): "\(file):\(line): no ring can have ‘\(text)’"
    }
  }
}
