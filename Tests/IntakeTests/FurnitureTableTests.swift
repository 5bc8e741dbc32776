import Testing

@testable import Intake

@Suite("The table of furniture")
struct FurnitureTableTests {
  private static let header = "# source: tests\n# licence: CC0-1.0\n# date: 2031\n"
  private static let columns = "pattern\tkind\tmatch\n"

  /// Read once, as it is long.
  private static let shipped = Result {
    try FurniturePatterns(
      parsing: try Package.text(of: "Resources/lexicons/furniture.tsv"), file: "furniture.tsv")
  }

  @Test(
    "names the line and the fault",
    arguments: [
      ("# licence: x\n# date: x\npattern\tkind\tmatch\n", 1, .missingHeader("source")),
      (header, 4, .wrongColumns(expected: "pattern\tkind\tmatch")),
      (header + "pattern\tmatch\n", 4, .wrongColumns(expected: "pattern\tkind\tmatch")),
      (header + columns + "share\tshare\n", 5, .wrongFieldCount(2)),
      (header + columns + "share\tshare\texact\t\n", 5, .wrongFieldCount(4)),
      (header + columns + "\nshare\tsharing\texact\n", 6, .unknownKind("sharing")),
      (header + columns + "share\tshare\tinside\n", 5, .unknownMatch("inside")),
      (header + columns + "\tshare\texact\n", 5, .badPattern("")),
      (header + columns + "f\tshare\tprefix\n", 5, .badPattern("f")),
      (header + columns + "sign…up\tsign-up\texact\n", 5, .badPattern("sign…up")),
      (
        header + "# sample: Share => share\n" + columns + "tell\tshare\texact\n", 4,
        .sampleFails(sample: "Share", expected: "share", found: "keep")
      ),
    ] as [(String, Int, FurnitureTableError.Reason)])
  func namesFault(_ table: String, _ line: Int, _ reason: FurnitureTableError.Reason) {
    let error = #expect(throws: FurnitureTableError.self) {
      try FurniturePatterns(parsing: table, file: "furniture.tsv")
    }
    #expect(error == FurnitureTableError(file: "furniture.tsv", line: line, reason: reason))
  }

  @Test("that is shipped can be read, holds its samples and has no row twice")
  func shippedTable() throws {
    let patterns = try Self.shipped.get().patterns
    #expect(patterns.count > 1000)
    let rows = patterns.map {
      "\($0.match) \($0.parts.map { String(decoding: $0, as: UTF8.self) })"
    }
    #expect(Set(rows).count == rows.count)
  }

  @Test(
    "that is shipped leaves what an article says",
    arguments: [
      "Most of the hostages were freed on Monday.", "Share prices fell in Ostrand.",
      "Follow the grain and you will find the war, he said.", "Watch the harbour, she warned.",
      "Live rounds were fired.", "Related talks broke down.", "More on the strikes: nine died.",
      "Explosions were heard, read the note.", "The latest talks failed.", "Sign the deal!",
      "See you in court, said the minister.", "Click by click, the trap closed.",
      "Photos of the harbour show smoke.", "Source of the fire: a drone, police said.",
      "Subscribers lost power.", "We use what we have, said the mayor.", "Contact was lost.",
      "By accepting the deal, Ostrand gave up its port.",
      "Listen: that is all we can do, she said.",
      "He asked them to sign up.", "Please stay away from the harbour, police said.",
      "This story has been told before.", "Get out of the harbour, he told them.",
      "Never miss the point, said the envoy.", "Opinion polls show a tie.", "Help is coming.",
      "We and our partners condemn the attack.", "We need your support, he told the assembly.",
      "“Support our troops,” they sang.", "No part of this deal is final, she said.",
      "More news came at dawn.", "More information about the raid was not released.",
      "For the latest round of talks, both sides sent generals.",
      "Advertisement revenue fell.", "Join our side or leave, the general said.",
      "Read the treaty, he said.", "Terms of the truce were not disclosed.",
    ])
  func leavesContent(_ line: String) throws {
    #expect(try Self.shipped.get().pattern(matching: Folding.fold(line))?.kind == nil)
  }
}
