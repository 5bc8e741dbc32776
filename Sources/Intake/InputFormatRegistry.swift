/// The formats that are known, in the order in which they are asked.
package struct InputFormatRegistry: Sendable {
  package let formats: [any InputFormat]

  package init(_ formats: [any InputFormat]) {
    self.formats = formats
  }

  /// Plain text comes last: it takes whatever nothing else claims.
  package static let standard = InputFormatRegistry([
    JSONDocumentFormat(),
    JSONLinesFormat(),
    RSSFormat(),
    AtomFormat(),
    FeedListFormat(),
    HTMLPageFormat(),
    MailboxFormat(),
    MailMessageFormat(),
    DelimitedFormat(),
    PlainTextFormat(),
  ])

  /// The first format that claims the input; nil while one that comes before it
  /// needs more of the input to tell.
  package func format(for head: InputHead) -> (any InputFormat)? {
    for format in formats {
      switch format.recognises(head) {
      case .yes: return format
      case .no: continue
      case .needsMore: return nil
      }
    }
    return nil
  }
}
