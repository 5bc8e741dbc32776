import Archive
import EventData
import Terminal

/// Everything that the screen shows and keys depend on: a value.
///
/// It changes in ``apply(_:)`` and nowhere else, and draws in ``frame(asciiOnly:)``.
package struct DashboardState: Sendable {
  package let keymap: Keymap
  /// What the archive is called on the screen.
  package let archiveName: String
  let registry: PaneRegistry

  package internal(set) var size: Size
  package internal(set) var layout: Layout
  /// In the order of the registry.
  package private(set) var panes: [any Pane]
  /// What they are called, in the same order.
  let paneIDs: [PaneID]
  /// The actions that go to a pane.
  let focusActions: [Action.ID: PaneID]
  /// How often each pane may have changed its look, in the order of ``panes``.
  private(set) var revisions: [Int]
  /// By when they last had the focus; the first has it now.
  package internal(set) var recent: [PaneID]
  package internal(set) var isZoomed = false
  /// Panes that have the screen to themselves, as a playlist says; none for all.
  package internal(set) var shared: [PaneID] = []
  /// How somebody has arranged the panes on this screen, and what is remembered of all sizes.
  package internal(set) var arrangement = Arrangement()
  package internal(set) var arrangements: [Size: Arrangement] = [:]
  /// The border that the pointer holds, and where the pointer is.
  var grip: (border: Border, place: Mouse)?
  /// Panes to go back to, the latest last.
  package internal(set) var trail: [PaneID] = []

  package internal(set) var scope = Scope()
  /// The article under the cursor of the list, or opened from elsewhere.
  package internal(set) var article: ArticleKey?
  /// Whether only the pane with the focus knows so far which article it has chosen.
  var isChoosing = false
  package internal(set) var summary: ArchiveSummary?

  package internal(set) var prompt: Prompt?
  /// What was filtered by, and where the cursor stood, before somebody began to type a search.
  var beforeSearch: (scope: Scope, article: ArticleKey?)?
  var completion: Completion?
  /// Which of the actions that fit is chosen in the command line, or which choice.
  var command = 0
  /// What the prompt chooses from.
  var chooser: Chooser?
  /// Set while the next key says more of the last one.
  package internal(set) var leader: Action.Leader?
  /// Whether what can follow is listed.
  package internal(set) var showsLeader = false
  /// How often the next key does what it does.
  var count: Int?
  /// Places to come back to, by their letters.
  var bookmarks: [Character: Bookmark] = [:]
  /// What was searched for, the latest last.
  package internal(set) var searches: [String]
  package internal(set) var help: HelpOverlay?
  /// Said in the status line until the next key.
  package internal(set) var remark: String?
  /// Why the latest load of a pane, or of the dashboard itself, failed.
  package internal(set) var failures: [Load.Owner: String] = [:]

  /// Nil for who knows the way, or has gone it.
  package internal(set) var tour: Tour?

  /// Nil for a dashboard at a desk.
  package internal(set) var kiosk: Kiosk?

  /// Why the archive is out of reach; what was read before is still shown.
  package internal(set) var outage: String?

  /// What was noted and can be taken back, the latest last.
  var markSteps: [MarkStep] = []
  /// What was typed and could not be noted.
  var drafts: [MarkDraft: String] = [:]
  /// Whether it was said that opened articles are not noted as read.
  var hasToldOfReading = false
  /// What is said not to be kept.
  var unkept: Set<String> = []

  /// What each slot waits for.
  var awaited: [Load.Slot: (generation: Int, urgency: Load.Urgency)] = [:]
  var generation = 0
  /// How long the wait has been, in steps of a sign; nil while it is not worth a sign.
  package internal(set) var delay: Int?
  /// What panes missed while they could not be seen.
  var missed: [PaneID: Missed] = [:]

  package init(
    size: Size, archiveName: String, registry: PaneRegistry = .standard,
    keymap: Keymap = .standard, kiosk: Kiosk? = nil, searches: [String] = [],
    arrangements: [Size: Arrangement] = [:], tour: Tour? = nil
  ) {
    self.registry = registry
    self.kiosk = kiosk
    self.searches = searches
    self.arrangements = arrangements
    self.tour = tour
    remark = kiosk?.notice
    self.size = size
    self.archiveName = archiveName
    self.keymap = keymap
    panes = registry.panes
    revisions = registry.panes.map { _ in 0 }
    paneIDs = registry.panes.map { type(of: $0).id }
    focusActions = Dictionary(paneIDs.map { (.focus($0), $0) }) { first, _ in first }
    recent = paneIDs
    layout = Layout(
      size: size, panes: registry.panes.map { (type(of: $0).id, type(of: $0).placement) },
      recent: recent, zoomed: false)
    for pane in recent { missed[pane] = Missed(scopeChanged: true) }
    recallArrangement()
  }

  package var focus: PaneID { recent[0] }

  /// True as long as the pane with the focus waits for what it should show first.
  var isAwaitingFocus: Bool {
    awaited.contains { $0.key.owner == .pane(focus) && $0.value.urgency != .later }
  }

  /// True as long as somebody waits for what a key asked for.
  package var isBusy: Bool {
    awaited.values.contains { [.now, .whenStill, .long, .writing].contains($0.urgency) }
  }

  /// Where the next key goes.
  package var context: KeyContext {
    if kiosk?.gate?.prompt != nil { return .prompt(.phrase) }
    if let prompt { return .prompt(prompt.purpose) }
    if help != nil { return .help }
    if let leader { return .leader(leader) }
    return index(of: focus).map { panes[$0].isFinding } == true ? .finding(focus) : .pane(focus)
  }

  func index(of pane: PaneID) -> Int? {
    paneIDs.firstIndex(of: pane)
  }

  /// Lets a pane change, and notes that it may look different now.
  ///
  /// - Parameters:
  ///   - looksAsBefore: whatever it does, it shows nothing of it yet.
  ///   - body: nil when the pane had nothing to do and is what it was.
  mutating func change(
    _ pane: PaneID, looksAsBefore: Bool = false,
    _ body: (inout any Pane, PaneView) -> [PaneRequest]?
  ) -> [PaneRequest]? {
    let view = view(of: pane)
    guard let index = index(of: pane), let requests = body(&panes[index], view) else { return nil }
    if !looksAsBefore { revisions[index] += 1 }
    return requests
  }

  /// What a pane may know; a pane that cannot be seen has no room.
  func view(of pane: PaneID) -> PaneView {
    PaneView(
      size: layout.rectangle(of: pane)?.inset(by: 1).size ?? Size(columns: 0, rows: 0),
      isFocused: pane == focus && help == nil, scope: scope, article: article)
  }
}

/// Notices that wait until a pane can be seen: nobody loads what nobody sees.
struct Missed: Sendable {
  var scopeChanged = false
  var archiveChanged = false
  var selected: ArticleKey??

  var notices: [Notice] {
    var notices: [Notice] = [.resized]
    if scopeChanged {
      notices.append(.scopeChanged)
    } else if archiveChanged {
      notices.append(.archiveChanged)
    }
    if let selected { notices.append(.selected(selected)) }
    return notices
  }
}
