import Archive
import ArgumentParser

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List articles, the newest first, or count what they mention.",
    discussion: """
      A line for each: date, outlet and title, with tabs between them.
      brink list --filter 'actor:NATO since:2022-01 -is:denied'
      """)

  /// Articles read at once.
  private static let page = 500

  @OptionGroup var filter: FilterOption

  @Option(help: ArgumentHelp("Lines at most, of each kind with --facets.", valueName: "number"))
  var most: Int?

  @Flag(help: "How many of these articles have which actors, regions, outlets, indicators, months.")
  var facets = false

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    let path = try options.path(Configuration.load())
    let filter = try filter.articleFilter()
    let archive = try ArchiveOptions.reader(path)
    do {
      if facets {
        try list(archive.facetCounts(filter, limit: most ?? 20))
      } else {
        try list(archive, filter)
      }
    } catch let error as ArchiveError {
      throw CommandFailure(error, at: path)
    }
  }

  private func list(_ archive: ArchiveReader, _ filter: ArticleFilter) throws {
    var left = most ?? .max
    var last: ArticleKey?
    while left > 0 {
      let page = try archive.articles(filter, after: last, limit: min(left, Self.page))
      guard let end = page.last else { return }
      try StandardOutput.write(
        page.map { row in
          let date = row.published?.day.iso ?? "undated"
          return Self.line([date, row.outlet ?? "", row.title])
        }.joined())
      last = end.key
      left -= page.count
    }
  }

  private func list(_ counts: FacetCounts) throws {
    for (kind, found) in [
      ("actor", counts.actors), ("region", counts.regions), ("outlet", counts.outlets),
      ("indicator", counts.indicators), ("month", counts.months),
    ] {
      try StandardOutput.write(
        found.map { Self.line([kind, "\($0.articles)", $0.name]) }.joined())
    }
  }

  private static func line(_ fields: [String]) -> String {
    fields.map(Visible.text).joined(separator: "\t") + "\n"
  }
}
