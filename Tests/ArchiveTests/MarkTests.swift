import EventData
import Testing

@testable import Archive

@Suite("What a person notes")
struct MarkTests {
  private static let samples = [
    Sample("a").mentioning(.vell).saying("We will not move", by: .vell)
      .event(from: .norrland, to: .tasmark, indicator: "FU1"),
    Sample("b", on: "2031-03-05"), Sample("c", on: "2031-03-06"),
  ]
  private static let statement = MarkSubject.statement(0, ofArticle: 1)
  private static let event = MarkSubject.event(CodedRowID.id(article: 1, place: 0))

  private func ids(_ text: String, _ reader: ArchiveReader) throws -> [Int64] {
    let expression = try FilterExpression.parsing(text)
    let filter = ArticleFilter.with { $0.expression = expression }
    let rows = try reader.articles(filter, limit: 9).map(\.id)
    #expect(try reader.count(filter) == rows.count)
    return rows.sorted()
  }

  @Test("of an article, a statement or an event is kept, and told by each change")
  func kept() throws {
    let writer = try ArchiveWriter.holding(Self.samples)
    for subject in [.article(1), Self.statement, Self.event] {
      #expect(try writer.mark(subject, .toggleStar) == Marks())
      #expect(
        try writer.mark(subject, .tags(["#Grain  ports", "grain"])) == Marks(isStarred: true))
      try writer.mark(subject, .note("Ask Mara."))
      let marks = Marks(isStarred: true, tags: ["grain", "ports"], note: "Ask Mara.")
      #expect(try writer.reader.marks(of: subject) == marks)
      #expect(try writer.mark(subject, .restore(Marks())) == marks)
      #expect(try writer.reader.marks(of: subject).isEmpty)
    }
    #expect(try writer.mark(.article(99), .read) == nil)
    #expect(try writer.mark(.statement(99), .toggleStar) == nil)
  }

  @Test("is shown with the article: of it, and of sentences in it")
  func shown() throws {
    let writer = try ArchiveWriter.holding(Self.samples)
    try writer.mark(.article(1), .read)
    try writer.mark(Self.statement, .note("Said twice."))
    let article = try #require(try writer.reader.article(1))
    #expect(article.marks == Marks(isRead: true))
    #expect(article.sentenceMarks.map(\.marks) == [Marks(note: "Said twice.")])
    #expect(article.sentenceMarks.map(\.sentence) == [Self.samples[0].sentence])
    let row = try writer.reader.articles(.everything, limit: 9).last
    #expect(row?.marks == Marks(isRead: true, note: "Said twice."))
  }

  @Test("can be asked for")
  func filters() throws {
    let writer = try ArchiveWriter.holding(Self.samples)
    try writer.mark(.article(1), .read)
    try writer.mark(Self.statement, .toggleStar)
    try writer.mark(.article(2), .tags(["grain"]))
    try writer.mark(.article(3), .note("Later."))
    let reader = writer.reader
    #expect(try ids("is:read", reader) == [1])
    #expect(try ids("is:unread", reader) == [2, 3])
    #expect(try ids("-is:read", reader) == [2, 3])
    #expect(try ids("is:starred", reader) == [1])
    #expect(try ids("tag:Grain OR tag:gr*", reader) == [2])
    #expect(try ids("tag:gr", reader).isEmpty)
    #expect(try ids("has:note since:2031-03-06", reader) == [3])
    #expect(try ids("is:starred actor:vell", reader) == [1])
  }

  @Test("of one copy holds for all: nobody reads one text twice")
  func copies() throws {
    let writer = try ArchiveWriter.holding(
      Sample("a", "One text of a desk."), Sample("b", outlet: "Other", "One text of a desk."))
    try writer.mark(.article(1), .read)
    #expect(try ids("is:unread", writer.reader).isEmpty)
    #expect(try writer.reader.articles(.everything, limit: 9).map(\.marks.isRead) == [true])
  }

  @Test("survives another coder, another text of the article, and the same import again")
  func survives() throws {
    let writer = try ArchiveWriter.holding(Self.samples)
    for subject in [.article(1), Self.statement, Self.event] {
      try writer.mark(subject, .note("Ask Mara."))
    }
    let before = try writer.reader.markRecords()
    _ = try writer.insert(Self.samples.map(\.item), coderVersion: "2")
    #expect(try writer.reader.markRecords() == before)
    #expect(try writer.reader.marks(of: Self.statement).note == "Ask Mara.")
    var changed = Self.samples[0].item
    changed.coded.article.title = "Another headline"
    #expect(try writer.insert([changed], coderVersion: "2") == [.replaced])
    #expect(try writer.reader.markRecords() == before)
    #expect(try writer.reader.marks(of: Self.event).note == "Ask Mara.")
  }

  @Test("goes from one archive to another, and joins what is there")
  func moves() throws {
    let writer = try ArchiveWriter.holding(Self.samples)
    try writer.mark(.article(1), .tags(["grain"]))
    try writer.mark(Self.statement, .note("Ask Mara."))
    let other = try ArchiveWriter.holding(Self.samples.reversed())
    let row = try #require(try other.reader.row(ofArticle: "a"))
    try other.mark(.article(row), .tags(["ports"]))
    for record in try writer.reader.markRecords() { #expect(try other.add(record)) }
    #expect(try other.reader.marks(of: .article(row)).tags == ["grain", "ports"])
    #expect(try other.reader.marks(of: .statement(0, ofArticle: row)).note == "Ask Mara.")
    #expect(try !other.add(MarkRecord(article: "unknown", kind: .article, read: true)))
  }

  @Test("can be a filter under a name, which asks for nothing when there is none")
  func savedFilters() throws {
    let writer = try ArchiveWriter.holding(Self.samples)
    try writer.save(SavedFilter(name: "mine", filter: "actor:vell OR since:2031-03-06"))
    try writer.save(SavedFilter(name: "again", filter: "saved:mine"))
    let reader = writer.reader
    #expect(try ids("saved:mine", reader) == [1, 3])
    #expect(try ids("-saved:mine", reader) == [2])
    #expect(try ids("saved:mine until:2031-03-05", reader) == [1])
    #expect(try ids("saved:none", reader).isEmpty)
    #expect(try ids("saved:again", reader).isEmpty)
    #expect(try writer.forget(filter: "mine"))
    #expect(try !writer.forget(filter: "mine"))
    #expect(try reader.savedFilters().map(\.name) == ["again"])
  }
}
