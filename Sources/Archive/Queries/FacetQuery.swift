import GRDB

/// How many articles under a filter have what, most articles first; months in their order.
package struct FacetCounts: Hashable, Sendable {
  package struct Count: Hashable, Sendable {
    package var name: String
    package var articles: Int
  }

  package var actors: [Count]
  package var regions: [Count]
  package var outlets: [Count]
  package var indicators: [Count]
  /// As `2022-02`.
  package var months: [Count]
}

extension ArchiveReader {
  /// - Parameter limit: of actors, regions, outlets and indicators.
  package func facetCounts(
    _ filter: ArticleFilter, limit: Int
  ) throws(ArchiveError) -> FacetCounts {
    try read { db in
      let tally = try facets.tally(filter, db, of: selection(filter, db))
      func counts(_ tally: [Int], _ sql: String) throws -> [FacetCounts.Count] {
        try MostFrequent(tally, limit: limit).rows(
          """
          SELECT f.name, wanted.n FROM wanted CROSS JOIN \(sql)
          """, db
        ).map { row in
          FacetCounts.Count(
            name: try row.decode(String.self, atIndex: 0),
            articles: try row.decode(Int.self, atIndex: 1))
        }
      }
      func traits(_ kind: ArticleTrait.Kind) throws -> [FacetCounts.Count] {
        let rows = try Set(
          Int.fetchAll(db, sql: "SELECT id FROM trait WHERE kind = ?", arguments: [kind.rawValue]))
        let these = tally.traits.indices.map { rows.contains($0) ? tally.traits[$0] : 0 }
        return try counts(these, "trait f ON f.id = wanted.id")
      }
      return FacetCounts(
        actors: try counts(
          tally.actors,
          "actor p ON p.id = wanted.id CROSS JOIN actor_form f ON f.id = p.form"),
        regions: try counts(tally.regions, "region f ON f.id = wanted.id"),
        outlets: try traits(.outlet), indicators: try traits(.indicator),
        months: tally.months.sorted { $0.key < $1.key }.map { month, articles in
          FacetCounts.Count(name: Self.name(ofMonth: month), articles: articles)
        })
    }
  }

  private static func name(ofMonth month: Int) -> String {
    guard month > 0 else { return "undated" }
    func padded(_ number: Int, _ digits: Int) -> String {
      String(repeating: "0", count: max(0, digits - "\(number)".count)) + "\(number)"
    }
    return padded(month / 12, 4) + "-" + padded(month % 12 + 1, 2)
  }
}
