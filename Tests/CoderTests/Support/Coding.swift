import EventData
import Foundation
import Lexicons

@testable import Coder

/// The coder with the shipped lexicons, made once for all tests.
enum Coding {
  static let coder = Result {
    let root = URL(filePath: #filePath).appending(path: "../../../../Resources").standardized
    return ArticleCoder(Knowledge(try Lexicons(from: ResourceLocator(root: root.path()))))
  }

  static var knowledge: Knowledge { get throws { try coder.get().knowledge } }
}

/// An article with a text, and a title before it where one is given.
///
/// - Parameter published: The day, as `2022-01-26`, which was a Wednesday.
func article(_ text: String, published: String? = nil, title: String? = nil) -> Article {
  let head = title.map { $0 + "\n\n" } ?? ""
  return Article(
    id: "test", title: title,
    published: published.map { PublicationDate(day: Day(iso: $0)!) }, outlet: "Sabel Courier",
    text: head + text, bodyStart: head.utf8.count)
}

func code(
  _ text: String, published: String? = nil, title: String? = nil
) throws -> CodedArticle {
  try Coding.coder.get().code(article(text, published: published, title: title))
}

/// The text cut into tokens, sentences and quotes.
func analyse(_ text: String, title: String? = nil) throws -> Document {
  try Coding.coder.get().analyse(article(text, title: title))
}
