import Archive
import EventData
import Terminal

/// Names a pane, in code and in the ids of actions.
package struct PaneID: Hashable, Sendable, RawRepresentable, ExpressibleByStringLiteral {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  package init(stringLiteral value: String) {
    rawValue = value
  }
}

/// A part of the screen with its own state, keys and loads.
///
/// A pane is a value. It changes only in ``perform(_:in:)``, ``hear(_:in:)``,
/// ``point(at:in:)`` and ``receive(_:in:)``, which ask for everything beyond it
/// in ``PaneRequest``s, and it draws itself into a canvas. To add one, write its
/// file in `Panes/` and name it in ``PaneRegistry/standard``.
package protocol Pane: Sendable {
  /// What its loads bring.
  associatedtype Content: Sendable

  static var id: PaneID { get }
  static var title: String { get }
  static var placement: Placement { get }
  /// What keys can do in this pane beyond what they do in any.
  static var actions: [Action] { get }

  /// Nil when the action means nothing here now, so that somebody else may have it.
  mutating func perform(_ action: Action.ID, in view: PaneView) -> [PaneRequest]?
  /// Nil when the notice is no concern of the pane, which looks the same as before.
  mutating func hear(_ notice: Notice, in view: PaneView) -> [PaneRequest]?
  mutating func point(at gesture: Pointing, in view: PaneView) -> [PaneRequest]
  mutating func receive(_ content: Content, in view: PaneView) -> [PaneRequest]
  /// Looks for words in what it shows, while they are typed; nothing for an empty text. Nil when
  /// it cannot.
  mutating func find(_ text: String, in view: PaneView) -> [PaneRequest]?

  /// Whether keys go through what was found.
  var isFinding: Bool { get }
  /// What of an article is under the cursor; nil for the article itself.
  func subject(in view: PaneView) -> MarkSubject?
  /// Where in its content the pane stands, as “12 of 5,432”.
  func position(in view: PaneView) -> String
  /// How its lines are ordered, as it stands behind the title; nil where they stand as they usually
  /// do.
  var arrangement: String? { get }
  /// Reads all that the pane lists as a table, its headings first; nil when it has none.
  func table(in view: PaneView) -> (@Sendable (LoadSource) throws -> [[String]])?
  func draw(in canvas: inout Canvas, view: PaneView)
}

extension Pane {
  package static var actions: [Action] { [] }

  package mutating func point(at gesture: Pointing, in view: PaneView) -> [PaneRequest] { [] }
  package mutating func find(_ text: String, in view: PaneView) -> [PaneRequest]? { nil }
  package var isFinding: Bool { false }
  package func subject(in view: PaneView) -> MarkSubject? { nil }
  package func position(in view: PaneView) -> String { "" }
  package var arrangement: String? { nil }
  package func table(in view: PaneView) -> (@Sendable (LoadSource) throws -> [[String]])? { nil }

  /// Unpacks what a load brought.
  mutating func receive(boxed content: any Sendable, in view: PaneView) -> [PaneRequest] {
    (content as? Content).map { receive($0, in: view) } ?? []
  }
}

/// What a pane may know about the rest of the screen.
package struct PaneView: Sendable {
  /// The room inside the pane's border.
  package var size: Size
  package var isFocused: Bool
  package var scope: Scope
  /// The article under the cursor of the list, or opened from elsewhere.
  package var article: ArticleKey?

  package init(size: Size, isFocused: Bool, scope: Scope, article: ArticleKey? = nil) {
    self.size = size
    self.isFocused = isFocused
    self.scope = scope
    self.article = article
  }
}

/// What a pane is told about changes elsewhere.
package enum Notice: Sendable {
  /// Another scope holds: what is shown answers a question nobody asks any more.
  case scopeChanged
  /// The archive holds more than before: the same question again, the cursor kept.
  case archiveChanged
  /// The cursor of the list stands on another article. Who shows it looks as before until it has
  /// been loaded.
  case selected(ArticleKey?)
  /// Somebody wants to read an article, at a sentence where one is given.
  case opened(ArticleKey, at: Span?)
  /// Somebody wants to know about an actor.
  case profiled(String)
  /// Go so many articles on.
  case step(Int)
  /// ``PaneView/size`` is new.
  case resized
  /// A load brought an error instead of content.
  case failed
}

/// A mouse gesture inside a pane, its place counted from the first inner row and column.
package struct Pointing: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case press, doubleClick
    case wheel(lines: Int)
  }

  package var kind: Kind
  package var row: Int
  package var column: Int
}

/// What a pane asks of the rest of the dashboard.
package enum PaneRequest: Sendable {
  case load(Load)
  /// The cursor of the list stands on this article now.
  case select(ArticleKey?)
  case open(ArticleKey, at: Span?)
  /// Tell about the actor of this id.
  case profile(String)
  /// Filter everything by this, or no longer.
  case filter(Facet, FacetUse)
  /// Give this pane the focus.
  case focus
  /// Say something in the status line until the next key.
  case say(String)
}
