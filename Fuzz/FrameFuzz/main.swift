import Archive
import CFuzzer
import Coder
import Dashboard
import Escalation
import EventData
import Foundation
import Intake
import Lexicons
import Terminal

// The whole path from bytes to frame: what a file holds is read, coded, stored, counted, and
// shown while somebody presses keys. Whatever the bytes are, nothing may trap, and no cell of a
// frame may hold what a terminal takes for an order. Run by `make fuzz`, in the folder of the
// checkout.

/// What the function that libFuzzer calls cannot be handed.
private enum Tested {
  static let lexicons = try! Lexicons(from: ResourceLocator(root: "Resources"))
  static let coder = ArticleCoder(Knowledge(lexicons))
  static let reader = ArticleReader(
    options: IntakeOptions(
      furniture: try! FurniturePatterns(parsing: text("lexicons/furniture.tsv"), file: "")))
  static let catalogue = try! IndicatorCatalogue(
    [CatalogueFile(path: "", text: text("indicators.tsv"))],
    method: [CatalogueFile(path: "", text: text("escalation.tsv"))])
  static let outlines = try! MapOutlines(parsing: text("map/borders.tsv"), file: "")
  static let moment = Moment(steady: .zero, day: Day(number: 20_000), hour: 9, minute: 0)
  static let sizes = [(60, 16), (80, 24), (39, 9), (160, 48), (1, 1), (120, 36)].map {
    Size(columns: $0.0, rows: $0.1)
  }

  private static func text(_ path: String) -> String {
    try! String(contentsOfFile: "Resources/" + path, encoding: .utf8)
  }
}

/// Two bytes that choose, the keys pressed, and what a file holds.
private struct Visit {
  var size = Size(columns: 80, rows: 24)
  var isKiosk = false
  var inputs: [Input] = []
  var file: [UInt8] = []

  init(_ bytes: [UInt8]) {
    guard bytes.count > 2 else { return }
    size = Tested.sizes[Int(bytes[0] & 7) % Tested.sizes.count]
    isKiosk = bytes[0] & 8 != 0
    let keys = min(Int(bytes[1] & 31), bytes.count - 2)
    var decoder = InputDecoder()
    inputs = decoder.decode(bytes[2..<2 + keys]) + decoder.flush()
    file = Array(bytes[(2 + keys)...])
  }

  func archive() throws -> DashboardArchive {
    var imports: [CodedImport] = []
    Tested.reader.read(ByteStream(bytes: file)) { result in
      guard case .success(let read) = result else { return }
      imports.append(
        CodedImport(coded: Tested.coder.code(read.article), original: read.original))
    }
    let writer = try ArchiveWriter()
    _ = try writer.insert(imports, coderVersion: "fuzz")
    try writer.updateLedger(Tested.catalogue)
    return DashboardArchive(
      name: "fuzz.brink", reader: writer.reader, catalogue: Tested.catalogue,
      readership: Readership(
        name: "Ada", acknowledge: { _ = try writer.acknowledge($0, by: "Ada", at: 0) },
        markSeen: { try writer.markSeen(by: "Ada", on: $0) },
        mark: { try writer.mark($0, $1) }),
      outlines: { Tested.outlines })
  }

  func show() throws {
    var session = DashboardSession(
      archive: try archive(), size: size, kiosk: isKiosk ? Kiosk(at: Tested.moment) : nil)
    check(session)
    for input in inputs where session.isRunning {
      session.send([input])
      check(session)
    }
  }
}

private func check(_ session: DashboardSession) {
  let frame = session.state.frame()
  precondition(frame.size == session.state.size)
  for cell in frame.cells {
    precondition(!cell.symbol.scalars.contains(where: isOrder))
  }
  for cell in session.state.frame(asciiOnly: true).cells {
    precondition(cell.symbol.scalars.allSatisfy { (0x20..<0x7F).contains($0) })
  }
}

/// Control characters, and what turns the direction of other text.
private func isOrder(_ scalar: UInt32) -> Bool {
  scalar < 0x20 || (0x7F...0x9F).contains(scalar) || (0x200B...0x200F).contains(scalar)
    || (0x2028...0x202E).contains(scalar) || (0x2060...0x206F).contains(scalar)
}

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(
  LLVMFuzzerRunDriver(&count, &arguments) { data, size in
    try! Visit(Array(UnsafeBufferPointer(start: data, count: size))).show()
    return 0
  })
