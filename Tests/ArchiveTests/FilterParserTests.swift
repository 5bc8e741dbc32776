import EventData
import Testing

@testable import Archive

@Suite("The filter language")
struct FilterParserTests {
  private func parse(_ text: String) throws -> FilterExpression? {
    try FilterExpression.parsing(text)
  }

  @Test(
    "reads terms",
    arguments: [
      ("lavrov", FilterTerm.words(FilterWords("lavrov"))),
      ("\"grain deal\"", .words(FilterWords("grain deal"))),
      ("“grain deal”", .words(FilterWords("grain deal"))),
      ("separat*", .words(FilterWords("separat", isPrefix: true))),
      ("10:30", .words(FilterWords("10:30"))),
      ("actor:lavrov", .actor(FilterWords("lavrov"))),
      ("ACTOR:lavrov", .actor(FilterWords("lavrov"))),
      ("actor:\"sergei lavrov\"", .actor(FilterWords("sergei lavrov"))),
      ("region:donbas", .region(FilterWords("donbas"))),
      ("outlet:reuters", .outlet(FilterWords("reuters"))),
      ("indicator:TH", .indicator(FilterWords("TH"))),
      ("act:threaten", .act(.threaten)),
      ("is:denied", .status(.denied)),
      ("about:sanctions", .about(FilterWords("sanctions"))),
      ("since:2022", .since(Day(iso: "2022-01-01")!)),
      ("since:2022-02", .since(Day(iso: "2022-02-01")!)),
      ("until:2024-02", .until(Day(iso: "2024-02-29")!)),
      ("until:2022", .until(Day(iso: "2022-12-31")!)),
      ("until:2022-02-15", .until(Day(iso: "2022-02-15")!)),
    ])
  func terms(_ text: String, _ term: FilterTerm) throws {
    #expect(try parse(text) == .term(term))
  }

  @Test("joins terms by AND, before OR; parentheses come first")
  func structure() throws {
    func word(_ text: String) -> FilterExpression { .term(.words(FilterWords(text))) }
    #expect(try parse("a b c") == .all([word("a"), word("b"), word("c")]))
    #expect(try parse("a AND b") == .all([word("a"), word("b")]))
    #expect(try parse("a b OR c") == .any([.all([word("a"), word("b")]), word("c")]))
    #expect(try parse("a (b OR c)") == .all([word("a"), .any([word("b"), word("c")])]))
    #expect(try parse("-a -(b c)") == .all([.not(word("a")), .not(.all([word("b"), word("c")]))]))
    #expect(try parse("--a") == word("a"))
    #expect(try parse("  ") == nil)
  }

  @Test(
    "says what is wrong, and at which character",
    arguments: [
      ("a autor:b", FilterError.Problem.unknownKey("autor"), 2..<7),
      ("actor:", .missingValue("actor"), 0..<6),
      ("a region: b", .missingValue("region"), 2..<9),
      ("since:soon", .badDay("soon"), 6..<10),
      ("since:2022-02-30", .badDay("2022-02-30"), 6..<16),
      ("a OR", .missingTerm, 4..<4),
      ("OR a", .missingTerm, 0..<0),
      ("()", .missingTerm, 1..<1),
      ("a (b", .openParenthesis, 2..<3),
      ("a b)", .unexpectedParenthesis, 3..<4),
      ("a \"b", .openQuote, 2..<3),
      (String(repeating: "(", count: 99), .tooMuch, 16..<17),
    ])
  func errors(_ text: String, _ problem: FilterError.Problem, _ range: Range<Int>) throws {
    #expect(throws: FilterError(problem: problem, range: range)) { try parse(text) }
  }

  @Test("names the values that can follow a key")
  func values() throws {
    let error = #expect(throws: FilterError.self) { try parse("act:shout") }
    guard case .unknownValue("shout", key: "act", let known)? = error?.problem else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(known.contains("threaten"))
  }

  @Test("gives what it wrote, for thousands of expressions", arguments: 0..<20)
  func roundTrip(_ seed: UInt64) throws {
    var random = Generator(seed)
    for _ in 0..<200 {
      let expression = random.expression(depth: 3)
      let text = expression.description
      let again = try #require(try parse(text), "\(text)")
      #expect(try parse(again.description) == again, "\(text)")
      #expect(again.description == text)
    }
  }

  @Test("never crashes, and errors lie inside the text", arguments: 0..<20)
  func anything(_ seed: UInt64) {
    var random = Generator(seed)
    let pieces = [
      "(", ")", "-", "\"", "*", ":", " ", "OR", "AND", "actor:", "since:", "is:", "x", "é", "“",
      "2022", "\u{0}", "\n", "/", "act:",
    ]
    for _ in 0..<500 {
      let text = (0..<random.below(12)).map { _ in pieces[random.below(pieces.count)] }.joined()
      do throws(FilterError) {
        _ = try FilterExpression.parsing(text)
      } catch {
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.count, "\(text)")
      }
    }
  }
}

/// Numbers that are the same for the same seed.
private struct Generator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func expression(depth: Int) -> FilterExpression {
    switch depth == 0 ? 3 : below(5) {
    case 0:
      return .all(
        (0..<2 + below(2)).map { _ in
          let part = expression(depth: depth - 1)
          if case .all = part { return .not(part) }
          return part
        })
    case 1:
      return .any(
        (0..<2 + below(2)).map { _ in
          let part = expression(depth: depth - 1)
          if case .any = part { return .not(part) }
          return part
        })
    case 2:
      let part = expression(depth: depth - 1)
      if case .not = part { return part }
      return .not(part)
    default: return .term(term())
    }
  }

  private mutating func term() -> FilterTerm {
    let texts = ["grain", "grain deal", "OR", "-x", "a(b", "10:30", "ö", "http://a"]
    let words = FilterWords(texts[below(texts.count)], isPrefix: below(3) == 0)
    switch below(9) {
    case 0: return .actor(words)
    case 1: return .region(words)
    case 2: return .outlet(words)
    case 3: return .indicator(FilterWords("TH"))
    case 4: return .act(Statement.Act.allCases[below(10)])
    case 5: return .status(Event.Status.allCases[below(9)])
    case 6: return .since(Day(number: below(30_000)))
    case 7: return .about(words)
    default: return .words(words)
    }
  }
}
