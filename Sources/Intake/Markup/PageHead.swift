import EventData

/// What a page says about its article: in JSON-LD, OpenGraph, meta elements and marked times,
/// of which the one that is best kept wins.
struct PageHead {
  private(set) var data = LinkedData()
  private var properties: [String: String] = [:]
  private var canonical: String?
  private var pageLanguage: String?
  private var times: [String] = []
  private var heading: String?
  private var documentTitle: String?
  private var metaAuthors: [String] = []

  // MARK: What is heard

  mutating func note(language: String?) { pageLanguage = pageLanguage ?? language }

  mutating func note(link: MarkupAttributes) {
    if link["rel"]?.lowercased() == "canonical" { canonical = canonical ?? link["href"] }
  }

  mutating func note(meta: MarkupAttributes) {
    let name = meta["property"] ?? meta["name"] ?? meta["itemprop"] ?? meta["http-equiv"]
    guard let name = name?.lowercased(), let content = meta["content"], !content.isEmpty else {
      return
    }
    if ["author", "article:author", "dc.creator", "parsely-author"].contains(name) {
      metaAuthors.append(content)
    }
    properties[name] = properties[name] ?? content
  }

  /// The time that is marked as the date of publication comes first.
  mutating func note(time: MarkupAttributes) {
    guard let moment = time["datetime"] else { return }
    let isMarked = time.bytes("pubdate") != nil || time["itemprop"] == "datePublished"
    if isMarked { times.insert(moment, at: 0) } else { times.append(moment) }
  }

  mutating func note(linkedData: [UInt8]) { data.add(linkedData) }
  mutating func note(documentTitle: [UInt8]) {
    self.documentTitle = self.documentTitle ?? MarkupText.line(documentTitle)
  }
  mutating func note(heading: [UInt8]) { self.heading = self.heading ?? Self.line(heading) }

  private static func line(_ text: [UInt8]) -> String {
    String(Substring(decoding: text, as: UTF8.self).trimmingBlanks)
  }

  // MARK: What follows

  var title: String? {
    let told = data.headline ?? properties["og:title"] ?? properties["twitter:title"]
    guard let told = told.map({ MarkupText.line(Array($0.utf8)) }) else {
      return heading ?? documentTitle.map(withoutSite)
    }
    // Some put the name of the site behind the title.
    if let heading, told.hasPrefix(heading), heading.utf8.count >= 12 { return heading }
    return withoutSite(told)
  }

  private func withoutSite(_ title: String) -> String {
    for sign in [" | ", " - ", " – ", " — ", " :: ", " · "] {
      guard let place = title.ranges(of: sign).last else { continue }
      let end = title[place.upperBound...]
      if let site, end.lowercased() == site.lowercased() {
        return String(title[..<place.lowerBound])
      }
      if sign == " | " || end.contains(".com"), end.split(separator: " ").count <= 4 {
        return String(title[..<place.lowerBound])
      }
    }
    return title
  }

  var published: PublicationDate? {
    let told =
      [data.published] + Self.dates.map { properties[$0] } + [times.first]
      + [data.modified, properties["article:modified_time"]]
    return told.lazy.compactMap { $0.flatMap { DateReading.date($0) } }.first
  }

  private static let dates = [
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "article.published", "pubdate", "publishdate",
    "publish-date", "publish_date", "publication_date", "publicationdate", "dc.date.issued",
    "dcterms.date", "dcterms.created", "dc.date", "dc.date.created", "cxenseparse:recs:publishtime",
    "originalpublicationdate", "date",
  ]

  /// Whole addresses only.
  var url: String? {
    [canonical, properties["og:url"], data.url].lazy
      .compactMap { $0.flatMap { WebAddress($0)?.text } }.first
  }

  var site: String? {
    properties["og:site_name"] ?? data.publisher ?? properties["application-name"]
  }

  var language: String? {
    pageLanguage ?? data.language ?? properties["og:locale"] ?? properties["content-language"]
  }

  var authors: [String] {
    let told = data.authors.isEmpty ? metaAuthors : data.authors
    return told.filter { WebAddress($0) == nil }
  }
}
