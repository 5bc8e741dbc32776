/// An address of the web that stands alone on a line.
struct WebAddress: Hashable {
  /// As it was written.
  let text: String
  /// Lower case, without `www.`, user and port.
  let host: String

  /// Nil when the text is anything but one `http` or `https` address.
  init?(_ text: some StringProtocol) {
    let lower = text.lowercased()
    guard let scheme = ["https://", "http://"].first(where: { lower.hasPrefix($0) }),
      !lower.utf8.contains(where: { $0 <= 0x20 })
    else { return nil }
    let authority = lower.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    let named = authority.split(separator: "@").last ?? ""
    var host = named.prefix { $0 != ":" }
    if host.hasPrefix("www.") { host = host.dropFirst(4) }
    guard host.contains("."), host.utf8.allSatisfy(Self.isHostByte) else { return nil }
    self.text = String(text)
    self.host = String(host)
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".") || byte >= 0x80
  }

  /// The part of a host that someone registered: `example.co.uk` of `news.example.co.uk`.
  ///
  /// A rule of thumb instead of the Public Suffix List: two labels, or three where a
  /// country's domain is divided by kind.
  static func registrable(_ host: String) -> String {
    let labels = host.split(separator: ".")
    guard labels.count > 2, let country = labels.last else { return host }
    let kinds: Set<Substring> = ["co", "com", "org", "net", "gov", "ac", "edu", "gob", "go", "or"]
    let isDivided = country.utf8.count == 2 && kinds.contains(labels[labels.count - 2])
    return labels.suffix(isDivided ? 3 : 2).joined(separator: ".")
  }
}
