/// Where a pane would like to stand, and how much room it needs.
package struct Placement: Hashable, Sendable {
  /// The column on a screen of two columns: 0 or 1.
  package var ofTwo: Int
  /// The column on a screen of three columns: 0, 1 or 2.
  package var ofThree: Int
  /// Rows without which it is not worth showing, border included.
  package var minimumRows: Int
  /// Its share of the rows that are left over.
  package var weight: Int
  /// True when it may stand beside its neighbour where the column is wide enough.
  package var isNarrow: Bool
  /// The pane to show with it where there is room for two.
  package var companion: PaneID

  package init(
    ofTwo: Int, ofThree: Int, minimumRows: Int, weight: Int, isNarrow: Bool = false,
    companion: PaneID
  ) {
    self.ofTwo = ofTwo
    self.ofThree = ofThree
    self.minimumRows = minimumRows
    self.weight = weight
    self.isNarrow = isNarrow
    self.companion = companion
  }
}
