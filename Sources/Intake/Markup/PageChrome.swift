/// Why an element of a page is no part of the article: what it is, or what its names say.
struct PageChrome: Hashable {
  /// By the meaning that HTML gives to it, which no page uses for its text; otherwise the page
  /// may have chosen an unlucky name.
  var isCertain: Bool

  /// Nil when nothing speaks against the element.
  ///
  /// - Parameter outer: what was found of the elements around it.
  init?(of name: String, _ attributes: MarkupAttributes, inside outer: PageChrome?) {
    if Self.elements.contains(name) || attributes.bytes("hidden") != nil
      || attributes["aria-hidden"] == "true"
      || attributes["role"].map(Self.roles.contains) == true
      || attributes["style"].map(Self.isHidden) == true
    {
      isCertain = true
    } else if outer != nil || Self.isNamed(name, attributes) {
      isCertain = false
    } else {
      return nil
    }
  }

  private static let elements: Set<String> = [
    "nav", "footer", "aside", "form", "dialog", "figcaption", "menu",
  ]

  private static let roles: Set<String> = [
    "navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alert", "menu",
    "alertdialog", "toolbar",
  ]

  private static func isHidden(_ style: String) -> Bool {
    style.filter { $0 != " " }.lowercased().contains("display:none")
  }

  private static func isNamed(_ name: String, _ attributes: MarkupAttributes) -> Bool {
    // The names of these speak of the page, not of what is in them.
    if ["html", "body", "main", "article", "p", "h1"].contains(name) { return false }
    return [attributes.bytes("class"), attributes.bytes("id")].contains { value in
      value.map { isChrome($0) } ?? false
    }
  }

  /// Whether one of the words is known: `site-footer`, `RelatedLinks`, `ad_slot`.
  private static func isChrome(_ names: UnsafeBufferPointer<UInt8>) -> Bool {
    var word: [UInt8] = []
    func isKnown() -> Bool {
      !word.isEmpty && words.contains(String(decoding: word, as: UTF8.self))
    }
    for byte in names.prefix(512) {
      if byte.isASCIIUpper || !byte.isASCIILetter {
        if isKnown() { return true }
        word = []
      }
      if byte.isASCIILetter { word.append(byte.asciiLowercased) }
    }
    return isKnown()
  }

  private static let words: Set<String> = [
    "ad", "ads", "advert", "adverts", "advertisement", "advertising", "adslot", "author",
    "authors", "banner", "bio", "breadcrumb", "breadcrumbs", "byline", "caption", "captions",
    "comment", "commentary", "comments", "commentlist", "consent", "cookie", "cookies", "copyright",
    "credit", "credits", "dateline", "disclaimer", "discussion", "disqus", "donate", "donation",
    "footer", "footnote", "gallery", "login", "masthead", "menu", "meta", "metadata", "modal",
    "nav", "navbar", "navigation", "newsletter", "newsletters", "outbrain", "overlay", "pager",
    "pagination", "paywall", "popular", "popup", "promo", "promoted", "promotion", "rail",
    "recirc", "recirculation", "recommended", "recommendations", "related", "replies", "reply",
    "share", "sharing", "sidebar", "signup", "skip", "social", "sponsor", "sponsored", "subscribe",
    "subscription", "taboola", "tags", "teaser", "teasers", "toolbar", "topics", "trending",
    "widget", "widgets",
  ]
}
