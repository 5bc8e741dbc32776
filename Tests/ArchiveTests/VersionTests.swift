import EventData
import Testing

@testable import Archive

@Suite("An article that was revised")
struct VersionTests {
  private static func page(
    _ id: String, on day: String, _ body: String, url: String? = "https://news.invalid/story"
  ) -> Sample {
    var sample = Sample(id, on: day, body)
    sample.coded.article.url = url
    return sample
  }

  private static let first = page("v1", on: "2031-03-04", "Three ships are in the strait.")
  private static let second = page("v2", on: "2031-03-05", "Five ships were in the strait at noon.")

  private func texts(_ writer: ArchiveWriter) throws -> [String] {
    let rows = try writer.reader.articles(.everything, limit: 9)
    #expect(rows.count == 1)
    let article = try #require(try writer.reader.article(rows[0].id))
    return [String(article.coded.article.body)]
      + article.versions.map { String($0.text.suffix(30)) }
  }

  @Test("on its page is one article: the newest text is shown and the earlier kept, in any order")
  func samePage() throws {
    let expected = [
      String(Self.second.coded.article.body), String(Self.first.coded.article.text.suffix(30)),
    ]
    let writer = try ArchiveWriter()
    #expect(try writer.insert(Self.first, Self.second) == [.added, .replaced])
    #expect(try texts(writer) == expected)
    #expect(try writer.insert(Self.first, Self.second) == [.unchanged, .unchanged])
    #expect(try texts(writer) == expected)

    let other = try ArchiveWriter()
    #expect(try other.insert(Self.second, Self.first) == [.added, .older])
    #expect(try other.insert(Self.second, Self.first) == [.unchanged, .unchanged])
    #expect(try texts(other) == expected)
    #expect(try other.reader.count(.search("three")) == 0)
  }

  @Test("under its id keeps what it said; the same texts again and again are no versions")
  func sameID() throws {
    let writer = try ArchiveWriter()
    let (one, two) = (
      Self.page("v", on: "2031-03-04", "Three ships.", url: nil),
      Self.page("v", on: "2031-03-04", "Five ships.", url: nil)
    )
    for sample in [one, two, one, two, two] { try writer.insert(sample) }
    #expect(try texts(writer).count == 2)
    #expect(try texts(writer)[0] == "Five ships.")
  }

  @Test("is not what another page says, nor what stands on a front page")
  func otherPages() throws {
    let writer = try ArchiveWriter.holding(
      Self.first,
      Self.page(
        "b", on: "2031-03-05", "Fogbanks covered harbours everywhere.",
        url: "https://news.invalid/fog"),
      Self.page(
        "c", on: "2031-03-05", "Hailstones broke windows nearby.", url: "https://news.invalid/"),
      Self.page(
        "d", on: "2031-03-05", "Snowdrifts closed mountain passes.", url: "https://news.invalid/"))
    #expect(try writer.reader.count(.everything) == 4)
  }

  @Test("is not what was only read anew")
  func recoded() throws {
    let writer = try ArchiveWriter.holding(Self.first)
    try writer.recode(coderVersion: "2") { original in
      var article = original.article
      article.text += " Read more carefully."
      return CodedArticle(article: article)
    }
    #expect(try texts(writer).count == 1)
  }
}
