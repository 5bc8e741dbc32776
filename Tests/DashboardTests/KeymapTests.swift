import Terminal
import Testing

@testable import Dashboard

@Suite("The keymap")
struct KeymapTests {
  private let keymap = Keymap.standard
  private static let contexts: [KeyContext] =
    PaneRegistry.standard.panes.map { .pane(type(of: $0).id) }
    + [ReaderPane.id, ActorsPane.id, RegionsPane.id].map { .finding($0) }
    + Action.Leader.allCases.map { .leader($0) } + [.help]
    + Prompt.Purpose.allCases.map { .prompt($0) }

  @Test("gives a key one meaning in one place")
  func hasNoDuplicates() {
    var seen: Set<String> = []
    for action in keymap.actions {
      for key in action.keys {
        #expect(
          seen.insert("\(action.place) \(key)").inserted,
          "\(Wording.key(key)) means two things in \(action.place)")
      }
    }
  }

  @Test("has a key, a description and a unique id in its place for every action")
  func documentsActions() {
    var ids: Set<String> = []
    for action in keymap.actions {
      #expect(!action.keys.isEmpty)
      #expect(action.description.first?.isUppercase == true)
      #expect(!action.description.hasSuffix("."))
      #expect(ids.insert("\(action.place) \(action.id.rawValue)").inserted)
    }
  }

  @Test("reaches every action in the contexts where it is valid", arguments: contexts)
  func reachesActions(_ context: KeyContext) {
    let bindings = keymap.bindings(in: context)
    #expect(!bindings.isEmpty)
    for binding in bindings {
      for key in binding.keys {
        #expect(keymap.action(for: key, in: context) == binding.action)
      }
    }
  }

  @Test("leaves no action without a context")
  func hasNoOrphans() {
    let bound = Set(Self.contexts.flatMap { keymap.bindings(in: $0).map(\.action) })
    #expect(bound == Set(keymap.actions))
  }

  @Test("puts a pane's own keys before those of all panes")
  func prefersThePane() {
    let space = Key.character(" ")
    #expect(keymap.action(for: space, in: .pane(ActorsPane.id))?.id == .open)
    #expect(keymap.action(for: space, in: .pane(ArticlesPane.id))?.id == .pageDown)
  }

  @Test("has in the kiosk nothing that leaves or writes", arguments: contexts)
  func kioskOnlyReads(_ context: KeyContext) {
    let allowed = keymap.kiosk.bindings(in: context).map(\.action)
    #expect(allowed.allSatisfy { $0.capability == .reads })
    let isPrompt = if case .prompt = context { true } else { false }
    for key in [Key.character("q"), .character("Q"), .control("c")] where !isPrompt {
      let action = keymap.kiosk.action(for: key, in: context)?.id
      #expect(action == nil || action == .closeHelp || action == .cancel)
    }
  }

  @Test("lists in the kiosk what the kiosk can do, so that a new action is looked at")
  func kioskIsAnAllowList() {
    let ids = Set(keymap.kiosk.actions.map(\.id.rawValue)).sorted()
    #expect(
      ids == [
        "accept", "back", "bookmark", "cancel", "charts", "close-help", "count", "cursor-end",
        "cursor-left", "cursor-right", "cursor-start", "delete-backward", "delete-forward",
        "delete-line", "delete-word", "down", "earlier", "end-finding", "escape", "exclude",
        "facets", "find", "first", "focus-actors", "focus-alerts", "focus-articles",
        "focus-changes", "focus-claims", "focus-dyads", "focus-escalation", "focus-events",
        "focus-figures", "focus-imports", "focus-map", "focus-profile", "focus-reader",
        "focus-regions",
        "focus-statements", "focus-timeline", "fold", "furniture", "go", "go-backward",
        "half-page-down", "half-page-up", "help", "last", "later", "map-east", "map-fit",
        "map-north", "map-south", "map-west", "map-zoom-in", "map-zoom-out", "narrower",
        "next-actor", "next-article", "next-hit", "next-layout", "next-mention", "next-pane",
        "next-statement", "next-suggestion", "only", "open", "page-down", "page-up",
        "previous-article", "previous-hit", "previous-mention", "previous-pane",
        "previous-statement", "previous-suggestion", "profile", "reload", "search", "sort", "split",
        "toggle-actor", "turn", "up", "version-changes", "wider", "zoom",
      ])
  }

  @Test("gives keys to the actions that a user wishes, and takes them from others there")
  func rebinds() throws {
    let keymap = try Keymap.standard.rebound([
      KeyBinding("zoom", [.character("j")]), KeyBinding("map/map-fit", [.function(5)]),
    ])
    #expect(keymap.action(for: .character("j"), in: .pane(ArticlesPane.id))?.id == .zoom)
    #expect(keymap.action(for: .character("z"), in: .pane(ArticlesPane.id)) == nil)
    #expect(keymap.action(for: .down, in: .pane(ArticlesPane.id))?.id == .down)
    #expect(keymap.action(for: .character("j"), in: .help)?.id == .down)
    #expect(keymap.action(for: .function(5), in: .pane(MapPane.id))?.id.rawValue == "map-fit")
  }

  @Test("refuses what it cannot do, by its place")
  func refusesBindings() {
    let z: [Key] = [.character("z")]
    for (bindings, error) in [
      ([KeyBinding("zooom", z)], KeyBindingError.unknownAction(0)),
      ([KeyBinding("zoom", z), KeyBinding("down", z)], .keyTwice(1, z[0], before: 0)),
      ([KeyBinding("quit", [])], .needsKey(0)),
    ] {
      #expect(throws: error) { try keymap.rebound(bindings) }
    }
    #expect(throws: Never.self) {
      try keymap.rebound([KeyBinding("zoom", z), KeyBinding("help/down", z)])
    }
  }

  @Test("names every action once, and knows which keys a pane has for itself")
  func namesActions() {
    #expect(Set(keymap.actions.map(\.name)).count == keymap.actions.count)
    #expect(
      keymap.covered.contains {
        $0.key == .character(" ") && $0.by.name == "actors/open" && $0.instead.id == .pageDown
      })
  }
}
