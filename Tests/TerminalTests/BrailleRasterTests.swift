import Terminal
import Testing

@Suite("A picture in dots")
struct BrailleRasterTests {
  private func plain(
    _ raster: BrailleRaster, asciiOnly: Bool = false
  ) -> [String] {
    var canvas = Canvas(size: raster.size, asciiOnly: asciiOnly)
    canvas.draw(raster, role: .dim)
    return canvas.frame.plain.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  @Test("shows each dot where it was set")
  func setsDots() {
    for (column, row, symbol) in [
      (0, 0, "⠁"), (1, 0, "⠈"), (0, 1, "⠂"), (1, 1, "⠐"), (0, 2, "⠄"), (1, 2, "⠠"),
      (0, 3, "⡀"), (1, 3, "⢀"),
    ] {
      var raster = BrailleRaster(size: Size(columns: 1, rows: 1))
      raster.set(column, row)
      #expect(plain(raster) == [symbol])
    }
  }

  @Test("leaves out dots beyond its edges and cells without dots")
  func ignoresOutside() {
    var raster = BrailleRaster(size: Size(columns: 2, rows: 1))
    for (column, row) in [(-1, 0), (4, 0), (0, -1), (0, 4)] { raster.set(column, row) }
    #expect(raster.isEmpty)
    raster.set(3, 3)
    #expect(plain(raster) == [" ⢀"])
  }

  @Test(
    "draws the same line in both directions, without gaps",
    arguments: [(0, 0, 7, 7), (0, 0, 7, 2), (3, 7, 4, 0), (5, 5, 5, 5)])
  func drawsLines(_ a: Int, _ b: Int, _ c: Int, _ d: Int) {
    var there = BrailleRaster(size: Size(columns: 4, rows: 2))
    there.line(from: (a, b), to: (c, d))
    let count = plain(there).joined().unicodeScalars.reduce(0) {
      $0 + ($1.value >= 0x2800 ? ($1.value - 0x2800).nonzeroBitCount : 0)
    }
    #expect(count == max(abs(a - c), abs(b - d)) + 1)
  }

  @Test("is drawn in ASCII where there is nothing else")
  func drawsInASCII() {
    var raster = BrailleRaster(size: Size(columns: 4, rows: 1))
    raster.set(0, 0)
    raster.set(2, 3)
    raster.line(from: (4, 0), to: (4, 3))
    for row in 0..<4 { raster.line(from: (6, row), to: (7, row)) }
    #expect(plain(raster, asciiOnly: true) == ["'.:#"])
  }
}
