/// The row ids of statements, events and figures.
///
/// The article stands in the upper bits and the place inside it, counted backwards, in the lower
/// sixteen. So the rows of one article are one range of the table, without an index; descending
/// ids mean the newest article first and, inside it, the order of the text; and coding an article
/// again gives its rows the ids that they had.
enum CodedRowID {
  /// How many rows of one kind an article can have; the rest of a longer list is not kept.
  static let limit = 0x10000

  static func id(article: Int64, place: Int) -> Int64 {
    article << 16 | Int64(limit - 1 - place)
  }

  /// The place as people count, from 1.
  static func number(of id: Int64) -> Int { limit - Int(id & 0xffff) }

  static func article(of id: Int64) -> Int64 { id >> 16 }

  static func range(ofArticle article: Int64) -> ClosedRange<Int64> {
    (article << 16)...(article << 16 | Int64(limit - 1))
  }
}
