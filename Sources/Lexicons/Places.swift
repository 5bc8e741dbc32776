/// The places of the tables: regions first, then the gazetteer by population.
///
/// There are many, of which an article names few, so that a place is made of its row when
/// it is asked for.
package struct Places: RandomAccessCollection, Sendable {
  private let rows: [LexiconTable.Row]
  private let regionCount: Int

  /// - Parameters: Rows that ``Place`` checked.
  init(regions: [LexiconTable.Row], gazetteer: [LexiconTable.Row]) {
    rows = regions + gazetteer
    regionCount = regions.count
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { rows.count }

  package subscript(index: Int) -> Place {
    index < regionCount ? Place(region: rows[index]) : Place(gazetteer: rows[index])
  }

  /// ISO 3166-1 alpha-2, nil where none or several apply.
  package func country(of index: Int) -> String? {
    rows[index].optional(index < regionCount ? Place.regionCountry : Place.gazetteerCountry)
  }

  /// Nil for a region, which is not weighed by how many live there.
  package func population(of index: Int) -> Int? {
    index < regionCount ? nil : rows[index].integer(Place.population)
  }

  /// Whether it is a first-order division of a state, as a US state or a Canadian province.
  package func isDivision(_ index: Int) -> Bool {
    index < regionCount && rows[index].withBytes(of: Place.kind) { $0.elementsEqual("admin".utf8) }
  }

  package func isCity(_ index: Int) -> Bool {
    index >= regionCount || rows[index].withBytes(of: Place.kind) { $0.elementsEqual("city".utf8) }
  }

  /// Whether a place goes by a name, written as in its table.
  package func isCalled(_ index: Int, _ name: String) -> Bool {
    var isCalled = false
    forEachName(of: index) { isCalled = isCalled || $0.elementsEqual(name.utf8) }
    return isCalled
  }

  /// Calls the body with the name of a place and then with its aliases, as UTF-8.
  package func forEachName(of index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    rows[index].withBytes(of: Place.name, body)
    rows[index].forEachPart(of: Place.aliases, body)
  }
}
