/// How articles are made from what was read.
package struct IntakeOptions: Sendable {
  /// Leave the text as it came: nothing is taken out, joined or folded. Metadata is
  /// still read.
  package var asIs: Bool
  /// The lines that are known to be furniture.
  package var furniture: FurniturePatterns
  package var outlets: OutletNames
  package var limits: IntakeLimits

  package init(
    asIs: Bool = false, furniture: FurniturePatterns = .none, outlets: OutletNames = .none,
    limits: IntakeLimits = IntakeLimits()
  ) {
    self.asIs = asIs
    self.furniture = furniture
    self.outlets = outlets
    self.limits = limits
  }
}

/// How many bytes are held at most; what is larger is refused, not cut.
package struct IntakeLimits: Sendable {
  /// One article of plain text. 64 MiB is ten times *War and Peace*, twice.
  package var articleBytes: Int
  /// One line of JSON Lines, which is one article.
  package var lineBytes: Int
  /// One page of HTML, with all that stands around the article.
  package var pageBytes: Int
  /// How much more a container may hold than it weighs, and how much in any case.
  package var expansion: (times: Int, bytes: Int)
  /// How many containers may lie inside each other.
  package var containerDepth: Int

  package init(
    articleBytes: Int = 64 << 20, lineBytes: Int = 64 << 20, pageBytes: Int = 16 << 20,
    expansion: (times: Int, bytes: Int) = (200, 64 << 20), containerDepth: Int = 3
  ) {
    self.articleBytes = articleBytes
    self.lineBytes = lineBytes
    self.pageBytes = pageBytes
    self.expansion = expansion
    self.containerDepth = containerDepth
  }
}
