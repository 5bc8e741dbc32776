/// Bytes that are appended in small pieces.
///
/// An array asks at every append whether it is shared; this memory has one owner.
struct ByteBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    start = .allocate(capacity: self.capacity)
  }

  deinit {
    start.deallocate()
  }

  /// What was appended.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  /// Lends what was appended.
  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeBufferPointer(start: start, count: count))
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    (start + count).update(from: source, count: bytes.count)
    count &+= bytes.count
  }

  /// Inlined, so that the length of the text is known and its copy no call.
  @inline(__always)
  mutating func append(literal text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// A text in quotation marks; false, and nothing is appended, where it needs escapes.
  ///
  /// Copied first and looked through where it then lies, with blanks behind it that make eights
  /// of it, so that a short text needs no loop over its bytes.
  mutating func appendPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    reserve(text.count + 9)
    let first = start + count + 1
    if let source = text.baseAddress { first.update(from: source, count: text.count) }
    UnsafeMutableRawPointer(first + text.count).storeBytes(
      of: 0x2020_2020_2020_2020, as: UInt64.self)
    let eights = UnsafeBufferPointer(start: first, count: (text.count + 7) & ~7)
    guard !JSONEscape.isNeeded(inEightsOf: eights) else { return false }
    (first - 1).pointee = UInt8(ascii: "\"")
    (first + text.count).pointee = UInt8(ascii: "\"")
    count &+= text.count &+ 2
    return true
  }

  /// A name in quotation marks and a colon, after a comma if there must be one.
  @inline(__always)
  mutating func append(key: StaticString, comma: Bool) {
    let length = key.utf8CodeUnitCount
    reserve(length + 4)
    var place = start + count
    if comma {
      place.pointee = UInt8(ascii: ",")
      place += 1
    }
    place.pointee = UInt8(ascii: "\"")
    (place + 1).update(from: key.utf8Start, count: length)
    place[length + 1] = UInt8(ascii: "\"")
    place[length + 2] = UInt8(ascii: ":")
    count &+= length &+ (comma ? 4 : 3)
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  mutating func append(_ number: Int) {
    reserve(20)
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    if rest < 10_000 { return appendShort(rest) }
    let length = Self.digits(of: rest)
    var place = start + count + length
    count &+= length
    while rest >= 100 {
      place -= 2
      place.update(from: Self.pairs.utf8Start + Int(rest % 100) &* 2, count: 2)
      rest /= 100
    }
    if rest >= 10 {
      (place - 2).update(from: Self.pairs.utf8Start + Int(rest) &* 2, count: 2)
    } else {
      (place - 1).pointee = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest)
    }
  }

  /// A number below 10,000, as most are: four digits at once, of which the zeros before the first
  /// one are shifted out. There is room for all four.
  @inline(__always)
  private mutating func appendShort(_ number: UInt) {
    let digits = UnsafeRawPointer(Self.pairs.utf8Start)
    func pair(_ number: UInt) -> UInt32 {
      UInt32(digits.loadUnaligned(fromByteOffset: Int(number) &* 2, as: UInt16.self).littleEndian)
    }
    let four = pair(number / 100) | pair(number % 100) &<< 16
    let length = number < 100 ? (number < 10 ? 1 : 2) : (number < 1000 ? 3 : 4)
    let shift = UInt32(truncatingIfNeeded: (4 &- length) &* 8)
    UnsafeMutableRawPointer(start + count)
      .storeBytes(of: (four &>> shift).littleEndian, as: UInt32.self)
    count &+= length
  }

  /// Of a number of five or more.
  @inline(__always)
  private static func digits(of number: UInt) -> Int {
    var length = 4
    var rest = number / 10_000
    repeat {
      rest /= 10
      length &+= 1
    } while rest > 0
    return length
  }

  /// “00” to “99”.
  private static var pairs: StaticString {
    """
    00010203040506070809101112131415161718192021222324252627282930313233343536373839\
    40414243444546474849505152535455565758596061626364656667686970717273747576777879\
    8081828384858687888990919293949596979899
    """
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if capacity &- count < more { grow(by: more) }
  }

  private mutating func grow(by more: Int) {
    capacity = capacity * 2 + more
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }
}
