import EventData
import Testing

@testable import Coder

@Suite("Figures")
struct FigureTests {
  /// The figures of a text as `at least|12|civilians`.
  private func figures(_ text: String) throws -> [String] {
    try code(text, published: "2022-01-26").figures.map { figure in
      let quantity =
        figure.quantity == figure.quantity.rounded()
        ? "\(Int(figure.quantity))" : "\(figure.quantity)"
      return "\(figure.qualifier ?? "")|\(quantity)|\(figure.unit)"
    }
  }

  @Test(
    "are read from digits, words and magnitudes",
    arguments: [
      ("12 civilians died.", "|12|civilians"), ("Three men were arrested.", "|3|men"),
      ("Twenty-five soldiers were killed.", "|25|soldiers"),
      ("There are 127,000 troops.", "|127000|troops"),
      ("Ten thousand people fled.", "|10000|people"),
      ("One hundred drones fell.", "|100|drones"), ("130k refugees left.", "|130000|refugees"),
      ("Two dozen ships left.", "|24|ships"), ("1.5 million refugees left.", "|1500000|refugees"),
      ("100,000 Russian troops are there.", "|100000|troops"),
      ("5,000 more soldiers came.", "|5000|soldiers"),
      ("8,000-10,000 fighters are there.", "|10000|fighters"),
      ("Between 3,000 and 5,000 troops are there.", "|5000|troops"),
      ("Half a million refugees left.", "|500000|refugees"),
      ("A dozen ships left.", "|12|ships"), ("About a hundred men left.", "about|100|men"),
      ("The war has killed more than 14,000.", "more than|14000|deaths"),
    ])
  func quantities(_ text: String, _ expected: String) throws {
    #expect(try figures(text) == [expected])
  }

  @Test(
    "may be money",
    arguments: [
      ("The US gave $200 million in security assistance.", "|200000000|USD"),
      ("Germany gave €1.5 billion.", "|1500000000|EUR"), ("It cost £30.", "|30|GBP"),
      ("It got $20m.", "|20000000|USD"), ("It lost 4 billion naira.", "|4000000000|NGN"),
      ("The aid is worth 2 billion euros.", "|2000000000|EUR"),
      ("It cost 300 million hryvnia.", "|300000000|UAH"),
    ])
  func money(_ text: String, _ expected: String) throws {
    #expect(try figures(text) == [expected])
  }

  @Test(
    "keep the words that qualify them",
    arguments: [
      ("More than 30 tanks left.", "more than|30|tanks"), ("Some 30 tanks left.", "some|30|tanks"),
      ("At least 30 tanks left.", "at least|30|tanks"),
      ("Nearly 30 tanks left.", "nearly|30|tanks"),
      ("Up to 30 tanks left.", "up to|30|tanks"),
      ("As many as 30 tanks left.", "as many as|30|tanks"),
      ("No fewer than 30 tanks left.", "no fewer than|30|tanks"),
      ("An estimated 30 tanks left.", "an estimated|30|tanks"),
      ("As 30 tanks left, it rained.", "|30|tanks"),
      ("They picked up 30 soldiers.", "|30|soldiers"),
    ])
  func qualifiers(_ text: String, _ expected: String) throws {
    #expect(try figures(text) == [expected])
  }

  @Test(
    "are not years, days, times, ages, spans of time or shares",
    arguments: [
      "The war began in 2014.", "In 2014 people fled.", "On January 26 troops left.",
      "On 26 January troops left.", "A 30-day truce began.", "The 45-year-old soldiers left.",
      "He is 45 years old.", "About 5 per cent of people fled.", "Dozens of people fled.",
      "The M-16 rifles came.", "It was 10:45.", "Two regions voted.",
    ])
  func none(_ text: String) throws {
    #expect(try figures(text) == [])
  }

  @Test("span the qualifier, the number and the unit, and say of what")
  func spans() throws {
    let coded = try code("Lavrov said at least 30 tanks of the 5th army had left.")
    let figure = try #require(coded.figures.first)
    #expect(figure.spans.map(coded.text) == ["at least 30 tanks"])
    #expect(figure.subject == "of the 5th army")
    #expect(figure.origin == "Sergei Lavrov")
    #expect(coded.text(of: figure.sentence).hasPrefix("Lavrov"))
  }

  @Test(
    "are stocks where the sentence counts a total",
    arguments: [
      ("The war has killed 14,000 people since 2014.", true), ("A total of 30 tanks left.", true),
      ("12 civilians died on Monday.", false),
    ])
  func stock(_ text: String, _ isStock: Bool) throws {
    #expect(try code(text).figures.first?.isStock == isStock)
  }

  @Test("are the outlet's where nobody is quoted, and are not looked for in headings")
  func outletAndHeadings() throws {
    #expect(try code("12 civilians died.").figures.first?.origin == "Sabel Courier")
    var article = article("12 civilians dead\n\nSnow fell.")
    article.headings = [Span(0, 17)]
    #expect(try Coding.coder.get().code(article).figures.isEmpty)
  }
}
