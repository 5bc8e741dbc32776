import Escalation
import EventData

/// An article in the form in which its columns hold it.
///
/// Making one is most of the work of an import and touches no archive: any thread can do it
/// while another writes.
package struct PreparedImport: Sendable {
  package let coded: CodedArticle
  let fingerprint: Int64
  let headings: [UInt8]
  let furniture: [UInt8]
  let text: [UInt8]
  /// Compressed after the text; nil where it is the text, byte for byte.
  let original: [UInt8]?
  let search: SearchableText
  let sentences: [UInt8]
  /// ``PackedFindings``, compressed.
  let findings: [UInt8]
  let traits: [ArticleTrait]
  let marks: CopyMarks
  let facts: [LedgerFact]
  /// The version of the catalogue that has read them, if any.
  let catalogue: String?
  let named: NamedActors
}

extension PreparedImport {
  /// All of a batch: what is used for each is made once.
  ///
  /// - Parameter catalogue: by which the ledger is going to be kept; nil where that is not known.
  package static func prepare(
    _ batch: [CodedImport], for catalogue: IndicatorCatalogue? = nil
  ) -> [PreparedImport] {
    let compressor = Compressor()
    return batch.map { PreparedImport($0, compressor, catalogue) }
  }

  private init(
    _ item: CodedImport, _ compressor: Compressor, _ catalogue: IndicatorCatalogue?
  ) {
    let coded = item.coded
    let article = coded.article
    let bytes = Array(article.text.utf8)
    self.coded = coded
    fingerprint = Fingerprint(article, original: item.original).value
    headings = PackedHeadings.pack(article.headings)
    furniture = PackedFurniture.pack(article.furniture)
    text = compressor.compress(bytes)
    original =
      item.original == bytes ? nil : compressor.compress(item.original, after: bytes)
    search = SearchableText(coded)
    sentences = PackedSentences.pack(coded.sentences)
    traits = ArticleTrait.traits(of: coded)
    marks = CopyMarks(bytes)
    facts = LedgerFact.facts(of: coded, bytes, catalogue)
    self.catalogue = catalogue?.version
    named = NamedActors(coded)
    findings = compressor.compress(PackedFindings.pack(coded, named))
  }
}

extension [UInt8] {
  /// What of a span lies inside.
  func part(_ span: Span) -> ArraySlice<UInt8> {
    dropFirst(Swift.max(0, span.start)).prefix(Swift.max(0, span.count))
  }
}

/// What the full-text index reads of an article, column by column.
struct SearchableText: Hashable {
  /// Title and text.
  var text: String
  /// The contents of its statements.
  var said: String

  init(_ coded: CodedArticle) {
    text = Self.text(coded.article)
    said = Self.said(coded)
  }

  static func text(_ article: Article) -> String {
    guard article.bodyStart == 0, let title = article.title else { return article.text }
    return title + "\n" + article.text
  }

  private static func said(_ coded: CodedArticle) -> String {
    var text = coded.article.text
    let said = text.withUTF8 { bytes in
      var said: [UInt8] = []
      for (place, span) in coded.statements.lazy.flatMap(\.contentSpans).enumerated() {
        // A word of its own between two contents: no phrase spans both.
        if place > 0 { said += " \u{E000} ".utf8 }
        said += bytes.dropFirst(Swift.max(0, span.start)).prefix(Swift.max(0, span.count))
      }
      return said
    }
    return String(decoding: said, as: UTF8.self)
  }

  var columns: [String?] { [text, said] }
}
