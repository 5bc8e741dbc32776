extension Range<Int> {
  /// The part from a token on; empty when the token lies behind the end.
  func from(_ token: Int) -> Range<Int> {
    Swift.min(Swift.max(lowerBound, token), upperBound)..<upperBound
  }

  /// The part before a token; empty when the token lies before the start.
  func before(_ token: Int) -> Range<Int> {
    lowerBound..<Swift.max(lowerBound, Swift.min(upperBound, token))
  }
}
