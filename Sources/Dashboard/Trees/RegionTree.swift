import Archive
import EventData

/// Regions by containment: countries, and in each its parts.
enum RegionTree {
  typealias Line = FacetLine<RegionRow>

  /// - Parameter rows: those with most articles first; that order is kept inside each country.
  static func lines(of rows: [RegionRow]) -> [Line] {
    let countries = rows.filter { $0.region.kind == .country }
    let codes = Set(countries.compactMap(\.region.country))
    let parts = Dictionary(grouping: rows.filter { $0.region.kind != .country }) { row in
      row.region.country.flatMap { codes.contains($0) ? $0 : nil } ?? ""
    }
    var seen: Set<String> = []
    let inside = countries.flatMap { country -> [Line] in
      let code = country.region.country ?? ""
      let own = seen.insert(code).inserted && !code.isEmpty ? parts[code] ?? [] : []
      return [Line(country, country.facet)] + own.map { Line($0, $0.facet, depth: 1) }
    }
    let others = (parts[""] ?? []).map { Line($0, $0.facet, depth: 1) }
    return inside + (others.isEmpty ? [] : [Line(heading: "Elsewhere")] + others)
  }
}

extension RegionRow {
  var facet: Facet { .region(id: region.id, name: region.name) }
}
