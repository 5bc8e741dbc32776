/// The names of publishers, as the caller's tables know them.
///
/// Intake holds no table of outlets; it is given two questions it may ask.
package struct OutletNames: Sendable {
  /// The outlet of a host such as `www.example.co.uk`; nil when it is not known.
  let named: @Sendable (_ domain: String) -> String?
  /// The outlet that a signature stands for: `AP` is the Associated Press.
  let signed: @Sendable (_ signature: String) -> String?

  package init(
    domain: @escaping @Sendable (String) -> String?,
    signature: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    named = domain
    signed = signature
  }

  package init(domains: [String: String], signatures: [String: String] = [:]) {
    self.init(domain: { domains[$0] }, signature: { signatures[$0] })
  }

  /// Knows no outlet: hosts and signatures stand for themselves.
  package static let none = OutletNames(domains: [:])

  /// The outlet of an address, asked with the whole host first and then with the domain
  /// above it, as far as the registrable one.
  func outlet(ofHost host: String) -> String? {
    let registrable = WebAddress.registrable(host)
    var rest = host[...]
    while rest.utf8.count >= registrable.utf8.count {
      if let name = named(String(rest)) { return name }
      guard let dot = rest.firstIndex(of: ".") else { return nil }
      rest = rest[rest.index(after: dot)...]
    }
    return nil
  }
}
