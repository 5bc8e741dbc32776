import Archive
import EventData

/// What may stand in place of the word before the cursor of a search.
struct Completion: Hashable, Sendable {
  /// The word that is completed, in characters of the text.
  let range: Range<Int>
  /// Each as it would be typed; the likeliest first.
  let names: [String]
  /// The one that stands in the text now; nil before any does.
  var chosen: Int?

  static let most = 50
}

/// The word before the cursor, taken apart.
struct UnfinishedTerm: Hashable, Sendable {
  /// As `actor`; nil before a colon was typed.
  let key: String?
  let value: String
  let range: Range<Int>

  init(_ characters: [Character], cursor: Int) {
    var start = cursor
    var isQuoted = false
    // A value in quotation marks may hold spaces.
    if let quote = characters[..<cursor].lastIndex(of: "\""), quote > 0,
      characters[quote - 1] == ":", characters[..<cursor].count(where: { $0 == "\"" }) % 2 == 1
    {
      isQuoted = true
      start = quote
    }
    while start > 0, characters[start - 1] != " ", characters[start - 1] != "(" { start -= 1 }
    if start < cursor, characters[start] == "-" { start += 1 }
    let word = characters[start..<cursor]
    range = start..<cursor
    if let colon = word.firstIndex(of: ":") {
      key = String(word[..<colon]).lowercased()
      value = String(word[(colon + 1)...].drop { isQuoted && $0 == "\"" })
    } else {
      key = nil
      value = String(word)
    }
  }

  /// Finds what it may become.
  ///
  /// Names of the archive go by how many articles mention them.
  func completion(from source: LoadSource) throws(ArchiveError) -> Completion {
    Completion(range: range, names: Array(try names(from: source).prefix(Completion.most)))
  }

  private func names(from source: LoadSource) throws(ArchiveError) -> [String] {
    let archive = source.archive
    switch key {
    case nil:
      let keys = FilterExpression.keys.filter { $0.hasPrefix(value.lowercased()) }.map { $0 + ":" }
      guard !value.isEmpty else { return keys }
      let actors = try actors(archive).map { "actor:" + Self.quoted($0) }
      return keys + actors + (try regions(archive).map { "region:" + Self.quoted($0) })
    case "actor": return try actors(archive).map { "actor:" + Self.quoted($0) }
    case "region": return try regions(archive).map { "region:" + Self.quoted($0) }
    case "outlet":
      return fitting(try archive.outletNames()).map { "outlet:" + Self.quoted($0) }
    case "indicator":
      return fitting(source.catalogue.indicators.map(\.id)).map { "indicator:" + $0 }
    case "act": return fitting(Statement.Act.allCases.map(\.rawValue)).map { "act:" + $0 }
    case "is": return fitting(Event.Status.allCases.map(\.rawValue)).map { "is:" + $0 }
    default: return []
    }
  }

  private func actors(_ archive: ArchiveReader) throws(ArchiveError) -> [String] {
    try archive.actors(ArticleFilter(), matching: value, limit: Completion.most)
      .map(\.actor.name).uniqued()
  }

  private func regions(_ archive: ArchiveReader) throws(ArchiveError) -> [String] {
    fitting(try archive.regions(ArticleFilter(), limit: 5000).map(\.region.name).uniqued())
  }

  /// Those of which a word begins so.
  private func fitting(_ names: [String]) -> [String] {
    let wanted = value.lowercased()
    return names.filter { name in
      let name = name.lowercased()
      return name.hasPrefix(wanted)
        || name.split { !$0.isLetter && !$0.isNumber }.contains { $0.hasPrefix(wanted) }
    }
  }

  private static func quoted(_ name: String) -> String { "\(FilterWords(name))" }
}

extension [String] {
  fileprivate func uniqued() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
