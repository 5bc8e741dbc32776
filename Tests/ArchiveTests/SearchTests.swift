import EventData
import Testing

@testable import Archive

@Suite("A search")
struct SearchTests {
  @Test(
    "means what a person types",
    arguments: [
      ("grain", "\"grain\""), ("grain port", "\"grain\" \"port\""),
      ("\"grain deal\" port", "\"grain deal\" \"port\""), ("“grain deal”", "\"grain deal\""),
      ("separat*", "\"separat\"*"), ("\"grain de\"*", "\"grain de\"*"),
      ("\"still open", "\"still open\""), ("don't", "\"don't\""), ("a*b", "\"a*b\""),
      ("AND OR NOT NEAR(x, 2)", "\"AND\" \"OR\" \"NOT\" \"NEAR(x,\" \"2)\""),
      ("-word text:x ^y {z}", "\"-word\" \"text:x\" \"^y\" \"{z}\""), ("a\0b", "\"a\" \"b\""),
    ])
  func expression(_ typed: String, _ expected: String) {
    #expect(SafeSearch(typed).expression == expected)
  }

  @Test(
    "asks for nothing without a letter or a digit", arguments: ["", " ", "*", "\"", "\"\"", "- +"])
  func nothing(_ typed: String) {
    #expect(SafeSearch(typed).expression == nil)
  }

  @Test(
    "is never an error, whatever is typed",
    arguments: [
      "\"", "\"\"\"", "'", "a\"b", "a\"\"b\"", "*", "**", "a**", "\"*\"", "(", ")", "a AND", "NOT",
      "a NEAR b", "NEAR(a b, 5)", "text : a", "^", "^a", "a + b", "-", "--", ";", "{text} : a",
      "a\0", "\u{FEFF}", "\u{202E}a", "ﬁ", "🚢", "🚢*", "\u{301}", "a\u{301}", "%s%n", "\\",
      "'; DROP TABLE article; --", String(repeating: "a ", count: 5000),
      String(repeating: "a", count: 100_000), String(repeating: "\"a\" ", count: 1000),
      String(repeating: "(", count: 1000), String(repeating: "x* ", count: 100),
    ])
  func hostile(_ typed: String) throws {
    let reader = try ArchiveWriter.holding(Sample("a").mentioning(.vell).about(.orlen)).reader
    for actors in [[], ["mara-vell"]] {
      let filter = ArticleFilter.with {
        $0.search = typed
        $0.actors = actors
      }
      #expect(try reader.articles(filter, limit: 9).count == reader.count(filter))
      _ = try reader.actors(filter, matching: typed, limit: 9)
      _ = try reader.regions(filter, limit: 9)
      _ = try reader.statements(filter, limit: 9)
      _ = try reader.events(filter, limit: 9)
    }
  }

  @Test(
    "finds words in any case and without their accents",
    arguments: ["erdogan", "ERDOĞAN", "Київ", "київ", "“met in orlen”", "orl*", "\"in orl\"*"])
  func finds(_ typed: String) throws {
    let reader = try ArchiveWriter.holding(
      Sample("a", "They met in Orlen; Erdoğan flew to Київ."), Sample("b", "Nothing else.")
    ).reader
    #expect(try reader.count(.search(typed)) == 1)
  }

  @Test("reads the title where the text does not hold it")
  func titleApart() throws {
    var sample = Sample("a", title: nil, "Body only.")
    sample.coded.article.title = "Zeppelin over Orlen"
    let writer = try ArchiveWriter.holding(sample)
    #expect(try writer.reader.count(.search("zeppelin body")) == 1)
    sample.coded.article.title = "Balloon over Orlen"
    try writer.insert(sample)
    #expect(try writer.reader.count(.search("zeppelin")) == 0)
    #expect(try writer.reader.count(.search("balloon")) == 1)
  }

  @Test(
    "near the beginning of a list finds what the whole search finds there, and gives up far away",
    arguments: [
      ("grain", [2, 4, 6, 8, 10, 12, 14]), ("\"grain ship\"", [4, 8, 12]), ("fish", []),
      ("sh*", [4, 8, 12]), ("Gr* po*", [2, 6, 10, 14]), ("sh* \"grain ship\"", [4, 8, 12]),
      ("fi*", []),
    ])
  func near(_ typed: String, _ expected: [Int]) throws {
    let samples = (1...20).map { row in
      Sample("\(row)", row % 2 == 0 ? "Grain " + (row % 4 == 0 ? "ship" : "port") : "Rain")
    }
    let words = try #require(SafeSearch(typed).expression)
    try ArchiveWriter.holding(samples).reader.read { db in
      let hits = try #require(try NearHits(words, db, reach: .init(rows: 5, stretches: 3)))
      #expect(try (1...14).filter(hits.contains) == expected)
      #expect(throws: NearHits.TooFar.self) { try hits.contains(15) }
      #expect(try hits.contains(4) == expected.contains(4))
    }
  }

  @Test(
    "names the words that begin so, each once, unless they are too many",
    arguments: [
      ("gra*", "(\"grain\" OR \"grape\")"), ("GRAI*", "(\"grain\")"), ("fish*", "(\"fish\")"),
      ("grain gra*", "\"grain\" AND (\"grain\" OR \"grape\")"),
      ("gra* \"grain ship\"", "(\"grain\" OR \"grape\") AND \"grain ship\""),
      ("\"grain sh\"*", nil), ("grä*", nil), ("w*", nil),
    ])
  func prefixes(_ typed: String, _ expected: String?) throws {
    let words = try #require(SafeSearch(typed).expression)
    let many = (1...100).map { "w\($0)" }.joined(separator: " ")
    let writer = try ArchiveWriter.holding(
      Sample("a", "Grape, grain; grain ship."), Sample("b", "More grain."), Sample("c", many))
    let expanded = try writer.reader.read { db in try PrefixTerms.expanded(words, db) }
    #expect(expanded == expected)
  }

  @Test("for words that begin so finds the same as FTS5 with its own operator")
  func prefixesAsFTS5() throws {
    let samples = (1...30).map { Sample("\($0)", "Grain\($0 % 7) in port\($0 % 3)") }
    try ArchiveWriter.holding(samples).reader.read { db in
      for typed in ["gr*", "grain1* por*", "grain2* port1", "por* in", "x*"] {
        let words = try #require(SafeSearch(typed).expression)
        let expanded = try #require(try PrefixTerms.expanded(words, db))
        let whole = try SearchHits(words, db)
        let named = try SearchHits(expanded, db)
        #expect(named.rows == whole.rows)
      }
    }
  }
}
