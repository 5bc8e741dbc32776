import Archive
import Terminal

/// Choosing from a list by typing a part of a name.
extension DashboardState {
  /// Facets of a kind that are offered at most.
  private static let mostFacets = 200

  mutating func choose(_ chooser: Chooser) {
    guard !chooser.items.isEmpty else {
      remark = chooser.emptyNote
      return
    }
    self.chooser = chooser
    prompt = Prompt(for: .choice)
    command = 0
  }

  var choices: [Chooser.Item] {
    guard let prompt, prompt.purpose == .choice else { return [] }
    return chooser?.fitting(prompt.text) ?? []
  }

  mutating func acceptChoice() -> [Effect] {
    let choices = choices
    guard choices.indices.contains(command) else {
      prompt?.complain("nothing is called so", at: Prompt.limit)
      return []
    }
    prompt = nil
    chooser = nil
    switch choices[command].choice {
    case .link(let address):
      return [
        expect(
          Load("link", for: .dashboard, .writing) { try Self.open(address.text, from: $0) })
      ]
    case .facet(let facet):
      scope.use(facet, .include)
      return tell(.scopeChanged)
    case .term(let term):
      let text = [scope.search, term].compactMap(\.self).joined(separator: " ")
      do throws(FilterError) {
        try scope.find(text)
      } catch {
        remark = error.reason
        return []
      }
      return tell(.scopeChanged)
    }
  }

  /// Asks what the articles under the filter have most of.
  mutating func askForFacets() -> Effect {
    let filter = scope.filter
    return expect(
      Load("facets", for: .dashboard, .later) { source -> Chooser in
        let most = Self.mostFacets
        let archive = source.archive
        let counts = try archive.facetCounts(filter, limit: most)
        let actors = try archive.actors(filter, limit: most).map { row in
          Chooser.Item(
            name: "actor \(row.actor.name)", note: Wording.grouped(row.articles),
            choice: .facet(.actor(id: row.actor.id, name: row.actor.name)))
        }
        let regions = try archive.regions(filter, limit: most).map { row in
          Chooser.Item(
            name: "region \(row.region.name)", note: Wording.grouped(row.articles),
            choice: .facet(.region(id: row.region.id, name: row.region.name)))
        }
        func items(_ name: String, _ counts: [FacetCounts.Count], _ term: (String) -> String)
          -> [Chooser.Item]
        {
          counts.map { count in
            Chooser.Item(
              name: "\(name) \(count.name)", note: Wording.grouped(count.articles),
              choice: .term(term(count.name)))
          }
        }
        return Chooser(
          title: "Filter by",
          items: actors + regions
            + items("outlet", counts.outlets) { "outlet:\(FilterWords($0))" }
            + items("indicator", counts.indicators) { "indicator:\($0)" }
            + items("month", counts.months.filter { $0.name != "undated" }.reversed()) {
              "since:\($0) until:\($0)"
            })
      })
  }
}
