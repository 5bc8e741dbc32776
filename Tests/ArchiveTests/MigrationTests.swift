import EventData
import Foundation
import GRDB
import Testing

@testable import Archive

/// Archives of earlier versions, kept as SQL as `sqlite3 FILE .dump` prints it: three articles each,
/// two of them on neighbouring days about Russia.
private enum ReleasedArchive {
  static func opened(_ version: Int, in folder: TemporaryFolder) throws -> ArchiveReader {
    let path = folder.file("archive.sqlite")
    let dump = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Released/version-\(version).sql")
    let old = try DatabaseQueue(path: path)
    try old.writeWithoutTransaction {
      try $0.execute(sql: String(contentsOf: dump, encoding: .utf8))
    }
    try old.close()
    #expect(throws: ArchiveError.olderVersion(found: version, known: ArchiveSchema.version)) {
      try ArchiveReader(path: path)
    }
    return try ArchiveWriter(path: path).reader
  }
}

@Suite("An archive of version 2, opened for writing,")
struct MigrationTests {
  private let folder: TemporaryFolder
  private let archive: ArchiveReader

  init() throws {
    folder = try TemporaryFolder()
    archive = try ReleasedArchive.opened(2, in: folder)
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

@Suite("An archive of version 10, opened for writing,")
struct FindingMigrationTests {
  private let folder: TemporaryFolder
  private let archive: ArchiveReader

  init() throws {
    folder = try TemporaryFolder()
    archive = try ReleasedArchive.opened(10, in: folder)
  }

  private func coded(_ id: String) throws -> CodedArticle {
    let row = try #require(try archive.row(ofArticle: id))
    return try #require(try archive.article(row)).coded
  }

  @Test("has every statement with its speaker and its spans")
  func statements() throws {
    let article = try coded("pier-1")
    #expect(article.statements.map(\.speaker?.id) == ["person:johann-wadephul", "state:RUS"])
    #expect(article.statements.map(\.act) == [.assert, .threaten])
    #expect(article.statements.map(\.rule) == ["preceding-quote", "clause"])
    #expect(
      article.statements.map { $0.contentSpans.map(article.article.text.text(of:)) } == [
        ["\"We will not open it again this year,\""], ["to attack Germany"],
      ])
    #expect(try archive.statements(.everything, limit: 99).count == 6)
  }

  @Test("has every event with its actors, its date and its scores")
  func events() throws {
    let events = try coded("pier-1").events + coded("pier-2").events
    #expect(events.map(\.indicator) == ["ME3", "ME3", "TH1", "FU2", "FU1"])
    #expect(events.map(\.source?.name) == ["Germany", "Germany", "Russia", "Russia", "NATO"])
    #expect(events.map(\.target?.name) == [nil, nil, "Germany", "Ukraine", "Kharkiv"])
    #expect(events.map(\.goldstein) == [-5, -5, -7, -10, -10])
    #expect(
      events.map(\.date?.first.iso) == [nil, "2031-03-04", nil, "2031-03-03", nil])
    #expect(events.map(\.status) == [.occurred, .occurred, .threatened, .denied, .occurred])
  }

  @Test("has every figure, of ranges both ends")
  func figures() throws {
    let figures = try coded("pier-1").figures + coded("pier-2").figures
    #expect(figures.map(\.quantity) == [15, 3_500_000])
    #expect(figures.map(\.lower) == [12, nil])
    #expect(figures.map(\.unit) == ["ships", "people"])
  }

  @Test("has a ledger that still knows who did what to whom")
  func ledger() throws {
    let reports = try archive.evidence(ofReports: archive.events(.everything, limit: 9).map(\.id))
    #expect(
      reports.map(\.reference.description) == [
        "pier-2:1", "pier-2:2", "pier-1:1", "pier-1:2", "pier-1:3",
      ])
    #expect(
      reports.map(\.origin) == ["Russia", "Russia", nil, nil, nil].map { $0 ?? "Harbour Post" })
    #expect(try archive.ledgerEvents(.everything).count == 3)
    #expect(try archive.problems().isEmpty)
  }
}
