import Coder
import EventData
import Foundation
import Lexicons

/// A person's own lexicon table behind the beginnings of those that are shipped, which are read
/// a thousand times faster than the whole of them.
enum OwnTable {
  /// Rows of each shipped table that are kept.
  private static let rows = 12

  private static let names = try! FileManager.default.contentsOfDirectory(
    atPath: "Resources/lexicons"
  ).filter { $0 != "furniture.tsv" }.sorted()

  /// The column lines of the shipped tables, by name; their beginnings are then in the folder.
  private static let columns: [String: Substring] = {
    var columns: [String: Substring] = [:]
    for name in names {
      let text = try! String(contentsOfFile: "Resources/lexicons/" + name, encoding: .utf8)
      let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      columns[name] = lines[0]
      let start = lines.prefix(rows + 1).joined(separator: "\n") + "\n"
      _ = Scratch.file("lexicons/\(name)", start.utf8)
    }
    return columns
  }()

  /// The first byte chooses the table; the rest stands behind its line of columns.
  static func check(_ bytes: [UInt8]) throws {
    let name = names[Int(bytes.first ?? 0) % names.count]
    let columns = Array(columns[name]!.utf8)
    let path = Scratch.file(name, columns + Array("\n".utf8) + bytes.dropFirst())
    let check = try LexiconCheck(
      of: ResourceLocator(root: Scratch.folder), userFolder: nil, own: [path])
    let coder = ArticleCoder(Knowledge(check.lexicons))
    let rows = String(decoding: bytes.dropFirst(), as: UTF8.self)
    _ = coder.code(Article(id: "own", text: "\(rows) said \(rows) had attacked \(rows)."))
  }
}
