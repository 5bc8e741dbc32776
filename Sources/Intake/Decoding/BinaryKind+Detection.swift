extension BinaryKind {
  /// Whether other inputs can be taken out of it.
  var isContainer: Bool { [.zip, .tar, .gzip, .bzip2, .xz, .zstd].contains(self) }

  /// What the head of a file that is not text is; nil when it may be text.
  ///
  /// A stray NUL or escape in a text is dropped later, so that only a head with many
  /// control characters is called binary; fewer are enough where the rest is not UTF-8 either.
  init?(of head: [UInt8]) {
    if let known = Self.magic.first(where: { head.starts(with: $0.bytes) }) {
      self = known.kind
      return
    }
    if head.count >= 262, head[257..<262].elementsEqual("ustar".utf8) {
      self = .tar
      return
    }
    var controls = 0
    for byte in head where byte < 0x20 && !(0x07...0x0D).contains(byte) && byte != 0x1B {
      controls += 1
    }
    let tolerance = head.isUTF8 ? 10 : 15
    guard controls * tolerance > head.count else { return nil }
    self = .other
  }

  /// First bytes that no text begins with.
  private static let magic: [(bytes: [UInt8], kind: BinaryKind)] = [
    (Array("%PDF-".utf8), .pdf),
    (Array("PK\u{3}\u{4}".utf8), .zip),
    ([0x1F, 0x8B], .gzip),
    (Array("BZh1".utf8), .bzip2), (Array("BZh9".utf8), .bzip2),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .xz),
    ([0x28, 0xB5, 0x2F, 0xFD], .zstd),
    ([0x89, 0x50, 0x4E, 0x47], .png),
    ([0xFF, 0xD8, 0xFF], .jpeg),
    (Array("GIF87a".utf8), .gif), (Array("GIF89a".utf8), .gif),
    ([0x7F, 0x45, 0x4C, 0x46], .elf),
    (Array("SQLite format 3\0".utf8), .sqlite),
    ([0xD0, 0xCF, 0x11, 0xE0], .ole),
  ]
}

extension [UInt8] {
  /// Whether they are UTF-8, of which the last character may have been cut.
  fileprivate var isUTF8: Bool {
    (0...Swift.min(3, count)).contains { CharacterDecoding.isValid(Array(dropLast($0))) }
  }
}
