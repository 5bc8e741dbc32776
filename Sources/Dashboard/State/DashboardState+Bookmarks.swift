import Archive
import EventData

/// A place to come back to, by a letter.
struct Bookmark: Sendable {
  let pane: PaneID
  let article: ArticleKey?
  /// Where the reader stood.
  let place: Span?
}

extension DashboardState {
  private var here: Bookmark {
    let reader = index(of: ReaderPane.id).map { panes[$0] } as? ReaderPane
    return Bookmark(pane: focus, article: article, place: reader?.place)
  }

  mutating func setBookmark(_ name: Character) -> [Effect] {
    bookmarks[name] = here
    remark = "Here is ‘\(name)’ now; '\(name) comes back"
    return []
  }

  mutating func go(to name: Character) -> [Effect] {
    guard let bookmark = bookmarks[name] else {
      remark = name == Action.backward ? "Nowhere to go back to" : "Nothing is marked ‘\(name)’"
      return []
    }
    bookmarks[Action.backward] = here
    guard let article = bookmark.article else { return setFocus(bookmark.pane) }
    self.article = article
    return tell(.opened(article, at: bookmark.place)) + setFocus(bookmark.pane)
  }
}
