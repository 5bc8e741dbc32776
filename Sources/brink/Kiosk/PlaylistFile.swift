import Archive
import Dashboard
import Yams

/// A playlist as its operator writes it, in YAML; every error names file and line.
///
///     seconds: 20
///     views:
///       - show: level
///         seconds: 40
///       - show: [escalation, alerts]
///         filter: region:Iceland
///       - show: overview
struct PlaylistFile {
  /// What stands for the dashboard as a person opens it.
  static let overview = "overview"
  /// How long a view may stay, in seconds.
  static let seconds = 5...86_400
  /// Panes that a view may show at once: more are too small for a wall.
  static let mostPanes = 4

  private let path: String

  /// - Throws: ``CommandFailure`` with the line.
  static func read(_ path: String) throws(CommandFailure) -> Playlist {
    let text: String?
    do {
      text = try File.text(path)
    } catch {
      throw CommandFailure(
        "playlist \(path)", because: CommandFailure.system(error.errno),
        advice: "It must be a file that may be read.", .configuration)
    }
    guard let text else {
      throw CommandFailure(
        "playlist \(path)", because: "there is no such file", advice: "Check its name.",
        .configuration)
    }
    return try PlaylistFile(path: path).playlist(text)
  }

  private func playlist(_ text: String) throws(CommandFailure) -> Playlist {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw CommandFailure(error, of: "playlist", in: path)
    } catch {
      throw failure(nil, "it is not YAML")
    }
    guard let root else { throw failure(nil, "it holds no views") }
    let fields = try fields(of: root, known: ["seconds", "views"])
    let usual = try fields["seconds"].map { (node) throws(CommandFailure) in try dwell(node) }
    guard let list = fields["views"], let nodes = list.sequence, !nodes.isEmpty else {
      throw failure(fields["views"] ?? root, "‘views:’ must be a list of what to show")
    }
    var views: [Playlist.View] = []
    for node in nodes { views.append(try view(node, usual: usual ?? 30)) }
    guard let playlist = Playlist(views) else { throw failure(list, "it holds no views") }
    return playlist
  }

  private func view(_ node: Node, usual: Int) throws(CommandFailure) -> Playlist.View {
    let fields = try fields(of: node, known: ["show", "filter", "seconds"])
    guard let show = fields["show"] else { throw failure(node, "a view needs ‘show:’") }
    var view = Playlist.View(panes: try panes(show), dwell: .seconds(usual))
    if let node = fields["seconds"] { view.dwell = .seconds(try dwell(node)) }
    if let node = fields["filter"] {
      guard let text = node.scalar?.string else { throw failure(node, "‘filter:’ takes a text") }
      do throws(FilterError) {
        try view.scope.find(text)
      } catch {
        throw failure(
          node, "filter ‘\(text)’, character \(error.range.lowerBound + 1): \(error.reason)")
      }
    }
    return view
  }

  private func panes(_ node: Node) throws(CommandFailure) -> [PaneID] {
    let nodes = node.sequence.map(Array.init) ?? [node]
    if nodes.count == 1, nodes[0].scalar?.string == Self.overview { return [] }
    let known = PaneRegistry.wall.panes.map { type(of: $0).id }
    var panes: [PaneID] = []
    for node in nodes {
      let name = node.scalar?.string ?? ""
      let pane = PaneID(rawValue: name)
      guard known.contains(pane) else {
        throw failure(
          node, "there is no pane ‘\(name)’",
          advice: "Known are: \(([Self.overview] + known.map(\.rawValue)).joined(separator: ", "))."
        )
      }
      guard !panes.contains(pane) else { throw failure(node, "‘\(name)’ stands twice in a view") }
      panes.append(pane)
    }
    guard (1...Self.mostPanes).contains(panes.count) else {
      throw failure(node, "a view shows 1 to \(Self.mostPanes) panes")
    }
    return panes
  }

  private func dwell(_ node: Node) throws(CommandFailure) -> Int {
    guard let seconds = node.int, Self.seconds.contains(seconds) else {
      throw failure(
        node,
        "‘seconds:’ takes a whole number from \(Self.seconds.lowerBound) to \(Self.seconds.upperBound)"
      )
    }
    return seconds
  }

  /// A slip of the pen is told, not passed over.
  private func fields(of node: Node, known: [String]) throws(CommandFailure) -> [String: Node] {
    guard let mapping = node.mapping else {
      throw failure(node, "here must be lines of the form “key: value”")
    }
    var fields: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.scalar?.string, known.contains(name) else {
        throw failure(
          key, "there is no ‘\(key.scalar?.string ?? "")’ here",
          advice: "Known are: \(known.joined(separator: ", ")).")
      }
      fields[name] = value
    }
    return fields
  }

  private func failure(
    _ node: Node?, _ reason: String,
    advice: String = "Documentation/kiosk.md describes playlists."
  ) -> CommandFailure {
    CommandFailure(
      "playlist \(path):\(node?.mark?.line ?? 1)", because: reason, advice: advice,
      .configuration)
  }
}
