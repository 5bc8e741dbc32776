import EventData
import Foundation
import GRDB
import Testing

@testable import Archive

/// An archive of an earlier version, kept as SQL as `sqlite3 FILE .dump` prints it: three
/// articles, two of them on the same day about Russia.
@Suite("An archive of version 2, opened for writing,")
struct MigrationTests {
  private let folder: TemporaryFolder
  private let archive: ArchiveReader

  init() throws {
    folder = try TemporaryFolder()
    let path = folder.file("archive.sqlite")
    let dump = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Released/version-2.sql")
    let old = try DatabaseQueue(path: path)
    try old.writeWithoutTransaction {
      try $0.execute(sql: String(contentsOf: dump, encoding: .utf8))
    }
    try old.close()
    #expect(throws: ArchiveError.olderVersion(found: 2, known: ArchiveSchema.version)) {
      try ArchiveReader(path: path)
    }
    archive = try ArchiveWriter(path: path).reader
  }

  private func article(_ id: String) throws -> StoredArticle {
    let row = try #require(try archive.row(ofArticle: id))
    return try #require(try archive.article(row))
  }

  @Test("has every article with its text, its original and what was found in it")
  func articles() throws {
    #expect(try archive.count(.everything) == 3)
    #expect(try article("dock-1").coded.statements.count == 2)
    #expect(try article("dock-2").coded.events.map(\.indicator) == ["FU2", "FU1"])
    #expect(try article("dock-3").coded.article.body.hasPrefix("It rained in the harbour"))
    let originals = try archive.originals(limit: 9)
    #expect(originals.map(\.article.id) == ["dock-1", "dock-2", "dock-3"])
    for original in originals {
      let line = String(decoding: original.original, as: UTF8.self)
      #expect(line.hasPrefix(#"{"id": "\#(original.article.id)", "title""#))
      #expect(line.hasSuffix("}"))
    }
  }

  @Test("finds words and what is said as before")
  func search() throws {
    #expect(try archive.articles(.search("sanctions"), limit: 9).count == 1)
    #expect(try archive.articles(.search("\"nobody bought fish\""), limit: 9).count == 1)
  }

  @Test("lists actors, regions, statements and events as before")
  func lists() throws {
    var filter = ArticleFilter()
    filter.from = Day(iso: "2031-03-04")
    let actors = try archive.actors(filter, limit: 99)
    #expect(actors.first { $0.actor.name == "Russia" }?.articles == 2)
    #expect(
      try archive.actors(.everything, limit: 99).map(\.id).sorted() == actors.map(\.id).sorted())
    #expect(try archive.statements(.everything, limit: 9).count == 5)
    filter.actors = [try #require(actors.first { $0.actor.name == "Russia" }).id]
    #expect(try archive.articles(filter, limit: 9).count == 2)
    #expect(try archive.events(filter, limit: 9).count == 2)
    #expect(try archive.statements(filter, limit: 9).count == 3)
  }

  @Test("takes the same articles in again, and lets them be replaced")
  func replace() throws {
    let writer = try ArchiveWriter(path: folder.file("archive.sqlite"))
    let old = try article("dock-2")
    var item = CodedImport(coded: old.coded, original: Array("other".utf8))
    #expect(try writer.insert([item], coderVersion: old.coderVersion) == [.replaced])
    item.coded.article.text += " Ships waited."
    #expect(try writer.insert([item], coderVersion: old.coderVersion) == [.replaced])
    #expect(try archive.count(.search("ships")) == 1)
    #expect(try archive.count(.search("shelled")) == 1)
    #expect(try article("dock-2").coded == item.coded)
  }
}
