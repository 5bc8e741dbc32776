import Dashboard
import Terminal
import Testing

@Suite("The picture of a kiosk")
struct BurnInShiftTests {
  private let size = Size(columns: 80, rows: 24)

  @Test("moves within a margin, and shows all of itself wherever it is")
  func moves() {
    let room = BurnInShift.room(in: size)
    var places: Set<[Int]> = []
    for minute in 0..<60 {
      let place = BurnInShift.place(in: size, at: .seconds(60 * minute))
      #expect(place.column + room.columns <= size.columns && place.column >= 0)
      #expect(place.row + room.rows <= size.rows && place.row >= 0)
      places.insert([place.column, place.row])
    }
    #expect(places.count == 6)
  }

  @Test("stands still on a screen that needs every cell")
  func small() {
    for size in [
      Size(columns: 40, rows: 10), Size(columns: 41, rows: 12), Size(columns: 1, rows: 1),
    ] {
      #expect(BurnInShift.room(in: size) == size)
      #expect(BurnInShift.place(in: size, at: .seconds(1000)) == (0, 0))
    }
  }

  @Test("is the same in another place, cut off where a terminal is smaller by now")
  func placed() {
    var frame = Frame(size: Size(columns: 4, rows: 2))
    frame.draw { $0.write("ab中", at: 0, 1) }
    #expect(frame.placed(in: Size(columns: 6, rows: 3), at: (1, 1)).plain == "\n\n ab中")
    #expect(frame.placed(in: Size(columns: 2, rows: 2), at: (1, 0)).plain == "\n a")
    #expect(frame.placed(in: Size(columns: 1, rows: 0), at: (2, 1)).plain == "")
  }
}
