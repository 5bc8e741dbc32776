import EventData

/// Sentences in one column.
enum PackedSentences {
  static func pack(_ sentences: [Sentence]) -> [UInt8] {
    var writer = PackedWriter()
    var end = 0
    var paragraph = 0
    writer.write(sentences.count)
    for sentence in sentences {
      writer.write(sentence.span, after: &end)
      writer.write(sentence.paragraph &- paragraph)
      writer.write(sentence.isTitle ? 1 : 0)
      paragraph = sentence.paragraph
    }
    return writer.bytes
  }

  static func unpack(_ packed: some Sequence<UInt8>) throws(ArchiveError) -> [Sentence] {
    var reader = PackedReader(packed)
    var end = 0
    var paragraph = 0
    var sentences: [Sentence] = []
    for _ in 0..<(try reader.count()) {
      let span = try reader.span(after: &end)
      paragraph = paragraph &+ (try reader.integer())
      let isTitle = try reader.integer() == 1
      sentences.append(Sentence(span: span, paragraph: paragraph, isTitle: isTitle))
    }
    return sentences
  }
}

/// Subheadings in one column.
enum PackedHeadings {
  static func pack(_ headings: [Span]) -> [UInt8] {
    var writer = PackedWriter()
    var end = 0
    writer.write(headings, after: &end)
    return writer.bytes
  }

  static func unpack(_ packed: some Sequence<UInt8>) throws(ArchiveError) -> [Span] {
    var reader = PackedReader(packed)
    var end = 0
    return try reader.spans(after: &end)
  }
}

/// What was taken out of the text, in one column.
enum PackedFurniture {
  static func pack(_ furniture: [Furniture]) -> [UInt8] {
    var writer = PackedWriter()
    writer.write(furniture.count)
    for piece in furniture {
      writer.write(piece.kind.rawValue)
      writer.write(piece.text)
      writer.write(piece.before)
    }
    return writer.bytes
  }

  static func unpack(_ packed: some Sequence<UInt8>) throws(ArchiveError) -> [Furniture] {
    var reader = PackedReader(packed)
    var furniture: [Furniture] = []
    for _ in 0..<(try reader.count()) {
      let name = try reader.string()
      guard let kind = Furniture.Kind(rawValue: name) else {
        throw .corrupt("furniture of kind “\(name)”")
      }
      let text = try reader.string()
      furniture.append(Furniture(kind: kind, text: text, before: try reader.integer()))
    }
    return furniture
  }
}
