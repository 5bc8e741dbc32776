/// A quantity that the text reports, as “more than 127,000 personnel”.
///
/// What may be missing is written as in ``Event``.
package struct Figure: Hashable, Sendable {
  package var sentence: Span
  /// Of a range the upper end.
  package var quantity: Double
  /// The lower end, where the text gives a range.
  package var lower: Optional<Double>
  /// `more than`, `nearly`, `at least` …; nil for an exact number.
  package var qualifier: Optional<String>
  package var unit: String
  package var subject: Optional<String>
  /// True for a level or a total since some year, false for what happened now.
  package var isStock: Bool
  /// Who says so: an actor, or the outlet.
  package var origin: Optional<String>
  package var spans: [Span]

  package init(
    sentence: Span, quantity: Double, lower: Double? = nil, qualifier: String? = nil, unit: String,
    subject: String? = nil, isStock: Bool, origin: String? = nil, spans: [Span]
  ) {
    self.sentence = sentence
    self.quantity = quantity
    self.lower = lower
    self.qualifier = qualifier
    self.unit = unit
    self.subject = subject
    self.isStock = isStock
    self.origin = origin
    self.spans = spans
  }
}
