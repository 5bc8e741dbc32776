import Terminal

/// An article as it came, before anything was taken out of it or mended.
enum OriginalText {
  /// Bytes that are shown of it: nobody pages through more of a web page.
  private static let most = 1 << 20

  static func text(of bytes: [UInt8]) -> SafeText {
    let text = String(decoding: bytes.prefix(most), as: UTF8.self)
    return SafeText(
      bytes.count > most
        ? "\(text)\n… and \(Wording.grouped(bytes.count - most)) bytes more" : text)
  }
}
