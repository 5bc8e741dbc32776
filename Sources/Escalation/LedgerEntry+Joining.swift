import EventData

extension LedgerEntry {
  /// Entries of one predicate tell of one event, however many pairs of actors it names: what
  /// three allies do together is done once. So do entries of one article of which one leaves out
  /// what the other names: a headline and the sentence below it.
  ///
  /// - Parameter reach: how many days apart reports of one event may date it.
  package static func joiningPairs(
    _ found: [(report: CodedReport, entry: LedgerEntry)], within reach: Int
  ) -> [LedgerEntry] {
    struct Predicate: Hashable {
      var article: Int64
      var indicator: String?
      var sentence: Span
      var span: Span?
    }
    if found.count < 2 { return found.map(\.entry) }
    let groups = Dictionary(grouping: found.indices) { place in
      Predicate(
        article: found[place].report.article, indicator: found[place].report.event.indicator,
        sentence: found[place].report.event.sentence,
        span: found[place].report.event.spans.first)
    }
    var entries = found.map(\.entry)
    for places in groups.values where places.count > 1 {
      let whole = places.filter {
        let event = found[$0].report.event
        return event.source != nil && event.target != nil
      }
      let link = (whole.isEmpty ? places : whole).map { entries[$0].link }.min()!
      for place in places { entries[place].link = link }
    }
    joinRetold(found.map(\.report), &entries, within: reach)
    return entries
  }

  /// Gives what an article tells with fewer names the link of what it tells with more.
  private static func joinRetold(
    _ reports: [CodedReport], _ entries: inout [LedgerEntry], within reach: Int
  ) {
    struct Telling: Hashable {
      var article: Int64
      var indicator: String?
    }
    let groups = Dictionary(grouping: reports.indices) {
      Telling(article: reports[$0].article, indicator: reports[$0].event.indicator)
    }
    for places in groups.values where places.count > 1 {
      let names = Dictionary(uniqueKeysWithValues: places.map { ($0, named(in: reports[$0])) })
      func count(_ place: Int) -> Int { names[place]!.count { $0 != nil } }
      // The fullest first, so that what is told in stages ends at one link.
      let sorted = places.sorted { (-count($0), reports[$0].row) < (-count($1), reports[$1].row) }
      for (rank, place) in sorted.enumerated() {
        let fuller = sorted[..<rank].first { other in
          count(other) > count(place)
            && abs(entries[other].day.distance(to: entries[place].day)) <= reach
            && zip(names[place]!, names[other]!).allSatisfy { $0 == nil || $0 == $1 }
        }
        if let fuller { entries[place].link = entries[fuller].link }
      }
    }
  }

  /// Who, whom and where; nil for what the sentence leaves open.
  private static func named(in report: CodedReport) -> [String?] {
    [Party.key(of: report.event.source), Party.key(of: report.event.target), report.place]
  }
}
