import EventData
import Lexicons

extension Region {
  init(_ place: Place) {
    self.init(
      id: place.id, name: place.name, kind: place.kind, country: place.country,
      coordinate: place.coordinate)
  }

  init(_ state: State) {
    self.init(
      id: "country:" + state.code, name: state.name, kind: .country, country: state.alpha2,
      coordinate: Coordinate(latitude: state.latitude, longitude: state.longitude))
  }

  /// A place that no table holds, at the point of the region which it lies in: as near as can
  /// be known.
  init(_ name: String, in home: Region) {
    self.init(
      id: "\(home.id):\(name.lowercased().replacing(" ", with: "-"))", name: name, kind: .city,
      country: home.country, coordinate: home.coordinate)
  }
}
