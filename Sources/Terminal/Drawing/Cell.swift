/// One cell of a frame.
package struct Cell: Hashable, Sendable {
  /// One grapheme that takes ``width`` columns; empty in the right half of a wide one.
  package var character: String
  /// 1 or 2; 0 in the right half of a wide character.
  package var width: Int
  package var role: Role

  package init(character: String = " ", width: Int = 1, role: Role = .text) {
    self.character = character
    self.width = width
    self.role = role
  }

  package static let blank = Cell()
}
