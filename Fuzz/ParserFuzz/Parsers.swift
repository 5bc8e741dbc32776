import Coder
import Dashboard
import Escalation
import EventData
import Foundation
import Intake
import Lexicons
import Terminal

@testable import Archive
@testable import Program

/// What reads something that a person or a terminal wrote, or that an archive gives back. Each
/// takes any bytes: it may refuse them, but not trap, and what it says must fit what it was given.
let parsers: [(name: String, run: @Sendable ([UInt8]) throws -> Void)] = [
  ("filter", { checkFilter(text($0)) }),
  ("keys", { checkKeys(text($0)) }),
  ("terminal", { checkInputs($0) }),
  ("palette", { _ = try Palette(name: "own", parsing: text($0), file: "own", base: .mono) }),
  ("catalogue", { try checkCatalogue(text($0)) }),
  ("furniture", { try checkFurniture(text($0)) }),
  ("map", { _ = try MapOutlines(parsing: text($0), file: "own") }),
  ("arrangement", { checkArrangement(text($0)) }),
  ("marks", { _ = try MarkLine(Substring(text($0))) }),
  ("findings", { try unpackFindings($0) }),
  ("mentions", { _ = try PackedMentions(packed: $0) }),
  ("facets", { _ = try PackedFacets(packed: $0) }),
  ("sentences", { _ = try PackedSentences.unpack($0) }),
  ("text", { bytes in _ = try bytes.withUnsafeBytes { try CompressedBytes.expand($0) } }),
  ("lexicon", { try OwnTable.check($0) }),
  ("playlist", { _ = try PlaylistFile.read(Scratch.file("playlist.yaml", $0)) }),
  ("settings", { try checkSettings($0) }),
  ("bindings", { try checkBindings($0) }),
  ("phrase", { _ = try ExitPhrase.read(Scratch.file("phrase", $0)) }),
]

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// A mistake stands in what was typed; what can be read can be asked of an archive.
private func checkFilter(_ text: String) {
  var filter = ArticleFilter()
  do throws(FilterError) {
    filter.expression = try FilterExpression.parsing(text)
  } catch {
    precondition(0 <= error.range.lowerBound && error.range.upperBound <= text.count)
    return
  }
  do throws(ArchiveError) {
    let found = try Shipped.archive.reader.articles(filter, limit: 10)
    let count = try Shipped.archive.reader.count(filter)
    precondition(count == found.count)
  } catch {
    fatalError("\(error) of \(text)")
  }
}

/// Keys are the same when they are read from how they are written.
private func checkKeys(_ text: String) {
  do throws(KeyNotation.Problem) {
    let keys = try KeyNotation.keys(text)
    let written = keys.map(KeyNotation.notation).joined()
    precondition((try? KeyNotation.keys(written)) == keys)
    _ = try? Keymap.standard.rebound([KeyBinding("down", keys), KeyBinding(text, keys)])
  } catch {
    precondition(0 <= error.offset && error.offset < text.count)
  }
}

/// Whatever came before, in one piece or byte by byte: after a pause a key is a key.
private func checkInputs(_ bytes: [UInt8]) {
  var whole = InputDecoder()
  precondition(!(whole.decode(bytes) + whole.flush()).contains(.closed))
  var pieces = InputDecoder()
  for byte in bytes { _ = pieces.decode(CollectionOfOne(byte)) }
  _ = pieces.flush()
  precondition(whole.patience == nil && pieces.patience == nil)
  let key = Array("j".utf8)
  precondition(whole.decode(key) == pieces.decode(key))
  precondition(whole.decode(key) == [.key(.character("j"))])
}

/// A person's own rows and constants behind those that are shipped.
private func checkCatalogue(_ text: String) throws {
  let own = CatalogueFile(path: "own", text: text)
  let files = (Shipped.file("indicators.tsv"), Shipped.file("escalation.tsv"))
  _ = try? IndicatorCatalogue([files.0, own], method: [files.1])
  let catalogue = try IndicatorCatalogue([files.0], method: [files.1, own])
  precondition(catalogue.indicators.count == Shipped.catalogue.indicators.count)
}

private func checkFurniture(_ text: String) throws {
  let patterns = try FurniturePatterns(parsing: text, file: "own")
  let reader = ArticleReader(options: IntakeOptions(furniture: patterns))
  reader.read(ByteStream(bytes: Array(text.utf8))) { _ in }
}

/// What is remembered of one program is the same in the next.
private func checkArrangement(_ text: String) {
  let written = ArrangementText.write(ArrangementText.read(text))
  precondition(ArrangementText.write(ArrangementText.read(written)) == written)
}

private func checkSettings(_ bytes: [UInt8]) throws {
  _ = Scratch.file("brink/config.yaml", bytes)
  _ = try Configuration.load()
}

private func checkBindings(_ bytes: [UInt8]) throws {
  _ = Scratch.file("brink/keys.yaml", bytes)
  _ = try UserKeys.keymap()
}

private func unpackFindings(_ bytes: [UInt8]) throws {
  let findings = try PackedFindings(packed: bytes)
  let statements: [(Statement, FoundPlaces)] = try findings.all()
  let events: [(Event, FoundPlaces)] = try findings.all()
  let figures: [(Figure, FoundPlaces)] = try findings.all()
  _ = (statements, events, figures)
}

private enum Shipped {
  /// One article that is coded.
  static let archive: ArchiveWriter = {
    let coder = try! ArticleCoder(Knowledge(Lexicons(from: ResourceLocator(root: "Resources"))))
    let text = "NATO warned Russia on Monday. Sergei Lavrov denied any threat to Kyiv."
    let coded = coder.code(Article(id: "one", title: "A warning", outlet: "Wire", text: text))
    let writer = try! ArchiveWriter()
    _ = try! writer.insert(
      [CodedImport(coded: coded, original: Array(text.utf8))], coderVersion: "fuzz")
    try! writer.updateLedger(catalogue)
    return writer
  }()

  static let catalogue = try! IndicatorCatalogue(
    [file("indicators.tsv")], method: [file("escalation.tsv")])

  static func file(_ name: String) -> CatalogueFile {
    CatalogueFile(
      path: name, text: try! String(contentsOfFile: "Resources/" + name, encoding: .utf8))
  }
}
