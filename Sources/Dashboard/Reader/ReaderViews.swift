import Archive
import Terminal

/// What can be shown beside the text of an article, or in place of it.
extension ReaderPane {
  mutating func toggleFurniture() -> [PaneRequest] {
    guard let document else { return [] }
    guard !document.article.furniture.isEmpty else {
      return [.say("Nothing stood around this article")]
    }
    showsFurniture.toggle()
    wrap()
    return [
      .say(
        (showsFurniture ? "Showing " : "Folded ")
          + Wording.count(document.article.furniture.count, "piece") + " of the page")
    ]
  }

  mutating func toggleChanges() -> [PaneRequest] {
    guard let document, document.versions > 0 else {
      return [.say("There is no earlier version of this article")]
    }
    showsChanges.toggle()
    top = 0
    wrap()
    return [.say(showsChanges ? "[-gone-] {+new+} since the version before" : "The text as it is")]
  }

  mutating func toggleOriginal() -> [PaneRequest] {
    guard let key = document?.key else { return [] }
    guard original == nil else {
      original = nil
      top = 0
      wrap()
      return [.say("The text as it is read")]
    }
    return [
      Self.load("original") { source in
        let stored = try source.archive.originals(after: key.row - 1, limit: 1).first
        return Content(
          key: key, document: try source.archive.article(key.row).map(ReaderDocument.init),
          original: stored.flatMap { $0.row == key.row ? OriginalText.text(of: $0.original) : nil }
        )
      },
      .say("The article as it came"),
    ]
  }
}
