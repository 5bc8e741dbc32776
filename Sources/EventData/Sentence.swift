/// One sentence of an article's text.
package struct Sentence: Hashable, Sendable {
  package var span: Span
  /// Counted from 0; the title, where the text holds one, is paragraph 0.
  package var paragraph: Int
  package var isTitle: Bool

  package init(span: Span, paragraph: Int, isTitle: Bool = false) {
    self.span = span
    self.paragraph = paragraph
    self.isTitle = isTitle
  }
}

/// One place in the text where an actor or a region is named.
package struct Mention: Hashable, Sendable {
  package var span: Span
  /// The id of the rule that found it.
  package var rule: String

  @inlinable package init(span: Span, rule: String) {
    self.span = span
    self.rule = rule
  }
}
