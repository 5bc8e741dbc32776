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
    "are of what stands behind the unit, up to a time or another clause",
    arguments: [
      ("Some 300 troops near the border on Monday opened fire.", "near the border"),
      ("He sent 300 troops when the truce ended.", nil),
      ("He allowed 300 personnel to leave.", nil),
    ] as [(String, String?)])
  func subject(_ text: String, _ subject: String?) throws {
    #expect(try code(text, published: "2022-01-26").figures.map(\.subject) == [subject])
  }

  @Test(
    "are levels where somebody has so many, not where so many have done something",
    arguments: [
      ("The army has 3,000 tanks.", true), ("Some 3,000 people have fled.", false),
      ("Some 3,000 people have fled since May.", true),
    ])
  func possession(_ text: String, _ isStock: Bool) throws {
    #expect(try code(text, published: "2022-01-26").figures.map(\.isStock) == [isStock])
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
      ("Between 3,000 and 5,000 troops are there.", "between|5000|troops"),
      ("Three hundred and sixty thousand reservists left.", "|360000|reservists"),
      ("One hundred and fifty soldiers left.", "|150|soldiers"),
      ("A hundred and fifty soldiers left.", "|150|soldiers"),
      ("Two thousand five hundred soldiers left.", "|2500|soldiers"),
      ("One million two hundred thousand refugees left.", "|1200000|refugees"),
      ("The number of troops rose from 100,000 to 130,000.", "|130000|troops"),
      ("The army cut its force from 90,000 to 70,000 soldiers.", "|70000|soldiers"),
      ("Half a million refugees left.", "|500000|refugees"),
      ("A dozen ships left.", "|12|ships"), ("About a hundred men left.", "about|100|men"),
      ("The war has killed more than 14,000.", "more than|14000|deaths"),
    ])
  func quantities(_ text: String, _ expected: String) throws {
    #expect(try figures(text) == [expected])
  }

  @Test(
    "keep both ends of a range",
    arguments: [
      ("Between 40 and 50 soldiers left.", 40, 50), ("8,000-10,000 soldiers left.", 8000, 10000),
      ("Twelve to fifteen soldiers left.", 12, 15), ("Two or three soldiers left.", 2, 3),
      ("The group has 100,000 to 150,000 rockets.", 100_000, 150_000),
      ("From 40 to 50 soldiers left.", 40, 50),
      ("Two to three million refugees left.", 2_000_000, 3_000_000),
      ("It got $2-3 billion.", 2e9, 3e9),
    ])
  func ranges(_ text: String, _ lower: Double, _ upper: Double) throws {
    let figure = try #require(try code(text).figures.first)
    #expect(figure.lower == lower)
    #expect(figure.quantity == upper)
  }

  @Test("have no lower end where the text gives one number, or a change")
  func noRange() throws {
    for text in ["40 soldiers left.", "Their number rose from 40 to 50 soldiers."] {
      #expect(try code(text).figures.map(\.lower) == [nil])
    }
  }

  @Test(
    "tell the wounded from the dead",
    arguments: [
      ("The blast killed 12 and wounded 30.", ["|12|deaths", "|30|wounded"]),
      ("The blast killed three people and eleven were hurt.", ["|3|people", "|11|wounded"]),
      (
        "More than 30 people were killed and 70 others wounded.",
        ["more than|30|people", "|70|wounded"]
      ),
      ("A 500 kg bomb killed 3.", ["|3|deaths"]),
      ("At least 57 were killed.", ["at least|57|deaths"]),
      ("The death toll rose to 57, police said.", ["|57|deaths"]),
      ("Police put the toll at more than 1,200.", ["more than|1200|deaths"]),
      ("The toll road is 57 years old.", []),
    ])
  func losses(_ text: String, _ expected: [String]) throws {
    #expect(try figures(text) == expected)
  }

  @Test(
    "may be money",
    arguments: [
      ("The US gave $200 million in security assistance.", "|200000000|USD"),
      ("Germany gave €1.5 billion.", "|1500000000|EUR"), ("It cost £30.", "|30|GBP"),
      ("It got $20m.", "|20000000|USD"), ("It lost 4 billion naira.", "|4000000000|NGN"),
      ("The aid is worth 2 billion euros.", "|2000000000|EUR"),
      ("It cost 300 million hryvnia.", "|300000000|UAH"),
      ("It cost 2.5m lira.", "|2500000|TRY"), ("It cost 40 million Swiss francs.", "|40000000|CHF"),
      ("It cost 3 billion Sudanese pounds.", "|3000000000|SDG"),
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
      "The M-16 rifles came.", "It was 10:45.", "Two regions voted.", "They shelled two villages.",
      "A 500 kg bomb fell.",
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
