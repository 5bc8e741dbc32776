/// What a cell shows: a base character and the marks over it.
///
/// Plain numbers rather than a `String`, since a frame has thousands of cells that are drawn
/// and compared with those before at every key.
package struct Symbol: Hashable, Sendable {
  /// A Unicode scalar; 0 in the right half of a wide character, which shows nothing.
  @usableFromInline var base: UInt32 = 0
  // Combining scalars in their order; 0 behind the last one. One by one, since a vector of them
  // would make a cell twice as large.
  @usableFromInline var first: UInt32 = 0
  private var second: UInt32 = 0
  private var third: UInt32 = 0
  private var fourth: UInt32 = 0

  package static let nothing = Symbol()

  private init() {}

  package init(_ base: Unicode.Scalar) {
    self.base = base.value
  }

  /// Puts a mark over the base; ``SafeText/marksPerBase`` of them at most.
  mutating func add(_ mark: Unicode.Scalar) {
    if first == 0 {
      first = mark.value
    } else if second == 0 {
      second = mark.value
    } else if third == 0 {
      third = mark.value
    } else if fourth == 0 {
      fourth = mark.value
    }
  }

  /// The base and its marks, one after the other.
  package var scalars: some Sequence<UInt32> {
    [base, first, second, third, fourth].prefix { $0 != 0 }
  }

  /// The value of the base if no mark is over it.
  @inlinable package var bare: UInt32? { first == 0 ? base : nil }

  package var string: String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
    return text
  }
}

extension Symbol: ExpressibleByUnicodeScalarLiteral {
  package init(unicodeScalarLiteral value: Unicode.Scalar) {
    self.init(value)
  }
}
