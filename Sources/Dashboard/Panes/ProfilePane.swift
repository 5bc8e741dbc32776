import Archive
import EventData
import Terminal

/// Who an actor is, what it says and does, to whom and about what; every number opens its
/// sentences.
///
/// It shows whom somebody asked about, else whom everything is filtered by, else whom most
/// articles mention.
struct ProfilePane: DrillPane {
  static let id: PaneID = "profile"
  static let title = "Profile"
  static let placement = Placement(
    ofTwo: 0, ofThree: 2, minimumRows: 30, weight: 1, companion: "reader")
  static let actions = [
    Action(
      .open, "List the sentences, or read one", hint: "open",
      keys: [.enter, .character("l"), .right], in: .pane(id)),
    Action(
      .toggleActor, "Filter everything by this actor, or stop", hint: "filter",
      keys: [.character("x")], in: .pane(id)),
  ]

  var reading: ProfileReading?
  var list = DrillList<ProfileLine>()
  /// Whom somebody asked about.
  private var wanted: String?

  mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    guard action == .toggleActor else { return drill(action, in: view) }
    guard let actor = reading?.actor?.actor else { return [.say("No actor to filter by")] }
    return [.filter(.actor(id: actor.id, name: actor.name), .include)]
  }

  mutating func hear(_ notice: Notice, in view: PaneView) -> [PaneRequest]? {
    switch notice {
    case .profiled(let actor):
      wanted = actor
      list = DrillList()
      reading = nil
      return [load(.now, view), .focus]
    case .scopeChanged: return [load(.long, view)]
    case .archiveChanged: return [load(.longAtLeisure, view)]
    case .resized: fit(in: view)
    case .selected, .opened, .step, .failed: return nil
    }
    return []
  }

  func reader(in view: PaneView) -> @Sendable (LoadSource) throws -> ProfileReading {
    let filter = view.scope.filter
    let chosen = wanted ?? filter.actors.first
    return { source in
      let frequent = try chosen == nil ? source.archive.actors(filter, limit: 1) : []
      return try ProfileReading(
        of: chosen ?? frequent.first?.actor.id ?? "", under: filter, from: source)
    }
  }

  func sentences(
    of line: ProfileLine, in view: PaneView
  ) -> @Sendable (LoadSource) throws -> [EvidenceLine] {
    { _ in line.sentences }
  }

  // MARK: Drawing

  func headRows(_ view: PaneView) -> Int {
    guard let reading, reading.actor != nil, list.opened == nil else { return 0 }
    return ProfileDrawing.headRows(of: reading, in: view.size)
  }

  func draw(in canvas: inout Canvas, view: PaneView) {
    guard let reading, reading.actor != nil else {
      let empty: [SafeText] = ["Nobody to tell of.", "Press i on an actor in the list of actors."]
      return EmptyNote.draw(reading == nil ? EmptyNote.loading : empty, in: &canvas)
    }
    let rows = headRows(view)
    if rows > 0 { ProfileDrawing.head(of: reading, rows: rows, in: &canvas) }
    let most = reading.lines.map(\.sentences.count).max() ?? 1
    let columns = canvas.columns
    drawList(ProfileDrawing.table(in: columns), in: &canvas, view: view) {
      ProfileDrawing.cells(of: $0, most: most, in: columns)
    }
  }
}
