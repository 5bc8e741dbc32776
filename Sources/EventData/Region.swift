/// A place: a state seen as territory, a region, a city, a sea, a line on the map.
///
/// What may be missing is written as in ``Event``.
package struct Region: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case country, region, city, sea, other
  }

  package var id: String
  package var name: String
  package var kind: Kind
  /// ISO 3166-1 alpha-2, nil where none or several apply.
  package var country: Optional<String>
  package var coordinate: Optional<Coordinate>

  package init(
    id: String, name: String, kind: Kind, country: String? = nil, coordinate: Coordinate? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.country = country
    self.coordinate = coordinate
  }

  /// The id alone tells nearly all apart.
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// Degrees, WGS 84.
package struct Coordinate: Hashable, Sendable {
  package var latitude: Double
  package var longitude: Double

  package init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// A region with its mentions in one article.
package struct RegionMentions: Hashable, Sendable {
  package var region: Region
  package var mentions: [Mention]

  package init(region: Region, mentions: [Mention]) {
    self.region = region
    self.mentions = mentions
  }
}
