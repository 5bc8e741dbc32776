import EventData

/// What the furniture and the first paragraph of a page say about the article.
struct PageMetadata {
  private(set) var published: PublicationDate?
  private(set) var url: String?
  /// The agency of the dateline, else the name at the top, else the owner of the rights.
  private(set) var outlet: String?

  init(of page: Page) {
    var updated: PublicationDate?
    var named: String?
    var owner: String?
    for index in page.blocks.indices {
      guard case .furniture(let kind) = page.verdicts[index] else { continue }
      let text = page.text(index)
      switch kind {
      case .dateline:
        if page.isHead(index), url == nil, let address = WebAddress(text) {
          url = address.text
        } else if text.utf8.contains(where: \.isASCIIDigit) {
          note(DateReading(text), isHead: page.isHead(index), &updated)
        }
        named = named ?? Signature.agency(ofDateline: text, outlets: page.outlets)
        named = named ?? Self.outlet(inByline: text, page.outlets)
      case .masthead: named = named ?? page.outlets.signed(text)
      case .copyright: owner = owner ?? Self.owner(text, page.outlets)
      default: break
      }
    }
    published = published ?? updated
    let agency = page.firstProse.flatMap {
      Signature.agency(ofDateline: page.text($0, prefix: 320), outlets: page.outlets)
    }
    outlet = agency ?? named ?? owner
  }

  /// An update dates the article only where nothing else does; a date below the text
  /// only where it says that it is the article's.
  private mutating func note(
    _ reading: DateReading, isHead: Bool, _ updated: inout PublicationDate?
  ) {
    guard let date = reading.date, isHead || reading.label != nil else { return }
    if reading.label == .updated {
      updated = updated ?? date
    } else {
      published = published ?? date
    }
  }

  private static func owner(_ notice: String, _ outlets: OutletNames) -> String? {
    Signature.owner(ofCopyright: notice).map { outlets.signed($0) ?? $0 }
  }

  /// The piece of a parted byline that is a known outlet.
  private static func outlet(inByline line: String, _ outlets: OutletNames) -> String? {
    let pieces = line.split { "|\u{B7}\u{2022},".contains($0) }
    return pieces.lazy.compactMap { outlets.signed(String($0.trimmingBlanks)) }.first
  }
}
