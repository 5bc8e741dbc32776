import Archive
import Foundation
import Testing

@Suite("The record of imports")
struct ImportRecordTests {
  private let writer: ArchiveWriter
  private let now = Int(Date().timeIntervalSince1970)

  init() throws {
    writer = try ArchiveWriter()
  }

  private func record(_ origin: String, heard: Int? = nil) -> ImportRecord {
    var record = ImportRecord(command: "import", origin: origin, begun: heard ?? now)
    record.heard = heard ?? now
    return record
  }

  @Test("goes on while an import runs, and says how it ended")
  func states() throws {
    var running = record("a")
    running.id = try writer.keep(running)
    #expect(try writer.reader.imports(limit: 9).map(\.state) == [.running])
    (running.added, running.changed, running.known, running.failed) = (3, 2, 1, 4)
    running.state = .done
    #expect(try writer.keep(running) == running.id)
    var broken = record("b")
    broken.state = .stopped("the disk is full")
    broken.id = try writer.keep(broken)
    #expect(try writer.reader.imports(limit: 9) == [broken, running])
    #expect(try writer.reader.imports(after: broken.id, limit: 9) == [running])
  }

  @Test("takes an import for lost of which nothing was heard for long")
  func lost() throws {
    _ = try writer.keep(record("killed", heard: now - 3600))
    #expect(try writer.reader.imports(limit: 9).map(\.state) == [.lost])
  }

  @Test("keeps the first failures of each import, and the latest imports")
  func bounds() throws {
    let failures = (0..<150).map { ImportFailure(input: "\($0).pdf", reason: "it is no text") }
    var first = record("a")
    first.id = try writer.keep(first, failures)
    _ = try writer.keep(first, failures)
    let kept = try writer.reader.failures(ofImport: first.id)
    #expect(kept == failures + failures.prefix(ImportRecord.mostFailures - 150))
    for _ in 0..<ImportRecord.mostKept { _ = try writer.keep(record("b")) }
    let imports = try writer.reader.imports(limit: 9999)
    #expect(imports.count == ImportRecord.mostKept)
    #expect(try writer.reader.failures(ofImport: first.id).isEmpty)
  }

  @Test("takes any text, however long")
  func text() throws {
    let odd = String(repeating: "ü\0", count: 5000)
    let id = try writer.keep(record(odd), [ImportFailure(input: odd, reason: odd)])
    #expect(try writer.reader.imports(limit: 1)[0].origin.count == 500)
    #expect(try writer.reader.failures(ofImport: id)[0].reason.hasPrefix("ü\u{FFFD}"))
  }
}
