/// A quantity that the text reports, as “more than 127,000 personnel”.
package struct Figure: Hashable, Sendable {
  package var sentence: Span
  package var quantity: Double
  /// `more than`, `nearly`, `at least` …; nil for an exact number.
  package var qualifier: String?
  package var unit: String
  package var subject: String?
  /// True for a level or a total since some year, false for what happened now.
  package var isStock: Bool
  /// Who says so: an actor, or the outlet.
  package var origin: String?
  package var spans: [Span]

  package init(
    sentence: Span, quantity: Double, qualifier: String? = nil, unit: String,
    subject: String? = nil, isStock: Bool, origin: String? = nil, spans: [Span]
  ) {
    self.sentence = sentence
    self.quantity = quantity
    self.qualifier = qualifier
    self.unit = unit
    self.subject = subject
    self.isStock = isStock
    self.origin = origin
    self.spans = spans
  }
}
