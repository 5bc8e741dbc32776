/// What a cell shows: a base character and the marks over it.
///
/// Plain numbers rather than a `String`, since a frame has thousands of cells that are drawn
/// and compared with those before at every key.
package struct Symbol: Hashable, Sendable {
  /// A Unicode scalar; 0 in the right half of a wide character, which shows nothing.
  private var base: UInt32 = 0
  /// Combining scalars in their order; 0 behind the last one.
  private var marks = SIMD4<UInt32>.zero

  package static let nothing = Symbol()

  private init() {}

  package init(_ base: Unicode.Scalar) {
    self.base = base.value
  }

  /// Puts a mark over the base; ``SafeText/marksPerBase`` of them at most.
  mutating func add(_ mark: Unicode.Scalar) {
    guard let place = marks.indices.first(where: { marks[$0] == 0 }) else { return }
    marks[place] = mark.value
  }

  /// The base and its marks, one after the other.
  package var scalars: some Sequence<UInt32> {
    [base, marks[0], marks[1], marks[2], marks[3]].prefix { $0 != 0 }
  }

  /// The value of the base if no mark is over it.
  package var bare: UInt32? { marks[0] == 0 ? base : nil }

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
