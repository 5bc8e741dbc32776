import Archive
import EventData
import Terminal
import Testing

@testable import Dashboard

@Suite("The projection of the map")
struct MapProjectionTests {
  private static let size = Size(columns: 40, rows: 20)
  private func coordinate(_ latitude: Double, _ longitude: Double) -> Coordinate {
    Coordinate(latitude: latitude, longitude: longitude)
  }
  private func fitted(_ places: [Coordinate]) -> MapProjection {
    MapProjection(viewport: .fitting(places, in: Self.size), size: Self.size)
  }

  @Test("puts its centre in the middle, north above south and west before east")
  func orients() throws {
    let map = MapProjection(
      viewport: MapViewport(center: coordinate(50, 30), degreesPerDot: 0.1), size: Self.size)
    #expect(try #require(map.cell(coordinate(50, 30))) == (20, 10))
    #expect(try #require(map.cell(coordinate(52, 30))).row < 10)
    #expect(try #require(map.cell(coordinate(50, 27))).column < 20)
    #expect(map.cell(coordinate(-50, 30)) == nil)
  }

  @Test("fits all places, also around the date line, and shows a single one with some room")
  func fits() {
    for places in [
      [coordinate(48, 37)], [coordinate(50, 30), coordinate(48, 37), coordinate(44, 34)],
      [coordinate(-17, 179), coordinate(-14, -172)], [coordinate(70, -150), coordinate(-50, 20)],
    ] {
      let map = fitted(places)
      for place in places { #expect(map.cell(place) != nil, "\(place) is not seen") }
    }
    let pacific = fitted([coordinate(-17, 179), coordinate(-14, -172)])
    #expect(pacific.viewport.degreesPerDot < 1)
  }

  @Test("keeps what it looks at when it zooms, and comes back when it pans there and back")
  func moves() {
    let viewport = MapViewport(center: coordinate(50, 30), degreesPerDot: 0.1)
    #expect(viewport.zoomed(by: 2) == MapViewport(center: coordinate(50, 30), degreesPerDot: 0.05))
    let away = viewport.panned(east: 0.5, north: 0, in: Self.size)
    #expect(away.center.longitude > 30 && away.center.latitude == 50)
    let back = away.panned(east: -0.5, north: 0, in: Self.size)
    #expect(abs(back.center.longitude - 30) < 1e-9)
  }

  @Test("leaves what the pointer is on where it is when it zooms there")
  func zoomsAround() {
    let map = MapProjection(
      viewport: MapViewport(center: coordinate(40, 30), degreesPerDot: 0.02), size: Self.size)
    for (column, row) in [(0, 0), (20, 10), (39, 19), (5, 17)] {
      let fixed = map.coordinate(column: column, row: row)
      #expect(map.cell(fixed).map { [$0.column, $0.row] } == [column, row])
      for factor in [1.5, 1 / 1.5] {
        let zoomed = MapProjection(
          viewport: map.viewport.zoomed(by: factor, around: fixed), size: Self.size)
        let cell = zoomed.cell(fixed) ?? (-9, -9)
        #expect(abs(cell.column - column) <= 1 && abs(cell.row - row) <= 1)
      }
    }
  }

  @Test("never looks beyond the poles or at less than a street")
  func isBounded() {
    var viewport = MapViewport(center: coordinate(50, 170), degreesPerDot: 0.1)
    for _ in 0..<50 {
      viewport = viewport.panned(east: 0.5, north: 0.5, in: Self.size).zoomed(by: 2)
    }
    #expect(viewport.center.latitude <= 85 && abs(viewport.center.longitude) <= 180)
    #expect(viewport.degreesPerDot == MapViewport.scales.lowerBound)
  }
}

@Suite("Clipping of a border")
struct DotSegmentTests {
  private func clip(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> DotSegment? {
    DotSegment(start: DotPoint(x: a, y: b), end: DotPoint(x: c, y: d))
      .clipped(width: 10, height: 10)
  }

  @Test("leaves what is inside, cuts what crosses and drops what is outside")
  func clips() {
    #expect(clip(1, 1, 9, 9) == DotSegment(start: .init(x: 1, y: 1), end: .init(x: 9, y: 9)))
    #expect(clip(-5, 5, 15, 5) == DotSegment(start: .init(x: 0, y: 5), end: .init(x: 10, y: 5)))
    #expect(clip(5, 5, 5, 25) == DotSegment(start: .init(x: 5, y: 5), end: .init(x: 5, y: 10)))
    #expect(clip(-5, -1, 15, -1) == nil)
    #expect(clip(-5, 8, 3, 16) == nil)
    #expect(clip(20, 20, 30, 30) == nil)
  }
}

@Suite("The outlines of the map")
struct MapOutlinesTests {
  private static let head = "# made up\nname\tstanding\tring\n"

  @Test("are read as rings of degrees")
  func reads() throws {
    let text = Self.head + "Norvane\tstate\t1000,5000 200,0 0,100 -200,-100\n"
    let outlines = try MapOutlines(parsing: text, file: "x").outlines
    #expect(outlines.map(\.name) == ["Norvane"])
    #expect(
      outlines[0].ring == [
        MapPoint(longitude: 10, latitude: 50), MapPoint(longitude: 12, latitude: 50),
        MapPoint(longitude: 12, latitude: 51), MapPoint(longitude: 10, latitude: 50),
      ])
  }

  @Test("name file and line of what cannot be read")
  func complains() {
    for (row, error) in [
      ("Norvane\tstate", MapOutlineError.fields(file: "x", line: 3, found: 2)),
      ("Norvane\tland\t1,1 1,1 1,1", .unknownStanding(file: "x", line: 3, "land")),
      ("Norvane\tstate\t1,1 1;1 1,1", .badRing(file: "x", line: 3, "1;1")),
      ("Norvane\tstate\t1,1 99999,1 1,1", .badRing(file: "x", line: 3, "99999,1")),
      ("Norvane\tstate\t1,1 2,2", .badRing(file: "x", line: 3, "2 points")),
    ] {
      #expect(throws: error) { try MapOutlines(parsing: Self.head + row, file: "x") }
    }
  }

  @Test("that are disputed are hatched inside and nowhere else")
  func hatches() throws {
    let square = "1000,5000 400,0 0,400 -400,0 0,-400"
    func picture(_ standing: String) throws -> MapPicture {
      let outlines = try MapOutlines(
        parsing: Self.head + "Square\t\(standing)\t\(square)\n", file: "x")
      let viewport = MapViewport(
        center: Coordinate(latitude: 52, longitude: 12), degreesPerDot: 0.2)
      let projection = MapProjection(viewport: viewport, size: Size(columns: 30, rows: 12))
      return MapPicture(outlines, projection)
    }
    #expect(try picture("state").hatching.isEmpty)
    #expect(try !picture("disputed").hatching.isEmpty)
    #expect(try picture("state").borders == picture("disputed").borders)
    let hatching = try picture("disputed").hatching
    var canvas = Canvas(size: Size(columns: 30, rows: 12))
    canvas.draw(hatching, role: .contested)
    #expect(canvas.cell(column: 0, row: 0) == .blank)
    #expect(canvas.cell(column: 15, row: 6) != .blank)
  }
}

@Suite("The map")
struct MapPaneTests {
  private static let places: [Region] = [
    Region(
      id: "kessel", name: "Kessel Strait", kind: .sea,
      coordinate: Coordinate(latitude: 51, longitude: 11)),
    Region(
      id: "amelin", name: "Port Amelin", kind: .city,
      coordinate: Coordinate(latitude: 52, longitude: 14)),
  ]

  /// A build-up in the strait, fire in the port that is denied, and talks nowhere in particular.
  private static let articles: [CodedArticle] = [
    placed(
      Story.article(
        "Ships", outlet: "Amelin Post", day: "2031-05-03",
        "{a:sudmark Sudmark} {event:MP1/MOBILIZE/sudmark/norvane/occurred moved} ships."),
      in: "Kessel Strait"),
    placed(
      Story.article(
        "Fire", outlet: "Coastal Wire", day: "2031-05-04",
        "{a:sudmark Sudmark} {event:FU1/ASSAULT/sudmark/norvane/occurred shelled} a pier."),
      in: "Port Amelin"),
    placed(
      Story.article(
        "No fire", outlet: "The Tidewater", day: "2031-05-04",
        "{speaker:reyk Tomas Reyk} {cue:deny denied} {content that {a:sudmark Sudmark} had "
          + "{event:FU1/ASSAULT/sudmark/norvane/denied shelled} anything}."),
      in: "Port Amelin"),
    Story.article(
      "Talks", outlet: "The Tidewater", day: "2031-05-02",
      "They {event:DE1/CONSULT/norvane/sudmark/occurred met}."),
  ]

  private static func placed(_ coded: CodedArticle, in region: String) -> CodedArticle {
    var coded = coded
    for index in coded.events.indices { coded.events[index].region = region }
    coded.regions = places.filter { $0.name == region }.map {
      RegionMentions(region: $0, mentions: [Mention(span: Span(0, 4), rule: "test")])
    }
    return coded
  }

  private static let outlines = """
    name\tstanding\tring
    Norvane\tstate\t1000,5000 500,0 0,300 -500,0 0,-300
    """

  private func session(
    after keys: String = "", columns: Int = 80, rows: Int = 24,
    outlines: String = outlines
  ) throws -> DashboardSession {
    let writer = try ArchiveWriter.holding(Self.articles)
    let archive = DashboardArchive(
      name: "strait.brink", reader: writer.reader, catalogue: .invented,
      outlines: {
        do {
          return try MapOutlines(parsing: outlines, file: "map")
        } catch {
          throw LoadFailure("No borders")
        }
      })
    var session = DashboardSession(archive: archive, size: Size(columns: columns, rows: rows))
    session.send(try KeyNotation.inputs("M" + keys))
    return session
  }

  private func lines(_ session: DashboardSession, ascii: Bool = false) -> [String] {
    session.state.frame(asciiOnly: ascii).plain.split(separator: "\n").map(String.init)
  }

  @Test("shows places with the sign of what happened there, and what it cannot show")
  func showsPlaces() throws {
    let lines = lines(try session())
    let isDrawn = { (text: String) in lines.prefix(16).contains { $0.contains(text) } }
    #expect(isDrawn("▲ Kessel Strait") || isDrawn("Kessel Strait ▲"))
    #expect(isDrawn("≠ Port Amelin") || isDrawn("Port Amelin ≠"))
    #expect(
      lines.prefix(16).joined().unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) })
    #expect(lines.contains { $0.contains("2 of 2 in sight, 1 unplaced") })
  }

  @Test("says on a wide screen in full what it cannot show")
  func showsCounts() throws {
    let plain = try session(after: "z", columns: 120, rows: 40).state.frame().plain
    #expect(plain.contains("2 of 2 places in sight, 1 event without a place"))
  }

  @Test("lists the places below, the weightiest first, and opens their sentences")
  func opensPlaces() throws {
    let rows = lines(try session()).filter { $0.contains(" city ") || $0.contains(" 1 ║") }
    #expect(rows.count >= 2)
    let session = try session(after: "⏎⏎")
    #expect(session.state.focus == "reader")
    #expect(session.state.frame().plain.contains("▸"))
  }

  @Test("follows the filter")
  func filters() throws {
    let plain = try session(after: "/ships⏎").state.frame().plain
    #expect(plain.contains("Kessel Strait") && !plain.contains("Port Amelin"))
    #expect(plain.contains("1 of 1 place in sight"))
  }

  @Test("zooms and pans, follows the cursor out of sight, and fits again")
  func moves() throws {
    let start = lines(try session())
    for key in ["+", "_", "H", "J", "K", "L"] {
      #expect(lines(try session(after: key)) != start, "\(key) does nothing")
      #expect(lines(try session(after: key + "f")) == start)
    }
    #expect(lines(try session(after: "LLLLLL")).contains { $0.contains("0 of 2 in sight") })
    #expect(!lines(try session(after: "LLLLLLj")).contains { $0.contains("0 of 2 in sight") })
  }

  @Test("chooses the place under the mouse, opens it with two presses, zooms with the wheel")
  func followsMouse() throws {
    var session = try session()
    func mouse(
      _ gesture: Mouse.Gesture, at name: String, of session: DashboardSession
    ) throws -> Input {
      let lines = lines(session)
      let row = try #require(lines.firstIndex { $0.contains(name) })
      let start = try #require(lines[row].range(of: name)).lowerBound
      let column = lines[row].distance(from: lines[row].startIndex, to: start)
      return .mouse(Mouse(gesture: gesture, column: column, row: row))
    }
    for name in ["Kessel Strait", "Port Amelin", "Kessel Strait"] {
      session.send([try mouse(.press, at: name, of: session)])
      let chosen = lines(session).first { $0.contains("▸") }
      #expect(chosen?.contains(name) == true, "\(name)")
    }
    let before = lines(session)
    session.send([try mouse(.wheelUp, at: "Port Amelin", of: session)])
    #expect(lines(session).prefix(16) != before.prefix(16))
    #expect(lines(session).prefix(16).contains { $0.contains("Port Amelin") })
    session.send([try mouse(.doubleClick, at: "Port Amelin", of: session)])
    #expect(lines(session).contains { $0.contains("Port Amelin · 1 event") })
  }

  @Test("is a list alone where there is no room, or where somebody wants it so")
  func fallsBack() throws {
    for session in [try session(after: "t"), try session(columns: 60, rows: 10)] {
      let plain = session.state.frame().plain
      #expect(plain.contains("Kessel Strait") && plain.contains("Port Amelin"))
      #expect(!plain.contains("in sight"))
    }
    #expect(lines(try session(after: "tt")) == lines(try session()))
  }

  @Test("can be read in ASCII")
  func drawsInASCII() throws {
    let lines = lines(try session(), ascii: true)
    #expect(lines.joined().utf8.allSatisfy { $0 < 0x80 })
    #expect(lines.contains { $0.contains("^ Kessel Strait") || $0.contains("Kessel Strait ^") })
  }

  @Test("lists its places when the borders cannot be read, and says so")
  func survivesBadBorders() throws {
    let plain = try session(outlines: "name\nx").state.frame().plain
    #expect(plain.contains("No borders") && plain.contains("Kessel Strait"))
  }
}
