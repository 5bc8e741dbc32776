import Archive
import EventData
import Terminal

/// A line of a list of actors or regions: one of them, the heading of a kind, or what is kept
/// out.
struct FacetLine<Row: Sendable>: Identifiable, Sendable {
  let id: String
  /// Nil for a heading, and for what is kept out, of which no article is left to count.
  let row: Row?
  /// What can be filtered by here.
  let facet: Facet?
  let heading: String
  /// How far it is set in, in steps.
  var depth = 0

  init(_ row: Row, _ facet: Facet, depth: Int = 0) {
    (id, self.row, self.facet, self.depth, heading) = (facet.id, row, facet, depth, "")
  }

  init(heading: String) {
    (id, row, facet, self.heading) = ("kind \(heading)", nil, nil, heading)
  }

  init(keptOut facet: Facet) {
    (id, row, self.facet, heading) = (facet.id, nil, facet, facet.name)
  }

  /// What is drawn in place of a row that there is not.
  var headingCells: [[Run]] {
    facet == nil
      ? [[], [Run(SafeText(heading), .heading)]]
      : [[FacetUse?.some(.exclude).run(else: "")], [Run(SafeText(heading), .contested)]]
  }
}

/// A pane of actors or of regions: what it lists can be filtered by, kept out, or looked for by
/// name, and stands by its number of articles or as a tree.
protocol FacetPane: PagedPane where Row == FacetLine<Item> {
  associatedtype Item: Sendable

  /// A part of the names that are listed; nil for all.
  var wanted: String? { get set }
  var isTree: Bool { get set }

  /// Whether a facet is one of the kind that is listed here.
  static func lists(_ facet: Facet) -> Bool
  /// The items under a filter, those with most articles first.
  static func items(
    _ filter: ArticleFilter, matching: String?, limit: Int, in archive: ArchiveReader
  ) throws -> [Item]
  static func lines(of items: [Item], asTree: Bool) -> [Row]
  /// Of a table: what stands above its columns, and in them.
  static var headings: [String] { get }
  static func fields(of item: Item) -> [String]
}

extension Action.ID {
  package static let exclude: Self = "exclude"
  package static let only: Self = "only"
}

extension FacetPane {
  /// Items that a tree is made of, at most.
  private static var mostInTree: Int { 3000 }

  /// - Parameter name: what is listed, as “actor”.
  static func facetActions(_ name: String) -> [Action] {
    [
      Action(
        .open, "Filter everything by this \(name), or stop", hint: "filter",
        keys: [.enter, .character(" "), .character("l"), .right], in: .pane(id)),
      Action(
        .exclude, "Keep articles with this \(name) out, or stop", hint: "without",
        keys: [.character("!")], in: .pane(id)),
      Action(
        .only, "Filter by this \(name) and no other, or stop",
        keys: [.character(".")], in: .pane(id)),
      Action(
        .find, "Show only names that have what is typed", keys: [.character("/")],
        in: .pane(id)),
      Action(
        .endFinding, "Show all names again", hint: "all", keys: [.escape], in: .finding(id)),
      Action(
        .turn, "By number of articles, or as a tree", keys: [.character("t")],
        in: .pane(id)),
    ]
  }

  var isFinding: Bool { wanted != nil }

  func open(_ row: Row) -> PaneRequest { use(row, .include) }

  private func use(_ row: Row, _ use: FacetUse) -> PaneRequest {
    row.facet.map { .filter($0, use) } ?? .say("This is a heading")
  }

  /// What every such pane does on an action.
  mutating func choose(_ action: Action.ID, in view: PaneView) -> [PaneRequest]? {
    switch action {
    case .exclude: return list.window.selected.map { [use($0, .exclude)] } ?? []
    case .only: return list.window.selected.map { [use($0, .only)] } ?? []
    case .endFinding: return find("", in: view)
    case .turn:
      isTree.toggle()
      return [page(list.window.reset(), view)]
    default: return move(action, in: view)
    }
  }

  mutating func find(_ text: String, in view: PaneView) -> [PaneRequest]? {
    let text = text.split(separator: " ").joined(separator: " ")
    guard (text.isEmpty ? nil : text) != wanted else { return [] }
    wanted = text.isEmpty ? nil : text
    return [page(list.window.reset(), view)]
  }

  func page(_ request: RowPage<Row>.Request, _ view: PaneView) -> PaneRequest {
    let (filter, wanted, isTree) = (view.scope.filter, wanted, isTree)
    let keptOut = view.scope.excluded.filter(Self.lists).map { Row(keptOut: $0) }
    return rankedPage(request) { source, count in
      let limit = isTree ? Self.mostInTree : count
      let items = try Self.items(filter, matching: wanted, limit: limit, in: source.archive)
      let lines = keptOut + Self.lines(of: items, asTree: isTree)
      return Array(lines.prefix(count))
    }
  }

  /// Whoever filters from here wants to find the same row again, to take the filter away.
  mutating func restart(in view: PaneView) -> RowPage<Row>.Request? {
    view.isFocused ? list.window.reload() : list.window.reset()
  }

  func position(in view: PaneView) -> String {
    (wanted.map { "“\($0)” " } ?? "") + list.window.positionText
  }

  func table(in view: PaneView) -> (@Sendable (LoadSource) throws -> [[String]])? {
    let (filter, wanted) = (view.scope.filter, wanted)
    return { source in
      let items = try Self.items(
        filter, matching: wanted, limit: Int(Int32.max), in: source.archive)
      return [Self.headings] + items.map(Self.fields(of:))
    }
  }
}

extension FacetUse? {
  /// A sign before a name, and its role.
  func run(else glyph: SafeText) -> Run {
    switch self {
    case .include, .only: Run("✓", .hit)
    case .exclude: Run("✗", .contested)
    case nil: Run(glyph, .dim)
    }
  }

  var role: Role {
    switch self {
    case .include, .only: .hit
    case .exclude: .contested
    case nil: .text
    }
  }
}
