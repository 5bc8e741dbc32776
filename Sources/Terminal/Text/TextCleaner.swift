/// Makes a text safe, in one pass; copies only from the first character that must change.
struct TextCleaner {
  let asciiOnly: Bool
  private(set) var edits: [SafeText.Edit] = []
  private(set) var hiddenCount = 0

  private var output: [UInt8] = []
  /// Bytes of the raw text that are in ``output`` already, as they were or changed.
  private var copied = 0
  private var marks = 0
  private var hasBase = false
  private var lastIsEmoji = false
  /// Whether a joiner has just glued the next emoji to the last.
  private var joined = false

  init(asciiOnly: Bool) {
    self.asciiOnly = asciiOnly
  }

  mutating func clean(_ raw: String) -> String {
    var text = raw
    return text.withUTF8 { bytes in
      var offset = 0
      for scalar in raw.unicodeScalars {
        let range = offset..<offset + UTF8.width(scalar)
        take(scalar, at: range, in: bytes)
        offset = range.upperBound
      }
      guard !edits.isEmpty else { return raw }
      output.append(contentsOf: bytes[copied...])
      return String(decoding: output, as: UTF8.self)
    }
  }

  private mutating func take(
    _ scalar: Unicode.Scalar, at range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
  ) {
    switch ScalarTreatment.of(scalar, asciiOnly: asciiOnly) {
    case .keep where scalar.value < 0x80:
      begin(hasBase: scalar.value >= 0x20, isEmoji: false)
    case .keep:
      let isEmoji = scalar.value >= 0x2190 && scalar.properties.isEmoji
      let isModifier = (0x1F3FB...0x1F3FF).contains(scalar.value)
      if isEmoji, joined || isModifier && lastIsEmoji {
        joined = false
        return edit(range, to: "", in: bytes)
      }
      begin(hasBase: true, isEmoji: isEmoji)
    case .combine:
      combine(scalar, at: range, in: bytes)
    case .replace
    where scalar == "\r" && range.upperBound < bytes.count
      && bytes[range.upperBound] == 0x0A:
      edit(range, to: "", in: bytes)  // CR LF is one line end
    case .replace(let replacement):
      begin(hasBase: true, isEmoji: false)
      edit(range, to: replacement, in: bytes)
    case .drop(let counted):
      joined = scalar.value == 0x200D && lastIsEmoji
      if counted && !joined { hiddenCount += 1 }
      edit(range, to: "", in: bytes)
    }
  }

  private mutating func begin(hasBase: Bool, isEmoji: Bool) {
    marks = 0
    joined = false
    self.hasBase = hasBase
    lastIsEmoji = isEmoji
  }

  /// A mark without a base gets one; marks beyond ``SafeText/marksPerBase`` are hidden.
  private mutating func combine(
    _ scalar: Unicode.Scalar, at range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
  ) {
    marks += 1
    if marks > SafeText.marksPerBase {
      hiddenCount += 1
      edit(range, to: "", in: bytes)
    } else if !hasBase {
      hasBase = true
      edit(range, to: "\u{25CC}" + String(scalar), in: bytes)
    }
  }

  private mutating func edit(
    _ range: Range<Int>, to replacement: String, in bytes: UnsafeBufferPointer<UInt8>
  ) {
    output.append(contentsOf: bytes[copied..<range.lowerBound])
    let start = output.count
    output.append(contentsOf: replacement.utf8)
    copied = range.upperBound
    edits.append(SafeText.Edit(source: range, safe: start..<output.count))
  }
}
