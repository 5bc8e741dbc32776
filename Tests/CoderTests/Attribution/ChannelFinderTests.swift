import Testing

@testable import Coder

@Suite("The channel of a statement")
struct ChannelFinderTests {
  @Test(
    "is what its sentence says, outside of the content",
    arguments: [
      ("In a statement, the ministry said that the ships had left.", "statement"),
      ("“We are ready,” Marta Illyn wrote on Twitter.", "Twitter"),
      ("Marta Illyn said on her Telegram channel that the ships had left.", "Telegram channel"),
      ("In a phone call, Macron told Putin that the ships had left.", "phone call"),
      ("Macron told Putin by phone that the ships had left.", "phone"),
      ("“We are ready,” Marta Illyn said in a video address.", "video address"),
      (
        "In an interview with Der Spiegel, Marta Illyn said the ships had left.",
        "interview with Der Spiegel"
      ),
      ("Marta Illyn said that the ships had left after a phone call.", nil),
      ("Marta Illyn said that they met in a video conference.", nil),
    ] as [(String, String?)])
  func channels(_ text: String, _ channel: String?) throws {
    let statement = try #require(try code(text, published: "2022-01-26").statements.first)
    #expect(statement.via == channel)
  }
}
