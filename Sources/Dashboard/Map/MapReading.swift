import Archive
import Escalation
import EventData

/// A place where something happened that counts.
struct MapPlace: DrillLine {
  let id: String
  let code = ""
  /// Nil where the tables do not know where it lies.
  let region: Region?
  fileprivate(set) var escalation = 0.0
  fileprivate(set) var calm = 0.0
  fileprivate(set) var count = 0
  /// Somebody denies what somebody else reports from here.
  fileprivate(set) var isContested = false
  /// The indicator of the greatest weight, and its points.
  fileprivate(set) var leading: (indicator: String, points: Double) = ("", 0)
  fileprivate var strongest = StrongestEvents()

  var name: String { id }
  var behind: String { Wording.count(count, "event") }
  var events: [EventShare] { strongest.events }
  var points: Double { escalation + calm }
  var calms: Bool { calm > escalation }
  var coordinate: Coordinate? { region?.coordinate }

  fileprivate init(_ name: String, _ region: Region?) {
    id = name
    self.region = region
  }

  fileprivate mutating func add(
    _ phase: LedgerPhase, _ points: Double, _ indicator: Indicator, isDenied: Bool
  ) {
    if indicator.direction == .calms { calm += points } else { escalation += points }
    count += 1
    if isDenied { isContested = true }
    if points > leading.points { leading = (indicator.id, points) }
    strongest.add(EventShare(event: phase.event, value: points))
  }
}

/// The events of the ledger by where they happened, as they stand on its last day.
struct MapReading: DrillReading {
  let filter: ArticleFilter
  /// What counts most, first.
  let lines: [MapPlace]
  /// Events of which no report names a place.
  let nowhere: Int
  let outlines: MapOutlines
  /// Why there are no borders to draw; the places are there all the same.
  let outlineFailure: LoadFailure?

  /// - Parameter outlines: those of an earlier reading, which need not be read again.
  init(
    of filter: ArticleFilter, from source: LoadSource, outlines: MapOutlines?
  ) throws(ArchiveError) {
    let (archive, catalogue) = (source.archive, source.catalogue)
    self.filter = filter
    do {
      self.outlines = try outlines ?? source.outlines()
      outlineFailure = nil
    } catch {
      self.outlines = .none
      outlineFailure = LoadFailure(error)
    }
    guard let day = try archive.lastEscalationDay() else {
      (lines, nowhere) = ([], 0)
      return
    }
    let regions = try archive.regionsByName()
    let events = try archive.events(under: filter)
    var places: [String: MapPlace] = [:]
    var nowhere = 0
    try archive.forEachPlace(on: day, of: events, catalogue) { phase, place in
      guard phase.day <= day else { return }
      guard let name = place.region else {
        nowhere += 1
        return
      }
      let indicator = catalogue.indicators[phase.indicator]
      let points = phase.points * indicator.decay(over: phase.day.distance(to: day))
      places[name, default: MapPlace(name, regions[name])].add(
        phase, points, indicator, isDenied: place.isDenied)
    }
    self.nowhere = nowhere
    lines = places.values.sorted {
      $0.points != $1.points ? $0.points > $1.points : $0.id < $1.id
    }
  }

  /// The coordinates to look at: those where most happens, or all.
  ///
  /// A country's own coordinate is its middle, which says little of where something happened;
  /// countries count where there is nothing else.
  func focus(all: Bool) -> [Coordinate] {
    let located = lines.filter { $0.coordinate != nil }
    let exact = located.filter { $0.region?.kind != .country }
    let candidates = all || exact.isEmpty ? located : exact
    var rest = all ? .infinity : 0.8 * candidates.reduce(0) { $0 + $1.points }
    return candidates.prefix { place in
      defer { rest -= place.points }
      return rest > 0
    }.compactMap(\.coordinate)
  }
}
