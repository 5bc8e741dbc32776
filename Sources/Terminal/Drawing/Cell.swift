/// One cell of a frame.
package struct Cell: Hashable, Sendable {
  /// One grapheme that takes ``width`` columns; nothing in the right half of a wide one.
  package var symbol: Symbol
  /// 1 or 2; 0 in the right half of a wide character.
  package var width: UInt8
  package var role: Role

  package init(_ symbol: Symbol = " ", width: UInt8 = 1, role: Role = .text) {
    self.symbol = symbol
    self.width = width
    self.role = role
  }

  package static let blank = Cell()
}
